#include "core/how_read.h"
#include "support/draft_rows.h"
#include "support/seed_draft.h"
#include <QTest>
#include <algorithm>

using namespace lockstep;
using namespace lockstep::test;

namespace {

QString text(const std::string& said) { return QString::fromStdString(said); }

const Inference* about(const Resolved& resolved, const std::string& what)
{
    const auto found = std::ranges::find(resolved.inferences, what, &Inference::about);
    return found == resolved.inferences.end() ? nullptr : &*found;
}

Resolved taking(const Draft& draft, const Rival& rival, Reading reading = {})
{
    for (const Change& change : rival.changes)
        reading.push_back(byPerson(change));
    return resolve(draft, reading);
}

DraftRow written(DraftRow row, const char* clock)
{
    row.e.written = clock;
    return row;
}

/// A document in which one thing is inferred, and what each rival makes of its rows.
struct Case {
    Draft draft;
    std::string about, answer;
    int line = 0;
    std::string instants;                                 ///< of all rows, as inferred
    std::vector<std::pair<std::string, std::string>> rivals; ///< its words, and the rows under it
};

DraftRow utc(int hour, int minute) { return DraftRow{hour, minute}.zone("UTC", Where::Sentence, 3); }

std::vector<std::pair<const char*, Case>> cases()
{
    const auto on = [](DraftRow row, unsigned month, unsigned day, const char* said, int year = 2022) { return row.on(year, month, day, Where::Row, said); };
    const auto zoned = [](DraftRow row, const char* zone) { return row.zone(zone); };
    return {
        {"month before day", {draftOf({on(utc(10, 0), 3, 4, "3/4/2022"), on(utc(11, 0), 3, 5, "3/5/2022")}), "dates in digits", "month first", 10,
            "2022-03-04 10:00; 2022-03-05 11:00", {{"day first: '3/4/2022' is 3 April 2022", "2022-04-03 10:00; 2022-05-03 11:00"}}}},
        {"a date leaves no choice", {draftOf({on(utc(10, 0), 3, 4, "3/4/2022"), on(utc(11, 0), 3, 15, "3/15/2022")}), "dates in digits", "month first", 10,
            "2022-03-04 10:00; 2022-03-15 11:00", {}}},
        {"a year filled in", {draftOf({on(utc(10, 0), 4, 17, "17 April 2022"), utc(11, 0).on(0, 4, 18, Where::Row, "April 18th")}), "year", "2022", 11,
            "2022-04-17 10:00; 2022-04-18 11:00",
            {{"'April 18th' is 18 April 2021", "2022-04-17 10:00; 2021-04-18 11:00"}, {"'April 18th' is 18 April 2023", "2022-04-17 10:00; 2023-04-18 11:00"}}}},
        {"numbers", {draftOf({written(on(DraftRow{3, 30}.zone("UTC", Where::ColumnHead, 1), 10, 7, "1570419000", 2019), "1570419000")}), "numbers in place of clocks",
            "seconds since 1970", 10, "2019-10-07 03:30",
            {{"milliseconds since 1970: '1570419000' is 19 January 1970, 04:13:39 UTC", "1970-01-19 04:13"}}}},
        {"pm beside 24 hours", {draftOf({on(written(utc(20, 0), "hora 20:00 pm"), 4, 17, "17 April 2022")}), "clock of row 1", "20:00", 10,
            "2022-04-17 20:00", {{"08:00", "2022-04-17 08:00"}}}},
        {"a midnight", {draftOf({utc(23, 50).on(2022, 4, 17, Where::Heading, "17 April 2022"), utc(0, 10).on(2022, 4, 17, Where::Heading, "17 April 2022")}), "day of row 2",
            "the day after row 1", 11, "2022-04-17 23:50; 2022-04-18 00:10", {{"the same day", "2022-04-17 23:50; 2022-04-17 00:10"}}}},
        {"a date repeated", {draftOf({on(utc(23, 50), 4, 17, "17 April 2022"), on(utc(0, 10), 4, 17, "17 April 2022"), on(utc(9, 0), 4, 18, "18 April 2022")}), "day of row 2",
            "the day after its date", 11, "2022-04-17 23:50; 2022-04-18 00:10; 2022-04-18 09:00", {{"on its own date", "2022-04-17 23:50; 2022-04-17 00:10; 2022-04-18 09:00"}}}},
        {"a date repeated in several rows", {draftOf({on(utc(23, 50), 4, 17, "17 April 2022"), on(utc(0, 10), 4, 17, "17 April 2022"), on(utc(0, 20), 4, 17, "17 April 2022"),
            on(utc(9, 0), 4, 18, "18 April 2022")}), "days of rows 2 to 3", "the day after its date", 11,
            "2022-04-17 23:50; 2022-04-18 00:10; 2022-04-18 00:20; 2022-04-18 09:00",
            {{"on its own date", "2022-04-17 23:50; 2022-04-17 00:10; 2022-04-17 00:20; 2022-04-18 09:00"}}}},
        {"the newest row first", {draftOf({utc(9, 0).on(2022, 4, 18, Where::Heading, "18 April 2022"), utc(8, 0), utc(7, 0), utc(2, 0)}), "order of rows", "newest first", 10,
            "2022-04-18 09:00; 2022-04-18 08:00; 2022-04-18 07:00; 2022-04-18 02:00",
            {{"oldest first", "2022-04-18 09:00; 2022-04-18 08:00; 2022-04-18 07:00; 2022-04-19 02:00"}}}},
        {"an hour that comes twice", {draftOf({on(zoned({1, 30}, "America/New_York"), 11, 3, "3 November 2019", 2019)}), "clock of row 1", "the first (UTC−4)", 10,
            "2019-11-03 05:30", {{"the second (UTC−5)", "2019-11-03 06:30"}}}},
        {"an hour that does not come", {draftOf({on(zoned({2, 30}, "America/New_York"), 3, 10, "10 March 2019", 2019)}), "clock of row 1", "03:00", 10,
            "2019-03-10 07:00", {{"01:30", "2019-03-10 06:30"}, {"03:30", "2019-03-10 07:30"}}}},
        {"PST in summer", {draftOf({on(zoned({10, 0}, "PST"), 7, 5, "5 July 2019", 2019)}), "offset of 'PST'", "local time there (UTC−7)", 10,
            "2019-07-05 17:00", {{"UTC−8, as written", "2019-07-05 18:00"}}}},
        {"no zone", {draftOf({on({10, 0}, 7, 5, "5 July 2019", 2019)}), "time zone", "none stated", 10, "2019-07-05 10:00", {{"UTC", "2019-07-05 10:00"}}}},
    };
}

} // namespace

