#include "core/resolve.h"
#include "support/draft_rows.h"
#include <QtTest>
#include <algorithm>

using namespace lockstep;
using namespace lockstep::test;

namespace {

using Strings = std::vector<std::string>;

std::string datesOf(const Resolved& r) { return joined(localsOf(r.timeline)); }

bool says(const Resolved& r, const std::string& part)
{
    return std::ranges::any_of(r.problems, [&](const Problem& p) { return p.what.find(part) != std::string::npos; });
}

DraftRow dateOnly(int year, unsigned month, unsigned day)
{
    DraftRow row;
    return row.on(year, month, day);
}

/// The nap: three rows repeat a date that is over, and the summary speaks of the next.
Draft napDraft(const std::string& summary)
{
    const auto row = [](int h, int m) { return DraftRow{h, m}.zone("UTC").on(2022, 4, 29, Where::Row, "29 april 2022"); };
    Draft draft = draftOf({row(19, 25), row(20, 25), row(12, 30), row(13, 30), row(14, 0)});
    draft.prose = {{5, summary}};
    return draft;
}

} // namespace

class TestResolveDates : public QObject {
    Q_OBJECT

private slots:
    void anEndJustBeforeItsBeginIsLeftOut();
    void theOtherClockMayBeOnTheDayBefore();
    void aRowWithAFullDateMakesADatedRecord();
    void aTitlesDateGoesOnPastMidnight();
    void aDayAndMonthAloneDateNothing();
    void aYearIsFilledFromAFullDateElsewhere();
    void aYearTurnsWithTheMonths();
    void aYearIsFilledFromAPersonsDate();
    void leapDayWithoutAYearIsCounted();
    void anImpossibleDateIsReported();
    void rowsBeforeTheFirstDateAreCountedBack();
    void rowsAfterADatedRowGoOnFromIt();
    void aRepeatedDateIsTheNextDayWithANote_data();
    void aRepeatedDateIsTheNextDayWithANote();
    void aPersonsDateMovesADatedDocument();
    void endsLieAfterBegins_data();
    void endsLieAfterBegins();
    void aDateWithoutAnyYearIsSaid();
    void aRowWithADateAloneSpansItsDays();
    void aRowWithNeitherClockNorDateHasNoInstant();
    void eachIncidentStartsAnew();
    void disorderIsReportedAndKept();
};

void TestResolveDates::aRowWithAFullDateMakesADatedRecord()
{
    const Resolved r = resolve(draftOf({DraftRow{8, 42}.zone("UTC").on(2023, 11, 22, Where::DayLine),
                                        DraftRow{14, 33}.zone("UTC").on(2023, 11, 22, Where::DayLine)}));
    QVERIFY(r.timeline.dated);
    QCOMPARE(joined(instantsOf(r.timeline)), std::string{"2023-11-22 08:42; 2023-11-22 14:33"});
    QCOMPARE(r.message, std::string{});
    QVERIFY(r.problems.empty());
}

void TestResolveDates::aTitlesDateGoesOnPastMidnight()
{
    const Resolved r = resolve(draftOf({DraftRow{22, 36}.zone("UTC").on(2019, 3, 24, Where::Title),
                                        DraftRow{7, 1}.zone("UTC").on(2019, 3, 24, Where::Title)}));
    QCOMPARE(datesOf(r), std::string{"2019-03-24 22:36; 2019-03-25 07:01"});
    QCOMPARE(r.inferences.size(), 1u);
    QCOMPARE(r.inferences[0].about, std::string{"day of row 2"});
    QCOMPARE(r.inferences[0].answer, std::string{"the day after row 1"});
    QCOMPARE(r.inferences[0].because, std::string{"Its clock steps back by 15 h 35 min."});
}

void TestResolveDates::aDayAndMonthAloneDateNothing()
{
    const Resolved r = resolve(draftOf({DraftRow{15, 0}.zone("UTC").on(0, 4, 17, Where::DayLine),
                                        DraftRow{9, 0}.zone("UTC").on(0, 4, 19, Where::DayLine)}));
    QVERIFY(!r.timeline.dated);
    QCOMPARE(datesOf(r), std::string{"1970-01-01 15:00; 1970-01-03 09:00"});
    QCOMPARE(r.message, std::string{"No year in this document, so no date. Days are counted from its first row."});
}

