#include "support/eventually.h"
#include "support/window_bench.h"
#include "ui/selection.h"
#include "ui/selection_panel.h"
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <algorithm>

using namespace lockstep;
using namespace lockstep::test;

namespace {

const char ambiguous[] = "# Two desks\n\n## Timeline\n\n"
                         "- 3/4/2022 10:00 PST - the queue grows\n- 3/4/2022 10:20 PST - workers are added\n- 7/5/2022 20:00 pm PST - the queue is empty\n";

/// The window with nothing selected: the panel says how the document was read.
struct ReadBench : Bench {
    explicit ReadBench(const char* document = nullptr)
    {
        QStandardPaths::setTestModeEnabled(true);
        if (document && !window.openText(document))
            qFatal("not opened");
        window.selection().clear();
        settle();
    }
    void settle()
    {
        for (int turn = 0; turn < 4; ++turn)
            QCoreApplication::processEvents();
    }
    QWidget* panel() { return window.findChild<SelectionPanel*>()->widget(); }
    QPushButton* link(const QString& text)
    {
        for (QPushButton* button : panel()->findChildren<QPushButton*>())
            if (button->isVisible() && button->text() == text)
                return button;
        return nullptr;
    }
    bool take(const QString& text)
    {
        QPushButton* found = link(text);
        if (found)
            found->click();
        settle();
        return found != nullptr;
    }
    bool says(const QString& words)
    {
        const auto labels = panel()->findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&](const QLabel* label) { return label->isVisible() && label->text().contains(words); });
    }
    std::string dayOf(EventId id) { return date::format("%F", date::floor<date::days>(document().resolved().timeline.event(id).local)); }
};

} // namespace

/// How a document was read, as a person meets it in the panel.
class TestHowReadPanel : public QObject {
    Q_OBJECT

private slots:
    void nothingSelectedItSaysHowItWasRead();
    void aRivalIsOneClickAndOneUndoStep();
    void whatAPersonChoseSaysSoAndGoesBack();
    void aLineIsARowToGoTo();
    void theRowItselfOffersItsRivals();
    void aZoneIsChangedInTheLanesPanel();
    void linesThatAreNoRowsAreListed();
    void aRivalTakenIsSavedAndOpened();
    void anotherColumnIsOneClickAndOneUndoStep();
    void columnsTakenAreSavedAndTakenBack();
    void aPastedTableIsReadByAnotherColumn();
    void anAddedTableIsReadByAnotherColumn();
    void aTableThatIsNowhereSaysSo();
    void everyLinkFitsThePanel();
    void theMenuLeadsThere();
};

void TestHowReadPanel::nothingSelectedItSaysHowItWasRead()
{
    ReadBench bench;
    QVERIFY(bench.says(QStringLiteral("How it was read")));
    QVERIFY(bench.says(QStringLiteral("Zone of Bank: America/New_York, summer time (UTC−4)")));
    QVERIFY(bench.says(QStringLiteral("Clock of row 15: 20:00")));
    QVERIFY(bench.says(QStringLiteral("'20:00 pm' is read as 20:00.")));
    bench.window.selection().choose(3);
    bench.settle();
    QVERIFY(!bench.says(QStringLiteral("How it was read")));
}

void TestHowReadPanel::aRivalIsOneClickAndOneUndoStep()
{
    ReadBench bench(ambiguous);
    QCOMPARE(bench.dayOf(1), std::string{"2022-03-04"});
    const int steps = bench.undoSteps();
    QVERIFY(bench.take(QStringLiteral("Or day first: '3/4/2022' is 3 April 2022")));
    QCOMPARE(bench.dayOf(1), std::string{"2022-04-03"});
    QCOMPARE(bench.dayOf(3), std::string{"2022-05-07"});
    QCOMPARE(bench.undoSteps(), steps + 1);
    bench.document().undoStack()->undo();
    QCOMPARE(bench.dayOf(1), std::string{"2022-03-04"});
    bench.settle();
    QVERIFY(bench.link(QStringLiteral("Or day first: '3/4/2022' is 3 April 2022")));
}

void TestHowReadPanel::whatAPersonChoseSaysSoAndGoesBack()
{
    ReadBench bench(ambiguous);
    QVERIFY(!bench.link(QStringLiteral("Take it back")));
    QVERIFY(bench.take(QStringLiteral("Or day first: '3/4/2022' is 3 April 2022")));
    QVERIFY(bench.says(QStringLiteral("You chose this. Before: month first.")));
    const int steps = bench.undoSteps();
    QVERIFY(bench.take(QStringLiteral("Take it back")));
    QCOMPARE(bench.dayOf(1), std::string{"2022-03-04"});
    QVERIFY(bench.document().study().reading.empty());
    QCOMPARE(bench.undoSteps(), steps + 1);
    bench.document().undoStack()->undo();
    QCOMPARE(bench.dayOf(1), std::string{"2022-04-03"});
}

