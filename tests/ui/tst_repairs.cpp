#include "support/window_bench.h"
#include "ui/message_bar.h"
#include <QLabel>
#include <QPushButton>

using namespace lockstep;
using namespace lockstep::test;

namespace {

bool press(MainWindow& window, const char* text)
{
    QPushButton* button = buttonCalled(window.messages(), QString::fromUtf8(text));
    if (button)
        QTest::mouseClick(button, Qt::LeftButton);
    return button != nullptr;
}

/// The bank incident on a night of winter time: four rows run backwards.
struct WinterNight : Bench {
    WinterNight() { document().read(SetDate{date::year{2019} / 3 / 9}, QStringLiteral("Set date")); }
    std::size_t reversed() { return document().resolved().reversed.size(); }
};

} // namespace

/// The ways to fix rows that run backwards, as a person meets them.
class TestRepairs : public QObject {
    Q_OBJECT

private slots:
    void theyUnfoldUnderTheMessage();
    void oneIsTriedAsOneUndoStep();
    void oneIsTakenBack();
    void takingBackLeavesLaterWorkAlone();
    void rowsInOrderOfferNone();
    void aWarningGoesWithItsCause();
};

void TestRepairs::theyUnfoldUnderTheMessage()
{
    WinterNight bench;
    QVERIFY(bench.window.messages().text().contains(QStringLiteral("4 rows run backwards")));
    QVERIFY(!buttonCalled(bench.window.messages(), QStringLiteral("Try it")));
    QVERIFY(press(bench.window, "Ways to fix"));
    QPushButton* offered = buttonCalled(bench.window.messages(), QStringLiteral("Try it"));
    QVERIFY(offered);
    QCOMPARE(offered->accessibleName(),
        QStringLiteral("Read Bank by summer time (UTC−4). Then no row runs backwards, instead of 4."));
    QVERIFY(press(bench.window, "Ways to fix"));
    QVERIFY(!buttonCalled(bench.window.messages(), QStringLiteral("Try it")));
}

void TestRepairs::oneIsTriedAsOneUndoStep()
{
    WinterNight bench;
    const int steps = bench.undoSteps();
    QVERIFY(press(bench.window, "Ways to fix"));
    QVERIFY(press(bench.window, "Try it"));
    QCOMPARE(bench.reversed(), 0u);
    QCOMPARE(bench.undoSteps(), steps + 1);
    QVERIFY(bench.window.messages().text().startsWith(QStringLiteral("Tried: Read Bank by summer time")));
    QVERIFY(press(bench.window, "Keep"));
    QCOMPARE(bench.reversed(), 0u);
    bench.document().undoStack()->undo();
    QCOMPARE(bench.reversed(), 4u);
}

void TestRepairs::oneIsTakenBack()
{
    WinterNight bench;
    const Study before = bench.document().study();
    QVERIFY(press(bench.window, "Ways to fix"));
    QVERIFY(press(bench.window, "Try it"));
    QVERIFY(press(bench.window, "Take it back"));
    QVERIFY(bench.document().study() == before);
    QVERIFY(bench.window.messages().text().contains(QStringLiteral("4 rows run backwards")));
}

void TestRepairs::takingBackLeavesLaterWorkAlone()
{
    WinterNight bench;
    QVERIFY(press(bench.window, "Ways to fix"));
    QVERIFY(press(bench.window, "Try it"));
    bench.document().read(SetTitle{"The bank"}, QStringLiteral("Set title"));
    const Study after = bench.document().study();
    QVERIFY(press(bench.window, "Take it back"));
    QVERIFY(bench.document().study() == after);
}

void TestRepairs::rowsInOrderOfferNone()
{
    Bench bench;
    QVERIFY(!bench.window.messages().text().isEmpty());
    QVERIFY(!buttonCalled(bench.window.messages(), QStringLiteral("Ways to fix")));
}

void TestRepairs::aWarningGoesWithItsCause()
{
    const auto isWarned = [](MainWindow& window) {
        for (std::size_t i = 0; i < window.messages().count(); ++i, window.messages().turn(1))
            if (window.messages().text().contains(QStringLiteral("need attention")))
                return true;
        return false;
    };
    WinterNight bench;
    QVERIFY(isWarned(bench.window));
    bench.document().undoStack()->undo();
    QVERIFY(!isWarned(bench.window));
}

QTEST_MAIN(TestRepairs)
#include "tst_repairs.moc"