void TestResolveDates::aYearIsFilledFromAFullDateElsewhere()
{
    const Resolved r = resolve(draftOf({DraftRow{12, 35}.zone("UTC").on(2018, 4, 18, Where::Title),
                                        DraftRow{11, 0}.zone("UTC").on(0, 4, 19, Where::Row, "19. April"),
                                        DraftRow{11, 7}.zone("UTC").on(0, 4, 19, Where::FirstEvent, "19. April")}));
    QVERIFY(r.timeline.dated);
    QCOMPARE(datesOf(r), std::string{"2018-04-18 12:35; 2018-04-19 11:00; 2018-04-19 11:07"});
    QCOMPARE(joined(r.timeline.event(2).notes), std::string{"\"19. April\" has no year; 2018 is taken from the date on line 1."});
    QCOMPARE(joined(r.timeline.event(3).notes), std::string{});
}

void TestResolveDates::aYearTurnsWithTheMonths()
{
    const Resolved r = resolve(draftOf({DraftRow{23, 0}.zone("UTC").on(2021, 12, 31), DraftRow{1, 0}.zone("UTC").on(0, 1, 1),
                                        DraftRow{9, 0}.zone("UTC").on(0, 2, 1)}));
    QCOMPARE(datesOf(r), std::string{"2021-12-31 23:00; 2022-01-01 01:00; 2022-02-01 09:00"});
}

void TestResolveDates::aYearIsFilledFromAPersonsDate()
{
    const Draft draft = draftOf({DraftRow{15, 0}.zone("UTC").on(0, 2, 28), DraftRow{9, 0}.zone("UTC").on(0, 3, 1)});
    const auto on = [&](int year) { return resolve(draft, {byPerson(SetDate{date::year{year} / 2 / 28})}); };
    QVERIFY(on(2023).timeline.dated);
    QCOMPARE(datesOf(on(2023)), std::string{"2023-02-28 15:00; 2023-03-01 09:00"});
    QCOMPARE(datesOf(on(2024)), std::string{"2024-02-28 15:00; 2024-03-01 09:00"});
}

void TestResolveDates::leapDayWithoutAYearIsCounted()
{
    const Resolved r = resolve(draftOf({DraftRow{15, 0}.zone("UTC").on(0, 2, 28), DraftRow{9, 0}.zone("UTC").on(0, 2, 29),
                                        DraftRow{9, 0}.zone("UTC").on(0, 3, 1)}));
    QCOMPARE(datesOf(r), std::string{"1970-01-01 15:00; 1970-01-02 09:00; 1970-01-03 09:00"});
}

void TestResolveDates::anImpossibleDateIsReported()
{
    const Resolved r = resolve(draftOf({DraftRow{10, 0}.zone("UTC").on(2023, 2, 27),
                                        DraftRow{11, 0}.zone("UTC").on(2023, 2, 30, Where::Row, "30 Feb 2023")}));
    QCOMPARE(datesOf(r), std::string{"2023-02-27 10:00; 2023-02-27 11:00"});
    QVERIFY(says(r, "\"30 Feb 2023\" is no date of the calendar."));
}

void TestResolveDates::rowsBeforeTheFirstDateAreCountedBack()
{
    const Resolved r = resolve(draftOf({DraftRow{22, 0}.zone("UTC"), DraftRow{23, 0}.zone("UTC"),
                                        DraftRow{1, 0}.zone("UTC").on(2023, 5, 2), DraftRow{2, 0}.zone("UTC")}));
    QCOMPARE(datesOf(r), std::string{"2023-05-01 22:00; 2023-05-01 23:00; 2023-05-02 01:00; 2023-05-02 02:00"});
    const Resolved sameDay = resolve(draftOf({DraftRow{9, 0}.zone("UTC"), DraftRow{10, 0}.zone("UTC").on(2023, 5, 2)}));
    QCOMPARE(datesOf(sameDay), std::string{"2023-05-02 09:00; 2023-05-02 10:00"});
}

void TestResolveDates::rowsAfterADatedRowGoOnFromIt()
{
    const Resolved r = resolve(draftOf({DraftRow{22, 0}.zone("UTC").on(2023, 5, 2), DraftRow{23, 0}.zone("UTC"),
                                        DraftRow{0, 30}.zone("UTC"), DraftRow{1, 0}.zone("UTC"),
                                        DraftRow{8, 0}.zone("UTC").on(2023, 5, 9), DraftRow{8, 30}.zone("UTC")}));
    QCOMPARE(datesOf(r), std::string{"2023-05-02 22:00; 2023-05-02 23:00; 2023-05-03 00:30; 2023-05-03 01:00; "
                                     "2023-05-09 08:00; 2023-05-09 08:30"});
}