void TestHowReadPanel::aLineIsARowToGoTo()
{
    ReadBench bench;
    QVERIFY(bench.take(QStringLiteral("Line 28")));
    QCOMPARE(bench.window.selection().current(), 15);
}

void TestHowReadPanel::theRowItselfOffersItsRivals()
{
    ReadBench bench;
    bench.window.selection().choose(15);
    bench.settle();
    QVERIFY(bench.take(QStringLiteral("Or 08:00")));
    const Event& row = bench.document().resolved().timeline.event(15);
    QCOMPARE(date::format("%R", date::floor<std::chrono::minutes>(row.local)), std::string{"08:00"});
    QVERIFY(bench.take(QStringLiteral("Take it back")));
    QCOMPARE(date::format("%R", date::floor<std::chrono::minutes>(bench.document().resolved().timeline.event(15).local)), std::string{"20:00"});
}

void TestHowReadPanel::aZoneIsChangedInTheLanesPanel()
{
    ReadBench bench;
    bench.window.selection().chooseLane(0);
    bench.settle();
    QVERIFY(bench.take(QStringLiteral("Or Washington, D.C.: America/New_York, winter time (UTC−5), 4 rows run backwards")));
    QCOMPARE(bench.document().resolved().timeline.lane(0).zoneName, std::string{"-05:00"});
    QVERIFY(bench.says(QStringLiteral("You chose this. Before: America/New_York.")));
}

void TestHowReadPanel::linesThatAreNoRowsAreListed()
{
    ReadBench bench("time,event\n10:00,the queue grows\nlater,nobody knows when\n10:45,the queue is empty\n");
    QVERIFY(bench.says(QStringLiteral("1 line is no row")));
    QVERIFY(bench.says(QStringLiteral("later, nobody knows when")));
    QVERIFY(bench.says(QStringLiteral("'later' is no time of day, so this row is not on the chart.")));
    QVERIFY(bench.says(QStringLiteral("Line 3")));
}

void TestHowReadPanel::aRivalTakenIsSavedAndOpened()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("desks.lockstep"));
    {
        ReadBench bench(ambiguous);
        QVERIFY(bench.take(QStringLiteral("Or day first: '3/4/2022' is 3 April 2022")));
        QVERIFY(bench.window.saveAs(path));
    }
    ReadBench again;
    QVERIFY(again.window.open(path));
    again.window.selection().clear();
    again.settle();
    QCOMPARE(again.dayOf(1), std::string{"2022-04-03"});
    QVERIFY(again.says(QStringLiteral("You chose this. Before: month first.")));
    QVERIFY(again.take(QStringLiteral("Take it back")));
    QCOMPARE(again.dayOf(1), std::string{"2022-03-04"});
}

namespace {

const char twoClocks[] = "A,B,C,D\n10:05,11:05,ana,the first of all words\n10:06,11:06,ben,the second of all words\n";

/// A table as a file, in a folder of its own.
struct TableFile {
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("table.csv"));
    TableFile()
    {
        QFile file{path};
        if (!file.open(QIODevice::WriteOnly) || file.write(twoClocks) < 0)
            qFatal("not written");
    }
};

std::string rowOf(ReadBench& bench, EventId id)
{
    const Event& row = bench.document().resolved().timeline.event(id);
    return date::format("%R ", date::floor<std::chrono::minutes>(row.local)) + row.text.str();
}

} // namespace

void TestHowReadPanel::anotherColumnIsOneClickAndOneUndoStep()
{
    const TableFile table;
    ReadBench bench;
    QVERIFY(bench.window.open(table.path));
    bench.settle();
    QCOMPARE(rowOf(bench, 1), std::string{"10:05 the first of all words"});
    bench.document().read(SetClock{2, Clock{10, 7}, {}}, QStringLiteral("a correction"));
    QVERIFY(bench.says(QStringLiteral("Column of the text: 'D'")));
    const int steps = bench.undoSteps();
    QVERIFY(bench.take(QStringLiteral("Or 'B'")));
    QCOMPARE(rowOf(bench, 1), std::string{"11:05 the first of all words"});
    QCOMPARE(rowOf(bench, 2), std::string{"10:07 the second of all words"});
    QCOMPARE(bench.undoSteps(), steps + 1);
    QVERIFY(bench.says(QStringLiteral("You chose this. Before: column of the time 'A'.")));
    QVERIFY(bench.take(QStringLiteral("Or 'C'")));
    QCOMPARE(rowOf(bench, 1), std::string{"11:05 ana"});
    bench.document().undoStack()->undo();
    bench.document().undoStack()->undo();
    QCOMPARE(rowOf(bench, 1), std::string{"10:05 the first of all words"});
    bench.document().undoStack()->redo();
    QCOMPARE(rowOf(bench, 1), std::string{"11:05 the first of all words"});
}

