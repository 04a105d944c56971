#pragma once
#include "chart/lod_index.h"
#include "core/scenario.h"
#include <functional>

namespace lockstep {

/// A place between the rows of a lane: so many recorded rows and so many of those put there lie before it.
struct RowPlace {
    std::size_t recorded = 0, put = 0;
    friend bool operator==(const RowPlace&, const RowPlace&) = default;
};

/// What a run of rows holds.
struct RunFacts {
    std::size_t count = 0, lookUps = 0;
    Outcome worst = Outcome::None; ///< of its look-ups; void only where none of them happens
    bool isRinged = false;         ///< a look-up of it met anything but an answer that is up to date
    friend bool operator==(const RunFacts&, const RunFacts&) = default;
};

/// "1,203 rows: 1,180 actions and 23 look-ups, at worst during the lock"; "12 actions" where all are of one kind.
std::string runWords(const RunFacts& facts, const std::map<Kind, int>& kinds);

/// The rows of one lane as a view has them: the recorded ones, less those that lie elsewhere or do not happen, and with
/// them those that were put there. A view costs what it changes; a question, the logarithm of the rows.
class LaneRows {
public:
    /// The index and the view must outlive it.
    LaneRows(const LodLane& recorded, const TimelineView& view, std::vector<Placed> gone, std::vector<Placed> put);

    std::size_t size() const { return m_recorded->size() - m_gone.size() + m_put.size(); }
    RowPlace begin() const { return {notGone(0), 0}; }
    RowPlace end() const { return {m_recorded->size(), m_put.size()}; }
    /// Before the first row not before `t`, looked for from `near` on.
    RowPlace from(Instant t, RowPlace near = {}) const;
    /// Before the first row after `t`.
    RowPlace after(Instant t, RowPlace near = {}) const { return from(t + Millis{1}, near); }
    bool isEnd(RowPlace place) const { return place.recorded >= m_recorded->size() && place.put >= m_put.size(); }
    Placed row(RowPlace place) const;    ///< the one that follows
    RowPlace next(RowPlace place) const; ///< behind it
    std::optional<Placed> before(RowPlace place) const;
    std::size_t count(RowPlace from, RowPlace to) const;
    RunFacts facts(RowPlace from, RowPlace to) const;
    RunFacts facts() const { return facts(begin(), end()); }
    /// How many of each kind. A question for the hand, not for a frame: it looks at up to some thousand rows.
    std::map<Kind, int> kinds(RowPlace from, RowPlace to) const;
    /// All that its look-ups meet.
    std::set<Outcome> outcomes() const;
    /// The first row of a run whose outcome is this one; its first row where none has it.
    Placed firstOf(Outcome outcome, RowPlace from, RowPlace to) const;
    const LodLane& recorded() const { return *m_recorded; }
    const std::vector<Placed>& put() const { return m_put; }

private:
    struct Stretch {
        std::size_t end = 0; ///< of recorded rows that no edge of a window parts
        std::vector<Outcome> outcomes; ///< by sort
    };
    void addStretches();
    Outcome outcomeOf(int sort, std::size_t first, std::size_t last) const;
    bool isGone(std::size_t recorded) const;
    std::size_t notGone(std::size_t recorded) const; ///< it, or the next that is not
    std::size_t goneBefore(std::size_t recorded) const;
    void addRecorded(RunFacts& facts, std::size_t first, std::size_t last) const;
    void add(RunFacts& facts, Outcome outcome) const;

    const LodLane* m_recorded;
    const TimelineView* m_view;
    std::vector<std::size_t> m_gone; ///< places among the recorded rows, in order
    std::vector<Placed> m_put;
    std::vector<Outcome> m_putOutcomes;
    std::vector<Stretch> m_stretches;
};

/// The rows of a view, by the lanes that are drawn.
class ViewRows {
public:
    /// The index is of the view's record; both must outlive it. `hidden`: the rows that the index leaves out.
    ViewRows(const LodIndex& index, const TimelineView& view, const HiddenRows* hidden = nullptr);
    const TimelineView& view() const { return *m_view; }
    const LodIndex& index() const { return *m_index; }
    const Bands& bands() const { return m_index->bands(); }
    std::size_t laneCount() const { return m_lanes.size(); }
    const LaneRows& lane(BandId id) const { return m_lanes[static_cast<std::size_t>(id)]; }
    auto begin() const { return m_lanes.begin(); }
    auto end() const { return m_lanes.end(); }

private:
    const LodIndex* m_index;
    const TimelineView* m_view;
    std::vector<LaneRows> m_lanes;
};

} // namespace lockstep
