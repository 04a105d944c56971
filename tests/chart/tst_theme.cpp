#include "chart/theme.h"
#include "support/contrast.h"
#include <QTest>

using namespace lockstep;
using namespace lockstep::test;

namespace {

constexpr double asText = 4.5, asMark = 3; // WCAG 2.2: 1.4.3 and 1.4.11

void reads(const char* what, const QColor& ink, const QColor& paper, double least)
{
    const double seen = contrast(ink, paper);
    QVERIFY2(seen >= least, qPrintable(QStringLiteral("%1: %2 on %3 is %4:1").arg(QLatin1String{what}, ink.name(), paper.name()).arg(seen, 0, 'f', 2)));
}

} // namespace

class TestTheme : public QObject {
    Q_OBJECT

private:
    static void themes()
    {
        QTest::addColumn<int>("id");
        QTest::newRow("light") << static_cast<int>(Theme::Id::Light);
        QTest::newRow("dark") << static_cast<int>(Theme::Id::Dark);
        QTest::newRow("print") << static_cast<int>(Theme::Id::Print);
    }

private slots:
    void theFormulaIsThatOfTheGuidelines()
    {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QVERIFY(std::abs(contrast(QColor(0x767676), Qt::white) - 4.54) < 0.005); // the lightest grey that passes as text
    }

    void wordsAreReadOnWhateverTheyStand_data() { themes(); }
    void wordsAreReadOnWhateverTheyStand()
    {
        QFETCH(int, id);
        const Theme& theme = Theme::of(static_cast<Theme::Id>(id));
        reads("text", theme.text, theme.background, asText);
        reads("muted text", theme.mutedText, theme.background, asText);
        reads("the lock's words", theme.lock, theme.background, asText);
        reads("the what-if's words", theme.scenario, theme.background, asText);
        reads("words on a lock", theme.onLock, theme.lock, asText);
        reads("a measure at hand", theme.background, theme.text, asText);
        reads("words on a window", theme.text, theme.bar, asText);
        for (int lane = 0; lane < 16; ++lane) {
            const QColor paper = theme.laneTint(lane), locked = laidOver(theme.lockTint, paper);
            for (const QColor& under : {theme.background, paper, locked}) {
                reads("a lane's clock", theme.lane(lane), under, asText);
                reads("a row's words", theme.text, under, asText);
                reads("a row's number", theme.mutedText, under, asText);
                reads("a look-up in the lock", theme.lock, under, asText);
            }
        }
    }

    void marksAreSeenOnWhateverTheyStand_data() { themes(); }
    void marksAreSeenOnWhateverTheyStand()
    {
        QFETCH(int, id);
        const Theme& theme = Theme::of(static_cast<Theme::Id>(id));
        reads("the edge of a cut", theme.quiet, theme.background, asMark);
        for (int lane = 0; lane < 16; ++lane) {
            const QColor paper = theme.laneTint(lane), locked = laidOver(theme.lockTint, paper);
            for (const QColor& under : {paper, locked}) {
                reads("a mark", theme.lane(lane), under, asMark);
                reads("a ring", theme.lock, under, asMark);
                reads("the line of a measure", theme.text, under, asMark);
                reads("what leads to a measure", theme.mutedText, under, asMark);
                reads("a ghost", theme.scenario, under, asMark);
            }
            reads("the edge of a cut in a lane", theme.quiet, paper, asMark);
        }
    }

    void neighbouringLanesDiffer_data() { themes(); }
    void neighbouringLanesDiffer()
    {
        QFETCH(int, id);
        const Theme& theme = Theme::of(static_cast<Theme::Id>(id));
        for (int lane = 0; lane < 8; ++lane)
            QVERIFY(theme.lane(lane) != theme.lane(lane + 1) && theme.lane(lane) != theme.lock);
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