void TestHowReadPanel::columnsTakenAreSavedAndTakenBack()
{
    const TableFile table;
    const QString study = table.folder.filePath(QStringLiteral("table.lockstep"));
    {
        ReadBench bench;
        QVERIFY(bench.window.open(table.path));
        bench.settle();
        QVERIFY(bench.take(QStringLiteral("Or 'B'")));
        QVERIFY(bench.window.saveAs(study));
    }
    ReadBench again;
    QVERIFY(again.window.open(study));
    again.settle();
    QCOMPARE(rowOf(again, 1), std::string{"11:05 the first of all words"});
    QVERIFY(again.take(QStringLiteral("Take it back")));
    QCOMPARE(rowOf(again, 1), std::string{"10:05 the first of all words"});
    QVERIFY(again.document().study().reading.empty());
}

void TestHowReadPanel::aPastedTableIsReadByAnotherColumn()
{
    ReadBench bench(twoClocks);
    QVERIFY(bench.take(QStringLiteral("Or 'B'")));
    QCOMPARE(rowOf(bench, 1), std::string{"11:05 the first of all words"});
    QVERIFY(bench.take(QStringLiteral("Take it back")));
    QCOMPARE(rowOf(bench, 1), std::string{"10:05 the first of all words"});
}

void TestHowReadPanel::anAddedTableIsReadByAnotherColumn()
{
    const TableFile table;
    const QString study = table.folder.filePath(QStringLiteral("both.lockstep"));
    {
        ReadBench bench("- 10:00 - the queue grows\n- 10:45 - the queue is empty\n");
        bench.window.offerFile(table.path);
        bench.settle();
        QPushButton* add = nullptr;
        for (QPushButton* button : bench.window.findChildren<QPushButton*>())
            if (button->isVisible() && button->text() == QStringLiteral("Add"))
                add = button;
        QVERIFY(add);
        add->click();
        bench.settle();
        bench.document().read(SetClock{4, Clock{10, 7}, {}}, QStringLiteral("a correction"));
        bench.window.selection().clear();
        bench.settle();
        QVERIFY(bench.take(QStringLiteral("Or 'B'")));
        QCOMPARE(rowOf(bench, 1), std::string{"10:00 the queue grows"});
        QCOMPARE(rowOf(bench, 3), std::string{"11:05 the first of all words"});
        QCOMPARE(rowOf(bench, 4), std::string{"10:07 the second of all words"});
        QVERIFY(bench.window.saveAs(study));
    }
    ReadBench again;
    QVERIFY(again.window.open(study));
    again.window.selection().clear();
    again.settle();
    QCOMPARE(rowOf(again, 3), std::string{"11:05 the first of all words"});
    QVERIFY(again.take(QStringLiteral("Or 'C'")));
    QCOMPARE(rowOf(again, 3), std::string{"11:05 ana"});
    QCOMPARE(rowOf(again, 1), std::string{"10:00 the queue grows"});
}

void TestHowReadPanel::aTableThatIsNowhereSaysSo()
{
    const QTemporaryDir folder;
    const QString study = folder.filePath(QStringLiteral("pasted.lockstep"));
    {
        ReadBench bench(twoClocks);
        QVERIFY(bench.window.saveAs(study));
    }
    ReadBench again;
    QVERIFY(again.window.open(study));
    again.window.selection().clear();
    again.settle();
    QVERIFY(again.take(QStringLiteral("Or 'B'")));
    QCOMPARE(rowOf(again, 1), std::string{"10:05 the first of all words"});
    const auto labels = again.window.findChildren<QLabel*>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) { return label->isVisible() && label->text().contains(QStringLiteral("The columns stay as they were.")); }));
}

void TestHowReadPanel::everyLinkFitsThePanel()
{
    ReadBench bench;
    for (QPushButton* button : bench.panel()->findChildren<QPushButton*>()) {
        if (!button->isVisible())
            continue;
        const QRect words = button->fontMetrics().boundingRect(QRect(0, 0, button->width(), 10'000), Qt::TextWordWrap, button->text());
        QVERIFY2(button->geometry().right() < bench.panel()->width(), qPrintable(button->text()));
        QVERIFY2(words.height() <= button->height() && words.width() <= button->width(), qPrintable(button->text()));
    }
}

void TestHowReadPanel::theMenuLeadsThere()
{
    ReadBench bench;
    bench.window.selection().choose(3);
    bench.settle();
    QTest::keyClick(&bench.window, Qt::Key_I, Qt::ControlModifier);
    bench.settle();
    QVERIFY(bench.window.selection().isEmpty());
    QVERIFY(bench.says(QStringLiteral("How it was read")));
}

QTEST_MAIN(TestHowReadPanel)
#include "tst_how_read_panel.moc"
