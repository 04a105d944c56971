#include "core/find.h"
#include "core/words.h"
#include "support/bank_timeline.h"
#include <QTest>

using namespace lockstep;
using namespace std::chrono_literals;

namespace {

const Zone washington = Zone::fixed(-4h), vietnam = Zone::fixed(7h);

std::vector<EventId> found(const TimelineView& view, const FindQuery& query)
{
    RowFinder finder(view, query);
    while (!finder.look(4)) { }
    return finder.hits();
}

FindQuery words(std::vector<std::string> all)
{
    return {.words = std::move(all), .clocks = {}, .row = {}};
}

ClockSought at(Zone zone, Millis from, Millis length = 1min)
{
    return {.zones = {std::move(zone)}, .from = from, .until = from + length, .date = {}};
}

FindQuery clock(ClockSought sought)
{
    return {.words = {}, .clocks = {std::move(sought)}, .row = {}};
}

} // namespace

/// What matches what: words and clocks, and what a longer query may take over from a shorter one.
class TestFind : public QObject {
    Q_OBJECT

private slots:
    void wordsAreFoundInAnyFieldOfARow_data();
    void wordsAreFoundInAnyFieldOfARow();
    void accentsAndCaseDoNotMatter_data();
    void accentsAndCaseDoNotMatter();
    void aClockIsReadInItsZone();
    void aStretchMayPassMidnight();
    void aDateIsOfTheClockItStandsBeside();
    void theNearestRowIsTold();
    void aLongerQueryFindsAmongTheHitsOfTheShorter_data();
    void aLongerQueryFindsAmongTheHitsOfTheShorter();
    void narrowingFindsWhatAFreshSearchFinds();
    void hitsComeInOrderOfTime();
};

void TestFind::wordsAreFoundInAnyFieldOfARow_data()
{
    QTest::addColumn<std::vector<std::string>>("sought");
    QTest::addColumn<std::vector<EventId>>("rows");
    using Words = std::vector<std::string>;
    using Rows = std::vector<EventId>;
    QTest::newRow("in what happened") << Words{"balance"} << Rows{3, 4, 13};
    QTest::newRow("in an actor") << Words{"isa gates"} << Rows{3, 4, 5, 7, 9, 13, 15};
    QTest::newRow("in a place") << Words{"washington"} << Rows{1, 2, 6, 8, 10, 11, 12, 14};
    QTest::newRow("in a zone") << Words{"ho_chi_minh"} << Rows{3, 4, 5, 7, 9, 13, 15};
    QTest::newRow("in a clock as written") << Words{"20:00 pm"} << Rows{15};
    QTest::newRow("in an outcome") << Words{"during the lock"} << Rows{3, 4, 8};
    QTest::newRow("all of several words") << Words{"client", "correct"} << Rows{13};
    QTest::newRow("a row's number, and digits in its words") << Words{"10"} << Rows{3, 4, 5, 7, 9, 10};
    QTest::newRow("nowhere") << Words{"zebra"} << Rows{};
}

void TestFind::wordsAreFoundInAnyFieldOfARow()
{
    QFETCH(const std::vector<std::string>, sought);
    QFETCH(const std::vector<EventId>, rows);
    const Timeline bank = bankTimeline(true);
    QCOMPARE(found(applied(bank, {}), words(sought)), rows);
}

void TestFind::accentsAndCaseDoNotMatter_data()
{
    QTest::addColumn<QString>("sought");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isThere");
    QTest::newRow("Vietnamese") << "do duc" << "Gặp Đỗ Đức ở Hà Nội" << true;
    QTest::newRow("Vietnamese typed with accents") << "ĐỖ đức" << "gap do duc" << true;
    QTest::newRow("Spanish") << "inquisicion" << "La Inquisición" << true;
    QTest::newRow("capitals") << "BACKUPS" << "start backups in DBs" << true;
    QTest::newRow("at the very end") << "dbs" << "start backups in DBs" << true;
    QTest::newRow("at the very beginning") << "start" << "Start backups" << true;
    QTest::newRow("one letter") << "q" << "Start backups" << false;
    QTest::newRow("repeated letters") << "aab" << "AAAAB" << true;
    QTest::newRow("longer than the text") << "backups in dbs" << "backups" << false;
    QTest::newRow("another script") << "備份" << "start backups, 備份開始" << true;
    QTest::newRow("another script in plain words") << "備份" << "start backups" << false;
}

void TestFind::accentsAndCaseDoNotMatter()
{
    QFETCH(const QString, sought);
    QFETCH(const QString, text);
    QFETCH(const bool, isThere);
    QCOMPARE(Needle{folded(sought.toStdString())}.isIn(text.toStdString()), isThere);
}

