#include "core/link_order.h"
#include "core/void_rows.h"
#include "support/bank_timeline.h"
#include "support/bank_what_ifs.h"
#include <QTest>

using namespace lockstep;
using namespace lockstep::test;
using std::chrono::minutes;

namespace {

using Rows = std::set<EventId>;
using Links = std::vector<Link>;
using Edits = std::vector<Edit>;

Link link(EventId cause, EventId effect, bool onlyIfCauseFailed = false)
{
    return {.cause = cause, .effect = effect, .kind = LinkKind::Triggers, .onlyIfCauseFailed = onlyIfCauseFailed};
}

const Rows afterRow3{4, 5, 6, 7, 8, 9, 10, 11, 14, 15};

} // namespace

Q_DECLARE_METATYPE(Rows)
Q_DECLARE_METATYPE(Links)
Q_DECLARE_METATYPE(Edits)

class TestVoidRows : public QObject {
    Q_OBJECT
private slots:
    void whereRow3IsFreshWhatItTriggeredIsVoid_data()
    {
        QTest::addColumn<Edits>("edits");
        QTest::addColumn<Rows>("expected");
        QTest::newRow("as recorded") << Edits{} << Rows{};
        QTest::newRow("only the master: row 3 is stale") << Edits{onlyMaster} << Rows{};
        QTest::newRow("integrate at 23:00") << Edits{atEleven, onlyMaster} << afterRow3;
        QTest::newRow("integrate at 23:00, the bank reads the mirror") << Edits{atEleven, onlyMaster, bankReadsMirror} << afterRow3;
        QTest::newRow("no windows at all") << Edits{DropWindow{"backups"}, DropWindow{"integration"}} << afterRow3;
        QTest::newRow("row 3 itself later, possibly behind the lock") << Edits{MoveEvent{3, minutes{59}}} << Rows{};
        QTest::newRow("row 3 itself later, surely behind the lock") << Edits{MoveEvent{3, minutes{60}}} << afterRow3;
        QTest::newRow("row 3 left out") << Edits{DropEvent{3}} << afterRow3;
        QTest::newRow("row 8 left out") << Edits{DropEvent{8}} << Rows{9, 10, 11, 14, 15};
        QTest::newRow("row 14 left out") << Edits{DropEvent{14}} << Rows{15};
    }
    void whereRow3IsFreshWhatItTriggeredIsVoid()
    {
        QFETCH(Edits, edits);
        QFETCH(Rows, expected);
        const Timeline bank = bankTimeline(true);
        const TimelineView view = applied(bank, {.name = {}, .note = {}, .edits = edits});
        QCOMPARE(view.voidRows(), expected);
        QCOMPARE(view.outcome(13).outcome, Outcome::Fresh);
        for (const EventId id : {4, 8})
            QCOMPARE(view.outcome(id).outcome == Outcome::Void, !view.happens(id));
    }

    void aVoidLookUpStillTellsWhatItWouldMeet()
    {
        const Timeline bank = bankTimeline(true);
        const TimelineView fifth = applied(bank, {.name = {}, .note = {}, .edits = {atEleven, onlyMaster}});
        QCOMPARE(fifth.outcomeAt(4, fifth.at(4)).outcome, Outcome::Fresh);
        QCOMPARE(fifth.outcomeAt(8, fifth.at(8)).outcome, Outcome::Blocked);
        const TimelineView sixth = applied(bank, {.name = {}, .note = {}, .edits = {atEleven, onlyMaster, bankReadsMirror}});
        QCOMPARE(sixth.outcomeAt(4, sixth.at(4)).outcome, Outcome::Fresh);
        QCOMPARE(sixth.outcomeAt(8, sixth.at(8)).outcome, Outcome::Fresh);
    }

