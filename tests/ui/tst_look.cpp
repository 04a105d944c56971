#include "support/contrast.h"
#include "ui/look.h"
#include <QGuiApplication>
#include <QTest>

using namespace lockstep;
using namespace lockstep::test;

namespace {

QPalette desktop(bool isDark)
{
    QPalette palette;
    palette.setColor(QPalette::Window, isDark ? Qt::black : Qt::white);
    palette.setColor(QPalette::WindowText, isDark ? Qt::white : Qt::black);
    return palette;
}

} // namespace

class TestLook : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { QGuiApplication::setPalette(QPalette{}); }

    void itsWordsAreRead_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void itsWordsAreRead()
    {
        QFETCH(bool, isDark);
        QGuiApplication::setPalette(desktop(isDark));
        const Look look = Look::ofDesktop();
        QCOMPARE(look.isDark, isDark);
        const auto reads = [](const char* what, const QColor& ink, const QColor& paper, double least = 4.5) {
            const double seen = contrast(ink, paper);
            QVERIFY2(seen >= least, qPrintable(QStringLiteral("%1: %2 on %3 is %4:1").arg(QLatin1String{what}, ink.name(), paper.name()).arg(seen, 0, 'f', 2)));
        };
        for (const QColor& paper : {look.window, look.card, look.button, look.strong}) {
            reads("text", look.text, paper);
            reads("muted text", look.muted, paper);
        }
        reads("a link", look.accent, look.card);
        reads("a link in a notice", look.accent, look.notice);
        reads("a link in an error", look.accent, look.error);
        reads("a button that leads", look.accentText, look.accent);
        reads("a notice", look.noticeText, look.notice);
        reads("an error", look.errorText, look.error);
        reads("the ring of what has the keyboard", look.accent, look.button, 3);
    }
};

QTEST_MAIN(TestLook)
#include "tst_look.moc"
