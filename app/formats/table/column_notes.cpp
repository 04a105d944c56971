#include "formats/table/column_notes.h"
#include "core/notation.h"
#include "core/written_date.h"
#include <array>

namespace lockstep::table {

namespace {

constexpr std::array<std::string_view, 5> unitWords{"", "seconds", "milliseconds", "microseconds", "nanoseconds"};

std::string_view readWords(DayOrder order) { return order == DayOrder::DayFirst ? readDayFirst : readMonthFirst; }
std::string_view orderWords(DayOrder order) { return order == DayOrder::DayFirst ? "day first" : "month first"; }

/// How the dates in digits of a column are read, and what else they could be.
std::optional<Problem> orderNote(const std::string& name, const ClockColumn& column, int line)
{
    const auto& found = column.order;
    if (!found.matters || found.order == DayOrder::Unknown)
        return {};
    const auto other = found.order == DayOrder::DayFirst ? DayOrder::MonthFirst : DayOrder::DayFirst;
    const auto what = "The dates of " + name + std::string{readWords(found.order)};
    if (found.isSure)
        return Problem{Severity::Note, found.line, 0, what, "'" + found.written + "' leaves no choice."};
    if (found.otherwise > 0)
        return Problem{Severity::Note, line, 0, what, "Read " + std::string{orderWords(other)} + ", " + std::to_string(found.otherwise)
            + (found.otherwise == 1 ? " row runs" : " rows run") + " backwards."};
    const auto read = readDate(found.written, found.order), rival = readDate(found.written, other);
    if (!read || !rival)
        return {};
    return Problem{Severity::Note, found.line, 0, what, "'" + found.written + "' is " + dateWords(read->date) + "; it could be " + dateWords(rival->date) + "."};
}

} // namespace

std::vector<Problem> notesOn(const Sheet& sheet, const Columns& columns, const std::set<int>& used)
{
    auto notes = columns.notes;
    auto clocks = columns.clocks;
    clocks.push_back(columns.date);
    clocks.push_back(columns.end);
    for (const auto& clock : clocks) {
        if (!used.contains(clock.column))
            continue;
        const auto name = "column '" + sheet.heads[static_cast<std::size_t>(clock.column)] + "'";
        if (clock.form.unit != Unit::None)
            notes.push_back({Severity::Note, sheet.headLine, 0,
                "The numbers of " + name + " are read as " + std::string{unitWords[static_cast<std::size_t>(clock.form.unit)]} + std::string{since1970},
                "In other units they would lie outside the years 1990 to 2099."});
        if (clock.form.isSerial)
            notes.push_back({Severity::Note, sheet.headLine, 0, "The numbers of " + name + " are read as a spreadsheet's days since 1899.", {}});
        if (auto note = orderNote(name, clock, sheet.headLine))
            notes.push_back(std::move(*note));
    }
    return notes;
}

} // namespace lockstep::table
