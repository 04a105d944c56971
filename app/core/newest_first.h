#pragma once
#include "core/instant.h"
#include <optional>

namespace lockstep {

/// The steps from row to row, taken one after the other: times of one clock or one axis, in document order.
class Steps {
public:
    void take(Millis time);
    /// Whether the rows are listed with the newest on top, as status pages do: three or more steps back, and at least
    /// four times as many as forward.
    bool areNewestFirst() const { return m_back >= 3 && m_back >= 4 * m_forward; }

private:
    std::optional<Millis> m_last;
    int m_back = 0, m_forward = 0;
};

} // namespace lockstep
