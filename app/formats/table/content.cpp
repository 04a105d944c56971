#include "formats/table/content.h"
#include "core/places.h"
#include "formats/elapsed_text.h"
#include "formats/text_scan.h"
#include <algorithm>
#include <array>
#include <set>

namespace lockstep::table {

namespace {

bool isNumber(std::string_view cell)
{
    return !cell.empty() && std::ranges::all_of(cell, [](char c) { return scan::isDigit(c) || c == '.' || c == ',' || c == '-'; });
}

/// Capitals and digits without a blank, five or more: an id where a name might stand.
bool isCode(std::string_view cell)
{
    const auto digits = std::ranges::count_if(cell, scan::isDigit), capitals = std::ranges::count_if(cell, scan::isUpper);
    return cell.size() >= 5 && digits > 0 && static_cast<std::size_t>(digits + capitals) == cell.size();
}

/// Calls back with the filled cells of some records spread over the table, the first ones among them.
template <class Look> void sampled(const Table& table, std::size_t begin, int column, std::size_t most, Look look)
{
    const auto rows = table.size() - std::min(begin, table.size());
    const auto step = std::max<std::size_t>(1, rows / std::max<std::size_t>(1, most));
    for (auto record = begin; record < table.size(); record += step)
        if (const auto cell = table.cell(record, column); !cell.empty())
            look(cell);
}

/// "3/4/2022": two small numbers before a year. Other ways to write a date leave no choice.
bool isDigitDate(std::string_view cell)
{
    scan::Cursor c{cell};
    const bool day = c.takeNumber(1, 2) > 0 && (c.take('/') || c.take('-') || c.take('.'));
    return day && c.takeNumber(1, 2) > 0 && (c.take('/') || c.take('-') || c.take('.'));
}

/// How often a column's dates fall when read in one order.
class Fall {
public:
    explicit Fall(DayOrder order) : m_order(order) { }
    void look(std::string_view cell)
    {
        const auto read = readDate(cell, m_order);
        if (!read || !read->date.year)
            return;
        const std::array now{*read->date.year, static_cast<int>(read->date.month), static_cast<int>(read->date.day)};
        m_count += now < m_last ? 1 : 0;
        m_last = now;
    }
    std::size_t count() const { return m_count; }

private:
    DayOrder m_order;
    std::array<int, 3> m_last{};
    std::size_t m_count = 0;
};

} // namespace

Content contentOf(const Table& table, std::size_t begin, int column, std::size_t mostRows)
{
    Content content;
    std::array<std::size_t, 5> units{};
    std::size_t clocks = 0, dates = 0, lengths = 0, numbers = 0, serials = 0, fractions = 0, codes = 0, bytes = 0;
    std::set<std::string_view> values;
    Instant last{};
    content.rises = true;
    sampled(table, begin, column, mostRows, [&](std::string_view cell) {
        ++content.filled;
        bytes += cell.size();
        values.insert(cell);
        codes += isCode(cell) ? 1 : 0;
        if (isNumber(cell)) {
            ++numbers;
            if (const auto epoch = epochOf(cell)) {
                ++units[static_cast<std::size_t>(epoch->unit)];
                content.rises &= epoch->at >= last;
                last = epoch->at;
            }
            serials += serialOf(cell) ? 1 : 0;
            fractions += cell.find_first_of(".,") != std::string_view::npos ? 1 : 0;
        }
        lengths += readElapsed(cell, ElapsedLead::Free) ? 1 : 0;
        const auto head = momentOf(cell, {});
        if (!isWhole(head, cell) && head.faults.empty())
            return;
        clocks += head.hasTime() || !head.date ? 1 : 0;
        dates += head.hasTime() || !head.date ? 0 : 1;
    });
    const auto of = [&](std::size_t n) { return content.filled == 0 ? 0.0 : static_cast<double>(n) / static_cast<double>(content.filled); };
    content.clocks = of(clocks);
    content.dates = of(dates);
    content.lengths = of(lengths);
    content.numbers = of(numbers);
    content.codes = of(codes);
    content.length = of(bytes);
    content.different = values.size();
    const auto unit = std::ranges::max_element(units) - units.begin();
    if (of(units[static_cast<std::size_t>(unit)]) >= 0.9)
        content.form.unit = static_cast<Unit>(unit);
    content.form.isSerial = of(serials) >= 0.9 && (fractions == 0 || of(fractions) >= 0.5);
    return content;
}

double knownPlaces(const Table& table, std::size_t begin, int column)
{
    constexpr std::size_t most = 40;
    std::set<std::string_view> values;
    sampled(table, begin, column, 400, [&](std::string_view cell) {
        if (values.size() < most)
            values.insert(cell);
    });
    const auto known = std::ranges::count_if(values, [](std::string_view v) {
        const auto found = placesFor(v);
        return !found.empty() && found.front().source != "close spelling";
    });
    return values.empty() ? 0.0 : static_cast<double>(known) / static_cast<double>(values.size());
}

OrderFound dayOrderOf(const Table& table, std::size_t begin, int column)
{
    OrderFound found;
    Fall monthFirst{DayOrder::MonthFirst}, dayFirst{DayOrder::DayFirst};
    bool month = false, day = false;
    for (auto record = begin; record < table.size(); ++record) {
        const auto cell = table.cell(record, column);
        if (!isDigitDate(cell))
            continue;
        const auto date = readDate(cell);
        if (!date)
            continue;
        found.matters |= date->eitherOrder;
        month |= date->monthFirst;
        day |= date->dayFirst;
        const bool isSure = date->monthFirst || date->dayFirst;
        if (found.line == 0 || (isSure && !found.isSure)) {
            found.line = table.line(record);
            found.written = cell.substr(date->begin, date->length);
            found.isSure = isSure;
        }
        monthFirst.look(cell);
        dayFirst.look(cell);
    }
    found.isSure = month != day;
    if (found.isSure) {
        found.order = month ? DayOrder::MonthFirst : DayOrder::DayFirst;
    } else if (!month && monthFirst.count() != dayFirst.count()) {
        found.order = monthFirst.count() < dayFirst.count() ? DayOrder::MonthFirst : DayOrder::DayFirst;
        found.otherwise = std::max(monthFirst.count(), dayFirst.count());
    } else if (!month && found.matters) {
        found.order = found.written.find('.') != std::string::npos ? DayOrder::DayFirst : DayOrder::MonthFirst;
    }
    return found;
}

} // namespace lockstep::table
