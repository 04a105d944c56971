#include "formats/table/moment.h"
#include "core/places.h"
#include "core/wall_clock.h"
#include "core/zone.h"
#include "formats/markdown/row_elapsed.h"
#include "formats/text_scan.h"
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace lockstep::table {

using markdown::RowHead;
using scan::Cursor;

namespace {

constexpr std::int64_t firstSecond = 631'152'000, lastSecond = 4'102'444'800; // 1990-01-01, 2100-01-01

struct Scale {
    Unit unit;
    std::int64_t perSecond;
};
constexpr std::array<Scale, 4> scales{{{Unit::Seconds, 1}, {Unit::Millis, 1'000}, {Unit::Micros, 1'000'000}, {Unit::Nanos, 1'000'000'000}}};

/// The whole number and the thousandths behind its point or decimal comma.
struct Number {
    std::int64_t whole = 0;
    double fraction = 0;
    bool hasFraction = false;
};

std::optional<Number> numberOf(std::string_view cell)
{
    const auto point = std::min(cell.find_first_of(".,"), cell.size());
    Number number;
    const auto read = std::from_chars(cell.data(), cell.data() + point, number.whole);
    if (point == 0 || !scan::isDigit(cell.front()) || read.ec != std::errc{} || read.ptr != cell.data() + point)
        return {};
    double scale = 0.1;
    for (const char c : cell.substr(std::min(point + 1, cell.size()))) {
        if (!scan::isDigit(c))
            return {};
        number.fraction += (c - '0') * scale;
        scale /= 10;
        number.hasFraction = true;
    }
    return number;
}

void put(RowHead& head, WallTime at, bool hasClock)
{
    const auto day = date::floor<date::days>(at);
    const date::year_month_day ymd{day};
    head.date = StatedDate{static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day())};
    if (!hasClock)
        return;
    head.clock = clockOf(at);
}

RowHead numberMoment(std::string_view cell, const Form& form)
{
    RowHead head;
    head.closed = true;
    head.textAt = cell.size();
    if (form.unit != Unit::None) {
        if (const auto epoch = epochOf(cell); epoch && epoch->unit == form.unit)
            put(head, WallTime{epoch->at.time_since_epoch()}, true);
    } else if (const auto serial = serialOf(cell)) {
        put(head, *serial, cell.find_first_of(".,") != std::string_view::npos);
    }
    if (head.date)
        head.written = head.dateWritten = cell;
    return head;
}

/// "+02:00", "-0500", "+05", "Z", "UTC" up to the end of the cell.
bool takeIsoZone(Cursor& c, bool minusToo)
{
    c.skipBlanks();
    if (c.take('Z') || c.take('z') || c.takeWord("UTC") || c.takeWord("GMT"))
        return c.done();
    if (!c.take('+') && !(minusToo && c.take('-')))
        return false;
    if (c.takeNumber(4, 4) >= 0)
        return c.done();
    if (const int hours = c.takeNumber(2, 2); hours < 0 || hours > 18)
        return false;
    if (c.done())
        return true;
    return c.take(':') && c.takeNumber(2, 2) >= 0 && c.done();
}

bool takeIsoClock(Cursor& c, Clock& clock, bool& hasSeconds)
{
    clock.hour = c.takeNumber(2, 2);
    if (!c.take(':'))
        return false;
    clock.minute = c.takeNumber(2, 2);
    if (c.peek() == ':') {
        ++c.at;
        clock.second = c.takeNumber(2, 2);
        hasSeconds = true;
        if ((c.peek() == '.' || c.peek() == ',') && scan::isDigit(c.peek(1))) {
            ++c.at;
            for (int scale = 100; scan::isDigit(c.peek()); ++c.at, scale /= 10)
                clock.millis += (c.peek() - '0') * scale;
        }
    }
    const auto within = [](int n, int most) { return n >= 0 && n <= most; };
    return within(clock.hour, 23) && within(clock.minute, 59) && within(clock.second, 59);
}

/// "20191006T233000Z" with its dashes and colons; empty where the cell is no such moment.
std::string withMarks(std::string_view cell)
{
    const auto digits = [&](std::size_t from, std::size_t count) {
        return cell.size() >= from + count && std::ranges::all_of(cell.substr(from, count), scan::isDigit);
    };
    if (cell.size() < 13 || cell[8] != 'T' || !digits(0, 8) || !digits(9, 4))
        return {};
    const auto part = [&](std::size_t from, std::size_t count) { return std::string{cell.substr(from, count)}; };
    const bool hasSeconds = digits(13, 2);
    return part(0, 4) + '-' + part(4, 2) + '-' + part(6, 2) + 'T' + part(9, 2) + ':' + part(11, 2)
        + (hasSeconds ? ':' + part(13, 2) : std::string{}) + std::string{cell.substr(hasSeconds ? 15 : 13)};
}

/// "2019-10-06T23:30:00.250-04:00" and nothing else: what machines write, a million times. Everything else, the
/// impossible included, is left to the reader of people's ways.
std::optional<RowHead> isoMoment(std::string_view cell)
{
    if (cell.size() < 16 || cell[4] != '-' || cell[7] != '-')
        return {};
    Cursor c{cell};
    const int year = c.takeNumber(4, 4);
    c.take('-');
    const int month = c.takeNumber(2, 2);
    c.take('-');
    const int day = c.takeNumber(2, 2);
    const bool joined = c.take('T') || c.take('t');
    if (year < 1900 || year > 2199 || month < 1 || day < 1 || (!joined && !c.skipBlanks()))
        return {};
    const date::year_month_day ymd{date::year{year}, date::month{static_cast<unsigned>(month)}, date::day{static_cast<unsigned>(day)}};
    const auto clockAt = c.at;
    RowHead head;
    head.clock.emplace();
    bool hasSeconds = false;
    if (!ymd.ok() || !takeIsoClock(c, *head.clock, hasSeconds))
        return {};
    if (const auto zoneAt = c.at; !c.done()) {
        if (!takeIsoZone(c, joined || hasSeconds))
            return {};
        head.zone = scan::trimmed(cell.substr(zoneAt));
    }
    head.date = StatedDate{year, static_cast<unsigned>(month), static_cast<unsigned>(day)};
    head.dateWritten = cell.substr(0, 10);
    head.written = cell.substr(clockAt);
    head.closed = true;
    head.textAt = cell.size();
    return head;
}

} // namespace