void TestResolveDates::aRepeatedDateIsTheNextDayWithANote_data()
{
    QTest::addColumn<std::string>("summary");
    QTest::addColumn<bool>("isNextDay");
    QTest::newRow("as the rows write it") << std::string{"From 29 april 2022 to 30 April 2022 the site was down."} << true;
    QTest::newRow("without the year") << std::string{"It lasted until 30 April, noon."} << true;
    QTest::newRow("as numbers") << std::string{"Resolved 2022-04-30."} << true;
    QTest::newRow("another day") << std::string{"It lasted until 28 April."} << false;
    QTest::newRow("another month") << std::string{"We meet on 30 May 2022."} << false;
    QTest::newRow("nothing") << std::string{"It was long."} << false;
}

void TestResolveDates::aRepeatedDateIsTheNextDayWithANote()
{
    QFETCH(std::string, summary);
    QFETCH(bool, isNextDay);
    const Resolved r = resolve(napDraft(summary));
    QCOMPARE(datesOf(r), isNextDay ? std::string{"2022-04-29 19:25; 2022-04-29 20:25; 2022-04-30 12:30; 2022-04-30 13:30; "
                                                 "2022-04-30 14:00"}
                                   : std::string{"2022-04-29 19:25; 2022-04-29 20:25; 2022-04-29 12:30; 2022-04-29 13:30; "
                                                 "2022-04-29 14:00"});
    QCOMPARE(r.timeline.event(3).notes.size(), isNextDay ? 1u : 0u);
    QCOMPARE(r.timeline.event(2).notes.size(), 0u);
    QCOMPARE(r.reversed.size(), isNextDay ? 0u : 1u);
}

void TestResolveDates::aPersonsDateMovesADatedDocument()
{
    const Draft draft = draftOf({DraftRow{23, 0}.zone("UTC").on(2020, 1, 16), DraftRow{12, 0}.zone("UTC").on(2020, 1, 24)});
    const Resolved r = resolve(draft, {byPerson(SetDate{date::year{2021} / 1 / 16})});
    QCOMPARE(datesOf(r), std::string{"2021-01-16 23:00; 2021-01-24 12:00"});
}

void TestResolveDates::endsLieAfterBegins_data()
{
    QTest::addColumn<int>("endHour");
    QTest::addColumn<std::string>("end");
    QTest::newRow("the same day") << 23 << std::string{"2018-02-20 23:00"};
    QTest::newRow("past midnight") << 1 << std::string{"2018-02-21 01:00"};
    QTest::newRow("no length") << 22 << std::string{"2018-02-20 22:00"};
}

void TestResolveDates::endsLieAfterBegins()
{
    QFETCH(int, endHour);
    QFETCH(std::string, end);
    const Resolved r = resolve(draftOf({DraftRow{22, 0}.zone("+01:00").on(2018, 2, 20).until(endHour, 0)}));
    const Event& e = r.timeline.event(1);
    QVERIFY(e.endLocal && e.end);
    QCOMPARE(date::format("%F %H:%M", date::floor<std::chrono::minutes>(*e.endLocal)), end);
    QCOMPARE(*e.end - e.at, *e.endLocal - e.local);
}

void TestResolveDates::anEndJustBeforeItsBeginIsLeftOut()
{
    const Resolved r = resolve(draftOf({DraftRow{10, 40}.zone("UTC").on(2018, 2, 20).until(10, 20)}));
    QVERIFY(!r.timeline.event(1).end);
    QVERIFY(says(r, "The row ends before it begins."));
}

void TestResolveDates::theOtherClockMayBeOnTheDayBefore()
{
    // A row's own date is that of its clock. 20:45 in New York is 00:45Z, between 01:30 and 01:50 in London: the 26th.
    const auto london = [](int h, int m) { return DraftRow{h, m}.at("London"); };
    const auto newYork = [](int h, int m) { return DraftRow{h, m}.at("New York").on(2024, 10, 27, Where::FirstEvent, "27 October 2024"); };
    std::vector<DraftRow> rows{london(23, 10).on(2024, 10, 26, Where::DayLine), DraftRow{18, 15}.at("New York").on(2024, 10, 26, Where::DayLine),
                               london(1, 30).on(2024, 10, 27, Where::Row, "27 October 2024"), newYork(20, 45),
                               london(1, 50).on(2024, 10, 27, Where::FirstEvent, "27 October 2024"), newYork(22, 10)};
    QCOMPARE(joined(instantsOf(resolve(draftOf(rows)).timeline)),
             std::string{"2024-10-26 22:10; 2024-10-26 22:15; 2024-10-27 00:30; 2024-10-27 00:45; 2024-10-27 00:50; 2024-10-27 02:10"});
    const auto under = [](DraftRow row) { return row.on(2024, 10, 27, Where::DayLine, "27 October 2024"); };
    QCOMPARE(joined(instantsOf(resolve(draftOf({under(london(0, 45)), under(london(1, 30)), under(DraftRow{20, 45}.at("New York"))})).timeline)),
             std::string{"2024-10-26 23:45; 2024-10-27 00:30; 2024-10-27 00:45"});
}

