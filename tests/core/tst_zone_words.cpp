#include "core/zone_words.h"
#include "core/wording.h"
#include "support/draft_rows.h"
#include <QTest>
#include <algorithm>

using namespace lockstep;
using namespace lockstep::test;
using namespace Qt::StringLiterals;

namespace {

bool says(const std::vector<Problem>& problems, const std::string& part)
{
    return std::ranges::any_of(problems, [&](const Problem& p) { return p.what.find(part) != std::string::npos; });
}

} // namespace

class TestZoneWords : public QObject {
    Q_OBJECT
private slots:
    void aClockIsCalledAsItsDocumentWritesIt_data()
    {
        QTest::addColumn<QString>("called");
        const auto row = [](const char* written, const char* called) { QTest::newRow(written) << QString::fromUtf8(called); };
        row("CEST", "CEST");
        row("in CEST", "CEST");
        row("are in CEST", "CEST");
        row("all times PST", "PST");
        row("in CET (GMT+1)", "CET");
        row("PST (UTC-8)", "PST");
        row("UTC+1 (Zurich time)", "Zurich");
        row("UTC+1 Zurich time", "Zurich");
        row("local time in Zurich", "Zurich");
        row("Zurich (CEST)", "Zurich");
        row("East African Time", "East African Time");
        row("in West African Time", "West African Time");
        row("Eastern Daylight Time (EDT)", "EDT");
        row("Paris, Texas", "Paris, Texas");
        row("in UC/Pacific", "UC/Pacific");
        row("Europe/Paris", "Paris");
        row("america/new_york", "New York");
        row("Vietnam", "Vietnam");
        // Nothing but an offset has no name.
        row("UTC", "");
        row("in UTC", "");
        row("are in UTC", "");
        row("+07:00", "");
        row("UTC-4", "");
        row("", "");
    }
    void aClockIsCalledAsItsDocumentWritesIt()
    {
        QFETCH(QString, called);
        QCOMPARE(QString::fromStdString(shortZoneWords(QTest::currentDataTag())), called);
    }

    void aRowOnAnotherClockSaysSo()
    {
        const Resolved r = resolve(draftOf({DraftRow{15, 30}.zone("CAT"), DraftRow{15, 45}.zone("CAT"),
                                            DraftRow{16, 0}.zone("EDT"), DraftRow{16, 15}.zone("CAT")}));
        // 16:00 EDT is 20:00 UTC, 22:00 in Central Africa.
        QCOMPARE(clockLabel(r.timeline.lane(0).zone.wallAt(r.timeline.event(3).at)), std::string{"22:00"});
        QCOMPARE(joined(r.timeline.event(3).notes), std::string{"This row is in EDT ('16:00'); its clock is shown in CAT."});
        QVERIFY(r.timeline.event(2).notes.empty() && r.timeline.event(4).notes.empty());
        QVERIFY(says(r.problems, "This row is in EDT ('16:00'); its clock is shown in CAT."));
        // Another word for the same clock is no other clock.
        const Resolved same = resolve(draftOf({DraftRow{9, 0}.zone("+02:00"), DraftRow{9, 5}.zone("+02:00"), DraftRow{9, 10}.zone("CAT")}));
        QVERIFY(same.timeline.event(3).notes.empty());
    }

    void aLanesClockIsCalledAsWritten_data()
    {
        QTest::addColumn<std::string>("place");
        QTest::addColumn<std::string>("zone");
        QTest::addColumn<std::string>("chosen");
        QTest::addColumn<std::string>("called");
        const std::string none;
        QTest::newRow("an abbreviation") << none << std::string{"in CEST"} << none << std::string{"CEST"};
        QTest::newRow("a place beside an offset") << none << std::string{"UTC+1 (Zurich time)"} << none << std::string{"Zurich"};
        QTest::newRow("an offset") << none << std::string{"UTC+1"} << none << std::string{"UTC+1"};
        QTest::newRow("a place") << std::string{"Vietnam"} << none << none << std::string{"Vietnam"};
        QTest::newRow("a place and its abbreviation") << std::string{"Washington"} << std::string{"EDT"} << none << std::string{"Washington"};
        QTest::newRow("a place on a clock of its neighbours") << std::string{"Paris"} << std::string{"CET"} << none << std::string{"Paris"};
        QTest::newRow("a place with times in UTC") << std::string{"Vietnam"} << std::string{"UTC"} << none << std::string{"UTC"};
        QTest::newRow("what a person chose") << none << std::string{"CEST"} << std::string{"America/Chicago"} << std::string{"Chicago"};
        QTest::newRow("what a person chose against the place") << std::string{"Washington"} << none << std::string{"America/Chicago"} << std::string{"Chicago"};
        QTest::newRow("what a person chose for the place") << std::string{"Washington"} << none << std::string{"America/Los_Angeles"} << std::string{"Washington"};
        QTest::newRow("words a person chose") << none << std::string{"CEST"} << std::string{"EDT"} << std::string{"EDT"};
    }

    void aLanesClockIsCalledAsWritten()
    {
        QFETCH(std::string, place);
        QFETCH(std::string, zone);
        QFETCH(std::string, chosen);
        QFETCH(std::string, called);
        DraftRow first{9, 0}, second{9, 5};
        for (DraftRow* row : {&first, &second}) {
            row->at(place).on(2022, 7, 1);
            if (!zone.empty())
                row->zone(zone);
        }
        const Reading reading = chosen.empty() ? Reading{} : Reading{byPerson(SetZone{"Events", chosen})};
        QCOMPARE(clockName(resolve(draftOf({first, second}), reading).timeline.lane(0)), called);
    }

    void aMisspelledZoneIsSaid()
    {
        const Resolved r = resolve(draftOf({DraftRow{7, 30}.zone("UC/Pacific").on(2020, 7, 9)}));
        QVERIFY(says(r.problems, "'UC/Pacific' is read as"));
        QCOMPARE(clockName(r.timeline.lane(0)), std::string{"UC/Pacific"});
    }
};

QTEST_GUILESS_MAIN(TestZoneWords)
#include "tst_zone_words.moc"