/// What was inferred, what else it could be, and what becomes of the record when a person takes that.
class TestHowRead : public QObject {
    Q_OBJECT

private slots:
    void everyInferenceHasItsLineAndItsRivals_data();
    void everyInferenceHasItsLineAndItsRivals();
    void aRivalTakenCanBeTakenBackByItsOwnRival_data();
    void aRivalTakenCanBeTakenBackByItsOwnRival();
    void aZoneOfSeveralLanesIsSetForAllOrForOne();
    void everyRivalOfTheBankIncidentChangesIt();
    void theFirstOfficeIsReadAsTheRivalSays_data();
    void theFirstOfficeIsReadAsTheRivalSays();
    void aDecisionStandsWhereItsInferenceStood();
    void aDecisionWithoutInferenceStandsAlone();
    void aNoteIsToldOnce();
    void aNoteOnARowStandsWithTheRow();
    void columnsNamedByHandAreToldOnce();
    void linesThatAreNoRowsKeepTheirWords();
};

void TestHowRead::everyInferenceHasItsLineAndItsRivals_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const auto& [name, one] : cases())
        QTest::newRow(name) << index++;
}

void TestHowRead::everyInferenceHasItsLineAndItsRivals()
{
    QFETCH(int, index);
    const Case one = cases()[static_cast<std::size_t>(index)].second;
    const Resolved found = resolve(one.draft);
    QCOMPARE(text(joined(instantsOf(found.timeline))), text(one.instants));
    const Inference* inference = about(found, one.about);
    QVERIFY(inference);
    QCOMPARE(text(inference->answer), text(one.answer));
    QCOMPARE(inference->line, one.line);
    QVERIFY(!inference->because.empty());
    QCOMPARE(inference->rivals.size(), one.rivals.size());
    for (std::size_t i = 0; i < one.rivals.size(); ++i) {
        QCOMPARE(text(inference->rivals[i].words), text(one.rivals[i].first));
        QCOMPARE(text(joined(instantsOf(taking(one.draft, inference->rivals[i]).timeline))), text(one.rivals[i].second));
    }
}