void TestResolveDates::aDateWithoutAnyYearIsSaid()
{
    const Resolved r = resolve(draftOf({DraftRow{15, 0}.zone("UTC").on(0, 4, 17, Where::Summary, "April 17th")}));
    QVERIFY(!r.timeline.dated);
    QCOMPARE(r.yearlessDate, std::string{"April 17th"});
    QVERIFY(says(r, "'April 17th' has no year, so it sets no date."));
    QVERIFY(resolve(draftOf({DraftRow{15, 0}.zone("UTC")})).yearlessDate.empty());
    QVERIFY(resolve(draftOf({DraftRow{15, 0}.zone("UTC").on(2022, 4, 17)})).yearlessDate.empty());
}

void TestResolveDates::aRowWithADateAloneSpansItsDays()
{
    DraftRow row = dateOnly(2023, 7, 10).zone("UTC");
    row.e.endDate = StatedDate{.year = 2023, .month = 7, .day = 16};
    const Resolved r = resolve(draftOf({DraftRow{19, 16}.zone("UTC").on(2023, 7, 9), row, DraftRow{10, 45}.zone("UTC").on(2023, 7, 16)}));
    const Event& e = r.timeline.event(2);
    QVERIFY(!e.hasClock);
    QVERIFY(e.hasInstant);
    QCOMPARE(joined(instantsOf(r.timeline)), std::string{"2023-07-09 19:16; 2023-07-10 00:00; 2023-07-16 10:45"});
    QCOMPARE(date::format("%F", *e.endLocal), std::string{"2023-07-16"});
    QCOMPARE(date::format("%F %H:%M", date::floor<std::chrono::minutes>(*e.end)), std::string{"2023-07-17 00:00"});
    QVERIFY(r.reversed.empty());
}

void TestResolveDates::aRowWithNeitherClockNorDateHasNoInstant()
{
    const Resolved r = resolve(draftOf({DraftRow{9, 0}.zone("UTC"), DraftRow{}, DraftRow{10, 0}.zone("UTC")}));
    QCOMPARE(datesOf(r), std::string{"1970-01-01 09:00; -; 1970-01-01 10:00"});
    QVERIFY(!r.timeline.event(2).hasClock);
    QVERIFY(!r.timeline.event(2).hasInstant);
}

void TestResolveDates::eachIncidentStartsAnew()
{
    const Resolved r = resolve(draftOf({DraftRow{21, 0}.zone("UTC"), DraftRow{2, 0}.zone("UTC"),
                                        DraftRow{12, 0}.zone("UTC").group(1), DraftRow{12, 11}.zone("UTC").group(1)}));
    QCOMPARE(datesOf(r), std::string{"1970-01-01 21:00; 1970-01-02 02:00; 1970-01-01 12:00; 1970-01-01 12:11"});
    QVERIFY(r.reversed.empty());
}

void TestResolveDates::disorderIsReportedAndKept()
{
    const Resolved r = resolve(draftOf({DraftRow{14, 46}.zone("UTC").on(2023, 11, 22, Where::DayLine),
                                        DraftRow{14, 44}.zone("UTC").on(2023, 11, 22, Where::DayLine)}));
    QCOMPARE(datesOf(r), std::string{"2023-11-22 14:46; 2023-11-22 14:44"});
    QCOMPARE(r.reversed, (std::vector<ReversedPair>{{1, 2, std::chrono::minutes{2}}}));
    QCOMPARE(r.message, std::string{"1 row runs backwards in this document. Drawn as stated."});
    QVERIFY(says(r, "Row 2 lies 2 min before row 1."));
    QCOMPARE(r.why, std::string{"Row 2 lies 2 min before row 1."});
}

QTEST_GUILESS_MAIN(TestResolveDates)
#include "tst_resolve_dates.moc"
