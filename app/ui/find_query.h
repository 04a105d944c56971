#pragma once
#include "core/find.h"
#include <QString>

namespace lockstep {

/// What a person typed to find rows, and how it was understood.
struct TypedQuery {
    FindQuery query;
    QString clock;            ///< "10:41 in Vietnam", "23:35"; empty without a clock or date
    QString words;            ///< the other words, as typed
    std::optional<Zone> zone; ///< of the place that was named
    QString fault;            ///< a sentence where a place or clock that was typed cannot be told
};

/// Reads "10:41 vietnam", "3:40 PM Washington", "10:41 +07", "2019-10-06 23:35", "row 8", "lock \"all tables\"". A clock
/// without a place may stand on any ruler; half a clock ("10:4") is what it begins. All other words are sought as they are.
TypedQuery typedQuery(const TimelineView& view, const QString& text);

/// Why nothing was found: "No row at 10:41 in Vietnam. The nearest is row 8, 10:40." `nearest` 0: none is near.
QString nothingFound(const TimelineView& view, const TypedQuery& typed, EventId nearest);

} // namespace lockstep