void TestHowRead::aRivalTakenCanBeTakenBackByItsOwnRival_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"month before day", "a year filled in", "numbers", "an hour that comes twice"})
        QTest::newRow(name) << name;
}

void TestHowRead::aRivalTakenCanBeTakenBackByItsOwnRival()
{
    QFETCH(QString, name);
    const auto all = cases();
    const Case one = std::ranges::find_if(all, [&](const auto& c) { return name == QLatin1String(c.first); })->second;
    const Rival first = about(resolve(one.draft), one.about)->rivals.front();
    const Resolved otherwise = taking(one.draft, first);
    const Inference* again = about(otherwise, one.about);
    QVERIFY(again);
    Reading reading;
    for (const Change& change : first.changes)
        reading.push_back(byPerson(change));
    const bool returns = std::ranges::any_of(again->rivals, [&](const Rival& rival) {
        return joined(instantsOf(taking(one.draft, rival, reading).timeline)) == one.instants;
    });
    QVERIFY(returns);
}

void TestHowRead::aZoneOfSeveralLanesIsSetForAllOrForOne()
{
    const auto row = [](int hour, const char* role) { return DraftRow{hour, 0}.by(role).zone("PST").on(2019, 7, 5, Where::Row, "5 July 2019"); };
    const Draft draft = draftOf({row(10, "Bank"), row(11, "Client"), row(12, "Bank"), row(13, "Client")});
    const Resolved found = resolve(draft);
    const Inference* season = about(found, "offset of 'PST'");
    QVERIFY(season);
    QCOMPARE(text(joined(season->rivals)), QStringLiteral("UTC−8, as written; only Bank: UTC−8, as written; only Client: UTC−8, as written"));
    QCOMPARE(joined(instantsOf(taking(draft, season->rivals[0]).timeline)), std::string{"2019-07-05 18:00; 2019-07-05 19:00; 2019-07-05 20:00; 2019-07-05 21:00"});
    QCOMPARE(joined(instantsOf(taking(draft, season->rivals[2]).timeline)), std::string{"2019-07-05 17:00; 2019-07-05 19:00; 2019-07-05 19:00; 2019-07-05 21:00"});
}

void TestHowRead::everyRivalOfTheBankIncidentChangesIt()
{
    const Draft draft = seedDraft();
    const Resolved found = resolve(draft);
    int taken = 0;
    for (const Inference& inference : found.inferences)
        for (const Rival& rival : inference.rivals) {
            if (rival.changes.empty())
                continue;
            ++taken;
            QVERIFY2(!(taking(draft, rival).timeline == found.timeline), rival.words.c_str());
        }
    // Three zones, four look-ups, two windows, one clock, and the midnight of the bank's next morning.
    QVERIFY2(taken >= 11, std::to_string(taken).c_str());
}

void TestHowRead::theFirstOfficeIsReadAsTheRivalSays_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<int>("minutes");
    QTest::newRow("winter") << QStringLiteral("America/New_York, standard time (UTC−5)") << QStringLiteral("-05:00") << -300;
    QTest::newRow("the state in summer") << QStringLiteral("America/Los_Angeles, daylight time (UTC−7)") << QString{} << -420;
    QTest::newRow("the state in winter") << QStringLiteral("America/Los_Angeles, standard time (UTC−8)") << QString{} << -480;
}

void TestHowRead::theFirstOfficeIsReadAsTheRivalSays()
{
    QFETCH(QString, words);
    QFETCH(QString, zone);
    QFETCH(int, minutes);
    const Draft draft = seedDraft();
    const Resolved found = resolve(draft);
    const Inference* inference = about(found, "zone of Bank");
    QVERIFY(inference);
    const auto rival = std::ranges::find_if(inference->rivals, [&](const Rival& r) { return text(r.words).contains(words); });
    QVERIFY(rival != inference->rivals.end());
    const Resolved then = taking(draft, *rival);
    const Lane& bank = then.timeline.lanes.at(0);
    QCOMPARE(bank.role, std::string{"Bank"});
    if (!zone.isEmpty())
        QCOMPARE(text(bank.zoneName), zone);
    QCOMPARE(static_cast<int>(bank.zone.offsetAt(Instant{}).count() / 60), minutes);
}

