#include "support/window_bench.h"
#include "ui/find_bar.h"
#include "ui/find_query.h"
#include "ui/row_search.h"
#include "ui/selection.h"
#include "ui/table_card.h"
#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include "support/eventually.h"

using namespace lockstep;
using namespace lockstep::test;

namespace {

struct FindBench : Bench {
    QLineEdit* field = nullptr;

    FindBench()
    {
        view().setFocus();
        QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
        field = window.table().findBar().findChild<QLineEdit*>();
    }
    void type(const QString& text)
    {
        field->clear();
        QTest::keyClicks(field, text);
    }
    const std::vector<EventId>& hits() { return window.table().search().hits(); }
    EventId current() { return window.selection().current(); }
    QStringList words()
    {
        QStringList shown;
        for (const QLabel* label : window.table().findBar().findChildren<QLabel*>())
            if (label->isVisible() && !label->text().isEmpty())
                shown << label->text();
        return shown;
    }
};

} // namespace

/// Ctrl+F: what is typed, what it finds, and what the keys then do.
class TestFindRows : public QObject {
    Q_OBJECT

private slots:
    void whatIsTypedIsUnderstood_data();
    void whatIsTypedIsUnderstood();
    void aDateNarrowsAClock();
    void theRowIsShownWhileOneTypes();
    void enterGoesOnAndShiftEnterBack();
    void f3WorksFromTheChart();
    void theZoomStaysAndTheRowComesIntoView();
    void noMatchSaysWhatWasUnderstood_data();
    void noMatchSaysWhatWasUnderstood();
    void escapeGivesTheKeyboardBack();
    void theOpenTableHasOnlyTheRowsThatWereFound();
    void aChangedDocumentIsSearchedAgain();
};

void TestFindRows::whatIsTypedIsUnderstood_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<std::vector<EventId>>("rows");
    using Rows = std::vector<EventId>;
    QTest::newRow("a clock in a place") << "10:41 vietnam" << Rows{7};
    QTest::newRow("the place first") << "Vietnam 10:41" << Rows{7};
    QTest::newRow("a clock of another zone than the row's") << "10:44 in vietnam" << Rows{8};
    QTest::newRow("a clock on any ruler") << "23:35" << Rows{3};
    QTest::newRow("UTC") << "3:35 UTC" << Rows{3};
    QTest::newRow("UTC in one letter") << "0335Z" << Rows{3};
    QTest::newRow("an offset") << "10:41 +07" << Rows{7};
    QTest::newRow("an offset at the clock") << "10:41+07:00" << Rows{7};
    QTest::newRow("the other half of the day") << "11:40 PM Washington" << Rows{6};
    QTest::newRow("half a clock") << "10:4 vietnam" << Rows{6, 7, 8, 9, 10, 11};
    QTest::newRow("a stretch") << "10:39-10:41 vietnam" << Rows{5, 6, 7};
    QTest::newRow("the beginning of a place") << "10:41 viet" << Rows{7};
    QTest::newRow("a clock and words") << "10:41 vietnam problem" << Rows{7};
    QTest::newRow("a clock, words and a place") << "10:41 problem vietnam" << Rows{7};
    QTest::newRow("a clock and a lane") << "10:4 client" << Rows{7, 9, 10}; // row 10 speaks of the client
    QTest::newRow("a clock as the document writes it") << "10:37 am" << Rows{4};
    QTest::newRow("words") << "chat bank" << Rows{5};
    QTest::newRow("words in quotes") << "\"correct balance\"" << Rows{13};
    QTest::newRow("a row") << "row 8" << Rows{8};
    QTest::newRow("a row in short") << "#15" << Rows{15};
}

void TestFindRows::whatIsTypedIsUnderstood()
{
    QFETCH(const QString, typed);
    QFETCH(const std::vector<EventId>, rows);
    FindBench bench;
    bench.type(typed);
    QCOMPARE(bench.hits(), rows);
}

void TestFindRows::aDateNarrowsAClock()
{
    FindBench bench;
    bench.document().read(SetDate{date::year{2019} / 10 / 6}, QStringLiteral("date"));
    for (const QString& typed : {QStringLiteral("2019-10-06 23:35 washington"), QStringLiteral("6 Oct 2019 23:35"), QStringLiteral("2019-10-07T03:35Z")}) {
        bench.type(typed);
        QCOMPARE(bench.hits(), (std::vector<EventId>{3}));
    }
    bench.type(QStringLiteral("2019-10-07 23:35 washington"));
    QCOMPARE(bench.hits(), std::vector<EventId>{});
    bench.type(QStringLiteral("3:35 AM London")); // no lane is there; on that day it was an hour ahead of UTC
    QCOMPARE(bench.hits(), std::vector<EventId>{});
    bench.type(QStringLiteral("4:35 AM London"));
    QCOMPARE(bench.hits(), (std::vector<EventId>{3}));
}

