#include "core/live_outcomes.h"
#include "support/bank_timeline.h"
#include "support/bank_what_ifs.h"
#include <QTest>
#include <random>

using namespace lockstep;
using namespace lockstep::test;
using std::chrono::minutes;

namespace {

/// As they come out when every row is asked in both views.
OutcomeShifts asked(const TimelineView& view)
{
    const TimelineView recorded = applied(view.record(), {});
    OutcomeShifts shifts{};
    for (EventId id = 1; id <= view.eventCount(); ++id) {
        const Outcome was = view.record().has(id) ? recorded.outcome(id).outcome : Outcome::None, now = view.outcome(id).outcome;
        OutcomeShift& from = shifts[static_cast<std::size_t>(was)];
        OutcomeShift& to = shifts[static_cast<std::size_t>(now)];
        ++from.was;
        ++to.now;
        if (was == now)
            continue;
        ++from.gone;
        ++to.come;
        from.goneRows.push_back(id);
        to.comeRows.push_back(id);
    }
    for (OutcomeShift& shift : shifts) {
        if (shift.gone > OutcomeShift::mostNamed)
            shift.goneRows.clear();
        if (shift.come > OutcomeShift::mostNamed)
            shift.comeRows.clear();
    }
    return shifts;
}

/// Nothing is said of rows that are no look-ups before and after.
OutcomeShifts ofLookUps(OutcomeShifts shifts)
{
    shifts[0].was = shifts[0].now = 0;
    return shifts;
}

QByteArray told(const OutcomeShifts& shifts)
{
    QByteArray text;
    for (const OutcomeShift& shift : shifts) {
        text += QByteArray::number(shift.was) + "->" + QByteArray::number(shift.now) + " -" + QByteArray::number(shift.gone) + " +"
            + QByteArray::number(shift.come) + " [";
        for (const auto* rows : {&shift.goneRows, &shift.comeRows})
            for (const EventId id : *rows)
                text += QByteArray::number(id) + ' ';
        text += "] ";
    }
    return text;
}

class Dice {
public:
    explicit Dice(unsigned seed) : m_random(seed) { }
    int upTo(int most) { return static_cast<int>(m_random() % static_cast<unsigned>(most + 1)); }
    bool once(int in) { return upTo(in - 1) == 0; }
    /// Often exactly a window's edge or another row's minute.
    Millis distance() { return minutes{upTo(200) - 100}; }

private:
    std::mt19937 m_random;
};

const std::array<ResourceId, 3> copies{"", "master", "mirror"};

Scope anyScope(Dice& dice)
{
    return dice.once(3) ? Scope::everything() : Scope::of({copies.at(static_cast<std::size_t>(dice.upTo(1)) + 1)});
}

Bound anyBound(const Timeline& t, Dice& dice)
{
    Bound bound = Bound::certain(t.event(dice.upTo(14) + 1).at + dice.distance());
    bound.latest += minutes{dice.once(2) ? 0 : dice.upTo(20)};
    if (dice.once(3))
        bound.tiedTo = dice.upTo(static_cast<int>(t.events.size()) - 1) + 1;
    return bound;
}

/// The bank incident with more rows, links and windows; some rows stand on a clock without a zone.
Timeline anyTimeline(Dice& dice)
{
    Timeline t = bankTimeline(!dice.once(3));
    for (int i = 0; i < 30; ++i) {
        Event event = t.event(dice.upTo(14) + 1);
        event.id = static_cast<EventId>(t.events.size()) + 1;
        event.at += dice.distance();
        event.kind = dice.once(4) ? Kind::Action : Kind::Read;
        event.saysRefused = dice.once(4);
        event.saysCorrect = dice.once(4);
        event.hasInstant = !dice.once(10);
        event.reads = copies.at(static_cast<std::size_t>(dice.upTo(2)));
        if (dice.once(8))
            event.zoneName = {};
        t.events.push_back(std::move(event));
    }
    const int last = static_cast<int>(t.events.size()) - 1;
    for (int i = dice.upTo(20); i > 0; --i)
        t.links.push_back({.cause = dice.upTo(last) + 1, .effect = dice.upTo(last) + 1, .kind = LinkKind::Triggers, .onlyIfCauseFailed = dice.once(2)});
    for (int i = dice.upTo(3); i > 0; --i) {
        Window window = t.windows.front();
        window.id = "window " + std::to_string(i);
        window.effect = static_cast<Effect>(dice.upTo(2));
        window.scope = anyScope(dice);
        window.begin = anyBound(t, dice);
        window.end = anyBound(t, dice);
        if (window.begin.latest <= window.end.earliest)
            t.windows.push_back(std::move(window));
    }
    return t;
}

Edit anyEdit(const Timeline& t, Dice& dice)
{
    const EventId row = dice.upTo(static_cast<int>(t.events.size()) + 1) + 1;
    const WindowId window = t.windows.at(static_cast<std::size_t>(dice.upTo(static_cast<int>(t.windows.size()) - 1))).id;
    switch (dice.upTo(9)) {
    case 0: return SetScope{window, anyScope(dice)};
    case 1: return SetReads{t.lanes.at(static_cast<std::size_t>(dice.upTo(1))).role, copies.at(static_cast<std::size_t>(dice.upTo(2)))};
    case 2: return DropEvent{row};
    case 3: return AddEvent{.lane = "Client", .text = "looks", .at = {row, dice.distance()}, .kind = Kind::Read, .reads = {}};
    case 4: return MoveWindow{window, dice.distance(), dice.distance()};
    case 5: return DropWindow{window};
    case 6:
    case 7: {
        const Millis by = dice.distance();
        return MoveWindow{window, by, by};
    }
    default: return MoveEvent{row, dice.distance()};
    }
}

} // namespace