void TestHowRead::aDecisionStandsWhereItsInferenceStood()
{
    const Case one = cases().front().second;
    const Change dayFirst = SetDayOrder{true, {}};
    const Reading reading{{dayFirst, By::Person, "month first"}};
    const auto read = howItWasRead(resolve(one.draft, reading), reading);
    const auto order = std::ranges::find(read, "dates in digits", &ReadAs::about);
    QVERIFY(order != read.end());
    QCOMPARE(order->answer, std::string{"day first"});
    QCOMPARE(order->was, std::string{"month first"});
    QCOMPARE(order->chosen, std::vector{dayFirst});
    QCOMPARE(order->row, 1);
    QCOMPARE(order->rivals.size(), 1u);
    QCOMPARE(std::ranges::count(read, "dates in digits", &ReadAs::about), 1);
}

void TestHowRead::aDecisionWithoutInferenceStandsAlone()
{
    const Draft draft = seedDraft();
    const Reading reading{{SetKind{3, Kind::Action}, By::Person, "look-up"}, {SetTitle{"Bank"}, By::Person, ""}, {RemoveWindow{"backups"}, By::Program, ""}};
    const auto read = howItWasRead(resolve(draft, reading), reading);
    QCOMPARE(read.front().about, std::string{"row 3"});
    QCOMPARE(read.front().answer, std::string{"no look-up"});
    QCOMPARE(read.front().was, std::string{"look-up"});
    QCOMPARE(read.front().line, 16);
    QCOMPARE(read.front().row, 3);
    QCOMPARE(std::ranges::count_if(read, [](const ReadAs& r) { return !r.chosen.empty(); }), 1);
}

void TestHowRead::aNoteIsToldOnce()
{
    const auto read = howItWasRead(resolve(seedDraft()), {});
    const auto tells = [](const ReadAs& r) { return r.because.find("'20:00 pm' is read as 20:00.") != std::string::npos; };
    QCOMPARE(std::ranges::count_if(read, tells), 1);
}

void TestHowRead::aNoteOnARowStandsWithTheRow()
{
    Resolved resolved = resolve(seedDraft());
    resolved.problems.push_back({Severity::Note, 16, 0, "Row 3: Its words say refused or wrong, but no lock covers it.", {}});
    resolved.problems.push_back({Severity::Note, 3, 0, "A note on no row.", {}});
    const auto read = howItWasRead(resolved, {});
    QCOMPARE(std::ranges::count_if(read, [](const ReadAs& r) { return r.because.starts_with("Row 3: "); }), 0);
    QCOMPARE(std::ranges::count(read, "A note on no row.", &ReadAs::because), 1);
}

void TestHowRead::columnsNamedByHandAreToldOnce()
{
    Draft draft = seedDraft();
    draft.problems.push_back({Severity::Note, 1, 0, "Columns named by hand: time=B.", {}});
    const Reading reading{{SetColumns{"time=B"}, By::Person, "column of the time 'A'"}};
    const auto read = howItWasRead(resolve(draft, reading), reading);
    QCOMPARE(std::ranges::count_if(read, [](const ReadAs& r) { return r.because.find("by hand") != std::string::npos; }), 0);
    QCOMPARE(std::ranges::count(read, "time=B", &ReadAs::answer), 1);
}

void TestHowRead::linesThatAreNoRowsKeepTheirWords()
{
    Draft draft = seedDraft();
    draft.prose.push_back({30, "25:61 the lights went out"});
    draft.problems = {{Severity::Warning, 30, 0, "'25:61' is no time of day.", "Hours go up to 24."}, {Severity::Note, 3, 0, "A note.", {}}};
    const auto lines = notUnderstood(draft);
    QCOMPARE(lines.size(), 1u);
    QCOMPARE(lines[0].line, 30);
    QCOMPARE(lines[0].text, std::string{"25:61 the lights went out"});
    QCOMPARE(lines[0].reason, std::string{"'25:61' is no time of day. Hours go up to 24."});
}

QTEST_APPLESS_MAIN(TestHowRead)
#include "tst_how_read.moc"