void TestFindRows::theRowIsShownWhileOneTypes()
{
    FindBench bench;
    bench.window.selection().choose(4);
    bench.type(QStringLiteral("balance"));
    // The row at hand matches: it stays.
    QCOMPARE(bench.current(), 4);
    QCOMPARE(bench.words(), QStringList{QStringLiteral("2 of 3")});
    bench.type(QStringLiteral("backups"));
    QCOMPARE(bench.current(), 2);
}

void TestFindRows::enterGoesOnAndShiftEnterBack()
{
    FindBench bench;
    bench.window.selection().choose(1);
    bench.type(QStringLiteral("balance"));
    QCOMPARE(bench.current(), 3);
    std::vector<EventId> seen;
    for (int i = 0; i < 3; ++i) {
        QTest::keyClick(bench.field, Qt::Key_Return);
        seen.push_back(bench.current());
    }
    QCOMPARE(seen, (std::vector<EventId>{4, 13, 3})); // and round
    QTest::keyClick(bench.field, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(bench.current(), 13);
}

void TestFindRows::f3WorksFromTheChart()
{
    FindBench bench;
    bench.window.selection().choose(1);
    bench.type(QStringLiteral("balance"));
    bench.view().setFocus();
    QTest::keyClick(&bench.view(), Qt::Key_F3);
    QCOMPARE(bench.current(), 4);
    bench.window.selection().choose(8); // a row that was not found: on from there
    QTest::keyClick(&bench.view(), Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(bench.current(), 4);
}

void TestFindRows::theZoomStaysAndTheRowComesIntoView()
{
    FindBench bench;
    ChartScene& chart = bench.view().chart();
    const Instant begin = bench.document().view().at(1);
    bench.view().zoomTo({begin, begin + std::chrono::minutes{10}});
    const double zoom = chart.axis().pixelsPerMinute();
    bench.type(QStringLiteral("11:35 vietnam"));
    QCOMPARE(bench.current(), 13);
    QCOMPARE(chart.axis().pixelsPerMinute(), zoom);
    const double x = chart.axis().x(bench.document().view().at(13));
    QVERIFY2(x > chart.axis().left() && x < chart.axis().right(), qPrintable(QString::number(x)));
}

void TestFindRows::noMatchSaysWhatWasUnderstood_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("a clock in a place") << "10:43 vietnam" << "No row at 10:43 in Vietnam. The nearest is row 8, 10:44.";
    QTest::newRow("with words") << "10:43 vietnam zebra" << QString::fromUtf8("No row at 10:43 in Vietnam has \u2018zebra\u2019.");
    QTest::newRow("half of the day") << "3:40 pm utc" << "No row at 15:40 UTC. The nearest is row 15, 13:00.";
    QTest::newRow("words") << "zebra crossing" << QString::fromUtf8("No row has \u2018zebra crossing\u2019.");
    QTest::newRow("a row") << "row 99" << "There is no row 99. The last is row 15.";
    QTest::newRow("a place that needs a date") << "10:41 london"
        << "Without a date, summer or winter time in London, United Kingdom is not known. Set the date first, or type the time in UTC.";
}

void TestFindRows::noMatchSaysWhatWasUnderstood()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, sentence);
    FindBench bench;
    bench.type(typed);
    QCOMPARE(bench.words(), QStringList{sentence});
}

void TestFindRows::escapeGivesTheKeyboardBack()
{
    FindBench bench;
    QVERIFY(bench.field->hasFocus());
    bench.type(QStringLiteral("balance"));
    QTest::keyClick(bench.field, Qt::Key_Escape);
    QVERIFY(bench.view().hasFocus());
    QCOMPARE(bench.hits(), std::vector<EventId>{});
    QCOMPARE(bench.current(), 3); // what was found stays selected
}

void TestFindRows::theOpenTableHasOnlyTheRowsThatWereFound()
{
    FindBench bench;
    QVERIFY(!bench.window.table().isOpen()); // finding opens nothing
    bench.type(QStringLiteral("balance"));
    bench.window.table().setOpen(true);
    auto* table = bench.window.table().findChild<QAbstractItemView*>();
    QCOMPARE(table->model()->rowCount(), 3);
    bench.type(QStringLiteral("zebra"));
    QCOMPARE(table->model()->rowCount(), 0);
    QTest::keyClick(bench.field, Qt::Key_Escape);
    QCOMPARE(table->model()->rowCount(), 15);
}

void TestFindRows::aChangedDocumentIsSearchedAgain()
{
    FindBench bench;
    bench.type(QStringLiteral("10:41 vietnam"));
    QCOMPARE(bench.hits(), (std::vector<EventId>{7}));
    bench.window.selection().choose(5);
    bench.view().nudgeSelected(std::chrono::minutes{2}); // from 10:39, as a what-if
    QCOMPARE(bench.hits(), (std::vector<EventId>{5, 7}));
}

QTEST_MAIN(TestFindRows)
#include "tst_find_rows.moc"