void TestFind::aClockIsReadInItsZone()
{
    const Timeline bank = undatedBankTimeline(false);
    const TimelineView view = applied(bank, {});
    // Row 3 was written as 10:35 in Vietnam: 23:35 in Washington, 03:35 UTC.
    QCOMPARE(found(view, clock(at(vietnam, 10h + 35min))), (std::vector<EventId>{3}));
    QCOMPARE(found(view, clock(at(washington, 23h + 35min))), (std::vector<EventId>{3}));
    QCOMPARE(found(view, clock(at(Zone::utc(), 3h + 35min))), (std::vector<EventId>{3}));
    QCOMPARE(found(view, clock(at(washington, 10h + 35min))), std::vector<EventId>{});
    // Ten minutes from 10:40: rows 6 (23:40 in Washington), 7, 8, 9, 10 and 11.
    QCOMPARE(found(view, clock(at(vietnam, 10h + 40min, 10min))), (std::vector<EventId>{6, 7, 8, 9, 10, 11}));
}

void TestFind::aStretchMayPassMidnight()
{
    const Timeline bank = undatedBankTimeline(false);
    // From 23:55 to 00:40 in Washington: row 12 at 23:59 and row 13 at 11:35 in Vietnam, 00:35 in Washington.
    QCOMPARE(found(applied(bank, {}), clock(at(washington, 23h + 55min, 45min))), (std::vector<EventId>{12, 13}));
}

void TestFind::aDateIsOfTheClockItStandsBeside()
{
    const Timeline bank = bankTimeline(false);
    const TimelineView view = applied(bank, {});
    ClockSought sixth = at(Zone::find("America/New_York").value(), 23h + 35min);
    sixth.date = StatedDate{2019, 10, 6};
    QCOMPARE(found(view, clock(sixth)), (std::vector<EventId>{3}));
    sixth.date = StatedDate{{}, 10, 7}; // any year's
    QCOMPARE(found(view, clock(sixth)), std::vector<EventId>{});
}

void TestFind::theNearestRowIsTold()
{
    const Timeline bank = undatedBankTimeline(false);
    const TimelineView view = applied(bank, {});
    RowFinder finder(view, clock(at(vietnam, 10h + 43min)));
    QVERIFY(finder.look(100));
    QCOMPARE(finder.hits(), std::vector<EventId>{});
    QCOMPARE(finder.nearest(), 8); // 23:44 in Washington, a minute away
    // Of those that say the words: row 13, though others are nearer.
    FindQuery both = clock(at(vietnam, 10h + 43min));
    both.words = {"correct"};
    RowFinder said(view, both);
    QVERIFY(said.look(100));
    QCOMPARE(said.nearest(), 13);
}

void TestFind::aLongerQueryFindsAmongTheHitsOfTheShorter_data()
{
    QTest::addColumn<FindQuery>("shorter");
    QTest::addColumn<FindQuery>("longer");
    QTest::addColumn<bool>("isNarrower");
    QTest::newRow("a letter more") << words({"bal"}) << words({"bala"}) << true;
    QTest::newRow("a word more") << words({"bal"}) << words({"bal", "x"}) << true;
    QTest::newRow("a letter less") << words({"bala"}) << words({"bal"}) << false;
    // Row 15 is none of the rows that match "1".
    QTest::newRow("a digit more") << words({"1"}) << words({"15"}) << false;
    QTest::newRow("the rest of a clock") << clock(at(vietnam, 10h + 40min, 10min)) << clock(at(vietnam, 10h + 41min)) << true;
    QTest::newRow("another clock") << clock(at(vietnam, 10h + 40min)) << clock(at(vietnam, 10h + 41min)) << false;
    QTest::newRow("another zone") << clock(at(vietnam, 10h)) << clock(at(washington, 10h)) << false;
    QTest::newRow("a word becomes a clock") << words({"10"}) << clock(at(vietnam, 10h, 1h)) << false;
}

void TestFind::aLongerQueryFindsAmongTheHitsOfTheShorter()
{
    QFETCH(const FindQuery, shorter);
    QFETCH(const FindQuery, longer);
    QFETCH(const bool, isNarrower);
    QCOMPARE(narrows(longer, shorter), isNarrower);
}

void TestFind::narrowingFindsWhatAFreshSearchFinds()
{
    const Timeline bank = bankTimeline(true);
    const TimelineView view = applied(bank, {});
    const std::string typed = "balance inquiry";
    std::vector<EventId> before = found(view, words({typed.substr(0, 1)}));
    for (std::size_t length = 2; length <= typed.size(); ++length) {
        RowFinder among(view, words({typed.substr(0, length)}), before);
        while (!among.look(3)) { }
        before = among.hits();
        QCOMPARE(before, found(view, words({typed.substr(0, length)})));
    }
    QCOMPARE(before, (std::vector<EventId>{3}));
}

void TestFind::hitsComeInOrderOfTime()
{
    Timeline bank = bankTimeline(true);
    bank.events.open()[5].hasInstant = false;
    const Scenario later{.name = "later", .note = {}, .edits = {MoveEvent{3, 10h}}};
    const TimelineView view = applied(bank, later), recorded = applied(bank, {});
    QCOMPARE(inTime(view, {3, 4, 6, 13}), (std::vector<EventId>{4, 13, 3, 6}));
    RowFinder moved(view, words({"balance"})), asWritten(recorded, words({"balance"}));
    QVERIFY(moved.look(100) && asWritten.look(100));
    QVERIFY(!moved.areInTime());
    QVERIFY(asWritten.areInTime());
}

QTEST_APPLESS_MAIN(TestFind)
#include "tst_find.moc"
