#pragma once
#include "core/draft.h"
#include "formats/markdown/row_head.h"

namespace lockstep::markdown {

/// A row of fields around a clock: "Role: [person,] [place,] CLOCK, [Label:] text", "place, CLOCK, text".
/// A field that the place tables know is a place, another a person; of two the first is the person.
struct FieldRow {
    RowHead head;
    std::string role, person, place;
    std::size_t textAt = 0;
};

/// Empty when the line is no such row. A row whose clock is out of range is returned with its fault and no clock.
std::optional<FieldRow> readFieldRow(std::string_view text, DayOrder order = DayOrder::Unknown);

/// Steps over a label that only says that a text follows: "Task: start the backup" -> "start the backup".
std::string_view withoutLabel(std::string_view text);

} // namespace lockstep::markdown
