#pragma once
#include "core/draft.h"
#include "core/reading.h"

namespace lockstep {

/// Where the rows of a document stand after it was read again.
class RowMap {
public:
    /// Every row where it was.
    static RowMap same(std::size_t rows);
    /// Of a file whose bytes are the same rows are the same where their lines are. Else where their words, clock and role are; then where only the clock or the role became another;
    /// then, between rows already found, where the words are much the same. Order decides among equals.
    static RowMap between(const Draft& before, const Draft& again);

    /// The row's number now; 0 where it is gone. Events a what-if adds follow the last row, then as before.
    EventId operator()(EventId before) const;
    std::size_t rowsBefore() const { return m_now.size(); }
    std::size_t rowsNow() const { return m_rowsNow; }

private:
    std::vector<EventId> m_now; ///< by index of the row before
    std::size_t m_rowsNow = 0;
};

} // namespace lockstep
