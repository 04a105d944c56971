#pragma once
#include "core/lane_view.h"
#include "core/scenario.h"
#include <memory>

namespace lockstep {

/// Which rows are left out of sight: a view, never a change of the record or of what is counted from it.
struct RowFilter {
    std::set<std::string> lanes; ///< by their roles, which outlive a change of the record
    std::set<Kind> kinds;
    std::set<Outcome> outcomes;  ///< of look-ups; None: those of which nothing can be told
    std::set<int> files;         ///< indexes into Timeline::sources
    std::set<std::string> bands = {}; ///< lanes by something else than the record's, by their names
    LanesBy bandsBy = LanesBy::Record;
    bool isEmpty() const { return lanes.empty() && kinds.empty() && outcomes.empty() && files.empty() && bands.empty(); }
    friend bool operator==(const RowFilter&, const RowFilter&) = default;
};

/// With the lanes that are hidden by how lanes are shown.
RowFilter withHidden(RowFilter filter, const LanesShown& shown);

/// The rows of a view that a filter leaves out: one look at each row, so that nothing drawn later asks the filter.
class HiddenRows {
public:
    HiddenRows(const TimelineView& view, const RowFilter& filter);
    bool has(EventId id) const { return id >= 1 && static_cast<std::size_t>(id) <= m_rows.size() && m_rows[static_cast<std::size_t>(id) - 1]; }
    /// The whole lane, by its name.
    bool hasLane(LaneId id) const { return id >= 0 && static_cast<std::size_t>(id) < m_lanes.size() && m_lanes[static_cast<std::size_t>(id)]; }
    int count() const { return m_count; }
    int rows() const { return static_cast<int>(m_rows.size()); } ///< of the view, in sight or not
    friend bool operator==(const HiddenRows&, const HiddenRows&) = default;

private:
    std::vector<bool> m_rows, m_lanes;
    int m_count = 0;
};

/// nullptr where the filter leaves nothing out.
std::shared_ptr<const HiddenRows> hiddenRows(const TimelineView& view, const RowFilter& filter);

/// "12 of 40 rows are not shown."
std::string hiddenWords(const HiddenRows& hidden);

/// What there is to choose from, and how many rows of each.
struct RowCounts {
    std::vector<int> lanes, files;
    std::map<Kind, int> kinds;
    std::map<Outcome, int> outcomes; ///< of look-ups
};
RowCounts countedRows(const TimelineView& view);

} // namespace lockstep
