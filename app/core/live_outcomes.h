#pragma once
#include "core/scenario.h"
#include <array>

namespace lockstep {

/// How one outcome's look-ups changed from the record to a what-if.
struct OutcomeShift {
    /// So many are named at most.
    static constexpr std::size_t mostNamed = 4;
    std::size_t was = 0, now = 0;   ///< how many had it, how many have it
    std::size_t gone = 0, come = 0; ///< how many no longer have it, how many have it anew
    std::vector<EventId> goneRows, comeRows; ///< in ascending order; empty where there are more than mostNamed
    bool isChange() const { return gone + come > 0; }
    friend bool operator==(const OutcomeShift&, const OutcomeShift&) = default;
};
/// By outcome.
using OutcomeShifts = std::array<OutcomeShift, 7>;

/// What became of a record's look-ups, kept for the length of a gesture: the look-ups are sorted once, and each new view
/// is set against the record at the cost of its windows and of the rows it moves, not of all look-ups.
class LiveOutcomes {
public:
    /// The record must outlive it.
    explicit LiveOutcomes(const Timeline& record);

    bool hasLookUps() const { return !m_groups.empty(); }
    /// The view is of the same record.
    OutcomeShifts shifts(const TimelineView& view) const;

private:
    /// Look-ups that meet the same at the same instant, in order of time.
    struct Group {
        std::vector<EventId> ids;
        std::vector<Instant> at;
    };
    TimelineView m_recorded;
    std::vector<Group> m_groups;
};

} // namespace lockstep
