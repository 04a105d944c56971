#include "core/comparable.h"
#include "core/finding.h"
#include "core/resolve.h"
#include "support/draft_rows.h"
#include "support/seed_draft.h"
#include <QtTest>
#include <algorithm>

using namespace lockstep;
using namespace lockstep::test;

namespace {

/// The bank incident with a bank at a place nobody knows, as an importer may take it: a place, or a person.
Draft atlantis(bool asPerson = false)
{
    Draft draft = seedDraftOf({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15});
    for (DraftEvent& e : draft.events.open())
        if (e.role == "Bank") {
            e.place = asPerson ? "" : "Atlantis";
            e.person = asPerson ? "Atlantis" : "";
        }
    return draft;
}

/// As atlantis(), with no place for the client either.
Draft nowhere()
{
    Draft draft = atlantis();
    for (DraftEvent& e : draft.events.open())
        e.place = {};
    return draft;
}

std::string outcomesOf(const Timeline& timeline)
{
    const TimelineView view = applied(timeline, {});
    std::vector<std::string> all;
    for (const EventId id : {3, 4, 8, 13})
        all.push_back(std::to_string(id) + ' ' + std::string{outcomeName(view.outcome(id).outcome)});
    return joined(all);
}

const Window* windowCalled(const Timeline& timeline, const WindowId& id)
{
    const auto found = std::ranges::find(timeline.windows, id, &Window::id);
    return found == timeline.windows.end() ? nullptr : &*found;
}

} // namespace

class TestComparable : public QObject {
    Q_OBJECT
private slots:
    void aClockWithoutAZoneIsNotBesideOneWithAZone()
    {
        const Timeline t = resolve(atlantis()).timeline;
        QVERIFY(areComparable(t.event(3), t.event(15)));
        QVERIFY(areComparable(t.event(1), t.event(14)));
        QVERIFY(!areComparable(t.event(2), t.event(3)));
        QVERIFY(!areAllComparable(t));
        QVERIFY(areAllComparable(resolve(nowhere()).timeline));
    }

    void noPairAcrossThemRunsBackwards()
    {
        const Resolved resolved = resolve(atlantis());
        QVERIFY(resolved.reversed.empty());
        QVERIFY(resolved.repairs.empty());
    }

    void eachKindStillRunsBackwardsByItself()
    {
        const Resolved resolved = resolve(draftOf({DraftRow{9, 30}.by("Ops").at("Vietnam"), DraftRow{14, 0}.by("Web").at("Atlantis"),
                                                   DraftRow{9, 20}.by("Ops").at("Vietnam"), DraftRow{13, 30}.by("Web").at("Atlantis")}));
        const std::vector<ReversedPair> expected{{1, 3, std::chrono::minutes{10}}, {2, 4, std::chrono::minutes{30}}};
        QCOMPARE(resolved.reversed, expected);
    }

    void aLockOnTheOneDecidesNothingOnTheOther()
    {
        const Resolved resolved = resolve(atlantis());
        QCOMPARE(outcomesOf(resolved.timeline), std::string{"3 ; 4 ; 8 blocked; 13 "});
        QCOMPARE(applied(resolved.timeline, {}).outcome(3).note,
                 std::string{"It cannot be set against Backups: one of their clocks has no time zone."});
    }

    void lookUpsOnTheOneAreNoEvidenceForTheOther()
    {
        const Resolved resolved = resolve(atlantis());
        const Window* lock = windowCalled(resolved.timeline, "backups");
        QVERIFY(lock != nullptr);
        const Instant begin = resolved.timeline.event(2).at;
        QCOMPARE((lock->end.earliest - begin).count(), Millis{std::chrono::hours{1}}.count());
        QCOMPARE(lock->end.basis.find("correct"), std::string::npos);
    }

    void noFindingAndNoElapsedWordsGoAcross()
    {
        const Resolved resolved = resolve(atlantis());
        const Finding finding = findingOf(applied(resolved.timeline, {}), {}, {}, resolved);
        QCOMPARE(finding.headline, resolved.timeline.title);
        QCOMPARE(finding.subtitle, std::string{"1 look-up by the bank came while every table was locked."});
    }

    void withoutAnyZoneAllStaysComparable()
    {
        // Read as written the client's clock lies eleven hours before the bank's: 10:35 is the next day's.
        const Resolved resolved = resolve(nowhere());
        QVERIFY(!resolved.reversed.empty() || resolved.timeline.event(3).at > resolved.timeline.event(2).at);
        QCOMPARE(applied(resolved.timeline, {}).outcome(8).outcome, Outcome::Blocked);
        QVERIFY(applied(resolved.timeline, {}).outcome(13).note.find("set against") == std::string::npos);
    }

    void anUnknownPlaceIsSaidWhereItIsTakenForAPerson()
    {
        const Resolved resolved = resolve(atlantis(true));
        const auto said = std::ranges::find(resolved.problems, std::string{"\"Atlantis\" is not a place or time zone known here."}, &Problem::what);
        QVERIFY(said != resolved.problems.end());
        QCOMPARE(said->line, 14);
        QCOMPARE(said->severity, Severity::Warning);
        QVERIFY(said->instead.find("Atlanta") != std::string::npos);
    }

    void aPersonsNameIsNoUnknownPlaceWhereNobodyHasAZone()
    {
        const Resolved resolved = resolve(draftOf({DraftRow{9, 0}.by("Ops", "Maria"), DraftRow{9, 5}.by("Web", "Pablo")}));
        QVERIFY(std::ranges::none_of(resolved.problems, [](const Problem& p) { return p.what.find("not a place") != std::string::npos; }));
    }

    void offsetsBeyondTheWorldBoundNothing()
    {
        // 23:40 in Washington after 10:35 in Vietnam: any offset up to UTC+20:05 keeps the order.
        const Resolved resolved = resolve(draftOf({DraftRow{10, 35}.by("Client").at("Vietnam"), DraftRow{23, 40}.by("Bank").at("Washington")}));
        const auto bounds = std::ranges::find(resolved.inferences, std::string{"offset of Bank"}, &Inference::about);
        QVERIFY(bounds != resolved.inferences.end());
        QCOMPARE(bounds->answer, std::string{"not bounded"});
        QCOMPARE(bounds->because, std::string{"The order of the rows allows every offset in use."});
    }
};

QTEST_GUILESS_MAIN(TestComparable)
#include "tst_comparable.moc"