    /// Row 1 is no look-up, 3 is blocked, 13 fresh.
    void aRowIsVoidOnceNoneOfItsCausesIsLeft_data()
    {
        QTest::addColumn<Links>("links");
        QTest::addColumn<Edits>("edits");
        QTest::addColumn<Rows>("expected");
        const Edits without1{DropEvent{1}};
        QTest::newRow("no link") << Links{} << without1 << Rows{};
        QTest::newRow("one cause") << Links{link(1, 5)} << without1 << Rows{5};
        QTest::newRow("one of two causes") << Links{link(1, 5), link(2, 5)} << without1 << Rows{};
        QTest::newRow("both causes") << Links{link(1, 5), link(2, 5)} << Edits{DropEvent{1}, DropEvent{2}} << Rows{5};
        QTest::newRow("a chain told backwards") << Links{link(6, 7), link(5, 6), link(1, 5)} << without1 << Rows{5, 6, 7};
        QTest::newRow("a chain with another way in") << Links{link(1, 5), link(5, 6), link(2, 6), link(6, 7)} << without1 << Rows{5};
        QTest::newRow("a dropped row in the chain") << Links{link(1, 5), link(5, 6)} << Edits{DropEvent{5}} << Rows{6};
        QTest::newRow("no failure, though any other edit") << Links{link(3, 5, true)} << Edits{MoveEvent{15, minutes{1}}} << Rows{};
        QTest::newRow("a cause that succeeded") << Links{link(13, 14, true)} << Edits{MoveEvent{15, minutes{1}}} << Rows{14};
        QTest::newRow("a cause whose outcome cannot be told") << Links{link(1, 5, true)} << Edits{MoveEvent{15, minutes{1}}} << Rows{};
        QTest::newRow("success without a condition") << Links{link(13, 14)} << Edits{MoveEvent{15, minutes{1}}} << Rows{};
        QTest::newRow("a circle with a way in") << Links{link(1, 5), link(5, 6), link(6, 5)} << without1 << Rows{5, 6};
        QTest::newRow("a circle told first") << Links{link(6, 5), link(5, 6), link(1, 5)} << without1 << Rows{5, 6};
        QTest::newRow("a circle alone") << Links{link(5, 6), link(6, 5)} << without1 << Rows{};
        QTest::newRow("a circle that is broken") << Links{link(5, 6), link(6, 5)} << Edits{DropEvent{5}} << Rows{6};
        QTest::newRow("its own cause") << Links{link(5, 5), link(1, 5)} << without1 << Rows{5};
    }
    void aRowIsVoidOnceNoneOfItsCausesIsLeft()
    {
        QFETCH(Links, links);
        QFETCH(Edits, edits);
        QFETCH(Rows, expected);
        Timeline bank = bankTimeline(true);
        bank.links = links;
        QCOMPARE(applied(bank, {.name = {}, .note = {}, .edits = edits}).voidRows(), expected);
        QCOMPARE(applied(bank, {}).voidRows(), Rows{});
    }

    void aRefusalTheRecordCannotExplainMakesNothingVoid()
    {
        Timeline bank = bankTimeline(true);
        bank.windows.clear();
        const TimelineView view = applied(bank, {.name = {}, .note = {}, .edits = {MoveEvent{15, minutes{1}}}});
        QCOMPARE(view.outcome(3).outcome, Outcome::None);
        QCOMPARE(view.outcome(3).note, std::string{"Its words say refused or wrong, but no lock covers it."});
        QCOMPARE(view.voidRows(), Rows{});
    }

    void aLongChainEnds()
    {
        Timeline bank = bankTimeline(true);
        bank.links.clear();
        constexpr EventId length = 30'000;
        while (static_cast<EventId>(bank.events.size()) < length) {
            bank.events.push_back(bank.events[0]);
            bank.events.open().back().id = static_cast<EventId>(bank.events.size());
            bank.links.push_back(link(bank.events.back().id - 1, bank.events.back().id));
        }
        bank.links.push_back(link(length, 15));
        const TimelineView view = applied(bank, {.name = {}, .note = {}, .edits = {DropEvent{15}}});
        QCOMPARE(view.voidRows().size(), static_cast<std::size_t>(length - 15));
    }

    void linksThatLeadInStandBeforeThoseThatLeadOut()
    {
        const Links told{link(8, 11), link(3, 4), link(7, 8), link(4, 7), link(11, 3), link(2, 7)};
        const Links ordered = causesFirst(told);
        QCOMPARE(ordered.size(), told.size() - 1); // one closes the circle 3, 4, 7, 8, 11
        for (std::size_t i = 0; i < ordered.size(); ++i)
            for (std::size_t j = i; j < ordered.size(); ++j)
                QVERIFY(ordered[j].effect != ordered[i].cause);
    }
};

QTEST_GUILESS_MAIN(TestVoidRows)
#include "tst_void_rows.moc"