class TestLiveOutcomes : public QObject {
    Q_OBJECT
private slots:
    void theyEqualWhatAskingEveryRowTells()
    {
        Dice dice{20'191'007};
        std::size_t changed = 0;
        for (int i = 0; i < 150; ++i) {
            const Timeline t = anyTimeline(dice);
            const LiveOutcomes live{t};
            Scenario scenario;
            for (int edits = dice.upTo(6); edits >= 0; --edits) {
                const TimelineView view = applied(t, scenario);
                const OutcomeShifts expected = ofLookUps(asked(view));
                QCOMPARE(told(ofLookUps(live.shifts(view))), told(expected));
                changed += std::ranges::any_of(expected, &OutcomeShift::isChange) ? 1u : 0u;
                scenario.edits.push_back(anyEdit(t, dice));
            }
        }
        QVERIFY2(changed > 200, qPrintable(QString::number(changed))); // else the edits are too tame to show anything
    }

    void theSeedsFirstDragIsCounted()
    {
        const Timeline bank = bankTimeline(true);
        const TimelineView view = applied(bank, {.name = {}, .note = {}, .edits = {MoveEvent{2, minutes{29}}}});
        const OutcomeShifts shifts = LiveOutcomes{bank}.shifts(view);
        const auto of = [&](Outcome outcome) { return shifts[static_cast<std::size_t>(outcome)]; };
        QVERIFY((of(Outcome::Blocked) == OutcomeShift{.was = 3, .now = 1, .gone = 3, .come = 1, .goneRows = {3, 4, 8}, .comeRows = {13}}));
        QVERIFY((of(Outcome::Stale) == OutcomeShift{.was = 0, .now = 2, .gone = 0, .come = 2, .goneRows = {}, .comeRows = {3, 4}}));
        QVERIFY((of(Outcome::Fresh) == OutcomeShift{.was = 1, .now = 1, .gone = 1, .come = 1, .goneRows = {13}, .comeRows = {8}}));
    }

    void withoutLookUpsThereIsNothingToTell()
    {
        Timeline bank = bankTimeline(true);
        QVERIFY(LiveOutcomes{bank}.hasLookUps());
        for (Event& event : bank.events.open())
            event.kind = Kind::Action;
        QVERIFY(!LiveOutcomes{bank}.hasLookUps());
    }
};

QTEST_GUILESS_MAIN(TestLiveOutcomes)
#include "tst_live_outcomes.moc"