std::optional<EpochNumber> epochOf(std::string_view cell)
{
    const auto number = numberOf(cell);
    if (!number)
        return {};
    for (const auto& scale : scales) {
        const auto seconds = number->whole / scale.perSecond;
        if (seconds < firstSecond || seconds >= lastSecond)
            continue;
        auto millis = number->whole % scale.perSecond * 1'000 / scale.perSecond;
        if (scale.unit == Unit::Seconds)
            millis = static_cast<std::int64_t>(number->fraction * 1'000 + 1e-6);
        return EpochNumber{scale.unit, Instant{Millis{seconds * 1'000 + millis}}};
    }
    return {};
}

std::optional<WallTime> serialOf(std::string_view cell)
{
    constexpr std::int64_t first = 32'874, last = 73'050; // 1990-01-01, 2099-12-31
    const auto number = numberOf(cell);
    if (!number || number->whole < first || number->whole > last)
        return {};
    // Day 25569 is 1970-01-01; a spreadsheet's fractions are whole seconds but for its rounding.
    const auto seconds = static_cast<std::int64_t>(std::llround(number->fraction * 86'400));
    return WallTime{std::chrono::seconds{(number->whole - 25'569) * 86'400 + seconds}};
}

RowHead momentOf(std::string_view cell, const Form& form)
{
    if (form.unit != Unit::None || form.isSerial)
        return numberMoment(cell, form);
    if (form.isElapsed)
        return markdown::elapsedHead(cell);
    if (auto iso = isoMoment(cell))
        return std::move(*iso);
    if (const auto marked = withMarks(cell); !marked.empty())
        if (auto iso = isoMoment(marked)) {
            iso->written = iso->dateWritten = cell;
            iso->textAt = cell.size();
            return std::move(*iso);
        }
    return markdown::readRowHead(cell, form.order);
}

bool isWhole(const RowHead& head, std::string_view cell)
{
    return (head.hasTime() || head.date) && head.textAt >= cell.size() && (!head.dotted || head.date);
}

std::optional<std::chrono::minutes> fixedOffset(std::string_view zone)
{
    const auto found = placesFor(zone);
    if (found.empty() || found.front().source != "offset")
        return {};
    const auto fixed = Zone::find(found.front().zone);
    if (!fixed || !fixed->isFixed())
        return {};
    return std::chrono::floor<std::chrono::minutes>(fixed->offsetAt(Instant{}));
}

} // namespace lockstep::table
