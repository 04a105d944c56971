#include "formats/table/date_parts.h"
#include "formats/markdown/words.h"
#include "formats/text_scan.h"
#include <algorithm>
#include <array>

namespace lockstep::table {

namespace {

/// Where the parts of a moment stand; -1: nowhere.
struct Parts {
    std::array<int, 3> date{-1, -1, -1}, time{-1, -1, -1};
    bool isDate() const { return std::ranges::none_of(date, [](int column) { return column < 0; }); }
    bool isTime() const { return time[0] >= 0 && time[1] >= 0; }
};

Parts partsOf(const Table& table)
{
    constexpr std::array<std::string_view, 3> dates{"part-year", "part-month", "part-day"}, times{"part-hour", "part-minute", "part-second"};
    Parts parts;
    for (int i = 0; table.size() > 0 && i < static_cast<int>(table.cells(0)); ++i)
        for (std::size_t part = 0; part < 3; ++part) {
            if (parts.date[part] < 0 && markdown::isOneOf(dates[part], table.cell(0, i)))
                parts.date[part] = i;
            else if (parts.time[part] < 0 && markdown::isOneOf(times[part], table.cell(0, i)))
                parts.time[part] = i;
        }
    if (!parts.isTime())
        parts.time = {-1, -1, -1};
    return parts;
}

/// "2022-01-01" from 2022, 1 and 1; what is no number stays as it is and is refused later.
std::string joined(const Table& table, std::size_t record, const std::array<int, 3>& columns, char by)
{
    std::string words;
    for (const int column : columns) {
        const auto cell = table.cell(record, column);
        if (cell.empty())
            continue;
        words += words.empty() ? "" : std::string(1, by);
        words += cell.size() == 1 && scan::isDigit(cell.front()) ? '0' + std::string{cell} : std::string{cell};
    }
    return words;
}

} // namespace

Table withJoinedDates(Table table, std::size_t& columns)
{
    const auto parts = partsOf(table);
    if (!parts.isDate())
        return table;
    const auto isPart = [&](int i) { return std::ranges::count(parts.date, i) + std::ranges::count(parts.time, i) > 0; };
    columns -= std::min<std::size_t>(columns, parts.isTime() ? 3 + (parts.time[2] >= 0 ? 1 : 0) : 2);
    Table whole{table.text()};
    for (std::size_t record = 0; record < table.size(); ++record) {
        whole.addCopy(record == 0 ? "date" : joined(table, record, parts.date, '-'));
        if (parts.isTime())
            whole.addCopy(record == 0 ? "time" : joined(table, record, parts.time, ':'));
        for (int i = 0; i < static_cast<int>(table.cells(record)); ++i)
            if (!isPart(i))
                whole.addCopy(table.cell(record, i));
        const auto source = table.source(record).view();
        whole.finish({table.line(record), table.lastLine(record), static_cast<std::size_t>(source.data() - table.text().view().data()), source.size()});
    }
    return whole;
}

} // namespace lockstep::table
