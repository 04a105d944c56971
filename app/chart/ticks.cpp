#include "chart/ticks.h"
#include <algorithm>
#include <array>
#include <map>

namespace lockstep {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t mostTicks = 2'000;
constexpr double minutesOfMonth = 30.44 * 24 * 60;

Millis intoStep(WallTime wall, Millis step)
{
    // Weeks are counted from a Monday: 1970-01-05.
    const WallTime origin = step >= 7 * 24h ? WallTime{date::local_days{date::year{1970} / 1 / 5}} : WallTime{};
    const Millis rest = (wall - origin) % step;
    return rest < Millis{0} ? rest + step : rest;
}

Instant firstMoment(const Zone& zone, WallTime wall)
{
    return zone.at(wall).earliest;
}

void addMonths(std::vector<Instant>& ticks, const Zone& zone, Span span, int months)
{
    const date::year_month_day day{date::floor<date::days>(zone.wallAt(span.begin))};
    int index = static_cast<int>(day.year()) * 12 + static_cast<int>(static_cast<unsigned>(day.month())) - 1;
    index -= index % months;
    for (; ticks.size() < mostTicks; index += months) {
        const date::year_month_day first{date::year{index / 12} / date::month{static_cast<unsigned>(index % 12 + 1)} / 1};
        const Instant at = firstMoment(zone, WallTime{date::local_days{first}});
        if (at > span.end)
            return;
        if (at >= span.begin)
            ticks.push_back(at);
    }
}

void addSteps(std::vector<Instant>& ticks, const Zone& zone, Span span, Millis step)
{
    Instant t = span.begin;
    while (t <= span.end && ticks.size() < mostTicks) {
        const Millis rest = intoStep(zone.wallAt(t), step);
        if (rest == Millis{0}) {
            ticks.push_back(t);
            t += step;
            continue;
        }
        // After clocks were put forward the whole step lies behind; otherwise it lies ahead.
        const Instant behind = t - rest;
        const bool skipped = behind >= span.begin && (ticks.empty() || behind > ticks.back())
            && intoStep(zone.wallAt(behind), step) == Millis{0};
        t = skipped ? behind : t + (step - rest);
    }
}

/// The pieces of the visible stretch between the cuts.
std::vector<Span> piecesBetweenCuts(const AxisScale& axis)
{
    const Span shown = axis.visible();
    std::vector<Span> pieces;
    Instant begin = shown.begin;
    for (const Span& cut : axis.quiet()) {
        if (cut.end <= begin)
            continue;
        if (cut.begin >= shown.end)
            break;
        if (cut.begin > begin)
            pieces.push_back({begin, cut.begin});
        begin = cut.end;
    }
    if (begin < shown.end)
        pieces.push_back({begin, shown.end});
    return pieces;
}

struct Room {
    double left, right;
    std::size_t part; ///< counts the cuts before it
};

/// The stretch between two cuts in which a text at this instant may stand; empty inside a cut.
std::optional<Room> roomAround(const AxisScale& axis, Instant at, double clear)
{
    if (axis.quietAt(at) >= 0)
        return std::nullopt;
    Room room{axis.left(), axis.right(), 0};
    for (const Span& cut : axis.quiet()) {
        if (cut.end <= at) {
            room.left = std::max(room.left, axis.x(cut.end) + clear);
            ++room.part;
        }
        if (cut.begin >= at)
            room.right = std::min(room.right, axis.x(cut.begin) - clear);
    }
    return room;
}

} // namespace

TickStep tickStep(const AxisScale& axis, double leastPixels)
{
    constexpr std::array<Millis, 30> steps{1ms, 2ms, 5ms, 10ms, 20ms, 50ms, 100ms, 200ms, 500ms, 1s, 2s, 5s, 10s, 15s, 30s,
                                           1min, 2min, 5min, 10min, 15min, 30min, 1h, 2h, 3h, 6h, 12h, 24h, 48h, 168h, 336h};
    const double perMilli = axis.pixelsPerMinute() / 60'000;
    const auto enough = std::find_if(steps.begin(), steps.end(), [&](Millis step) {
        return static_cast<double>(step.count()) * perMilli >= leastPixels * (step < 1s ? 1.6 : 1);
    });
    if (enough != steps.end())
        return {*enough, 0};
    constexpr std::array months{1, 3, 6, 12, 24, 60, 120, 240, 600, 1'200, 6'000};
    const auto wide = std::find_if(months.begin(), months.end(),
        [&](int m) { return m * minutesOfMonth * axis.pixelsPerMinute() >= leastPixels; });
    return {0ms, wide != months.end() ? *wide : months.back()};
}

std::vector<Instant> tickInstants(const AxisScale& axis, const Zone& zone, TickStep step)
{
    std::vector<Instant> ticks;
    for (const Span& piece : piecesBetweenCuts(axis)) {
        if (step.months > 0)
            addMonths(ticks, zone, piece, step.months);
        else
            addSteps(ticks, zone, piece, step.length);
    }
    return ticks;
}

std::vector<Instant> offsetChanges(const AxisScale& axis, const Zone& zone, double leastPixels)
{
    constexpr Millis stride = 168h; // no zone changes twice within a week
    std::vector<Instant> changes;
    if (zone.isFixed() || axis.pixelsPerMinute() * minutesOfMonth < leastPixels)
        return changes;
    for (const Span& piece : piecesBetweenCuts(axis)) {
        for (Instant from = piece.begin; from < piece.end; from += stride) {
            Instant before = from, after = std::min(from + stride, piece.end);
            const auto offset = zone.offsetAt(before);
            if (zone.offsetAt(after) == offset)
                continue;
            while (after - before > 1ms) {
                const Instant middle = before + (after - before) / 2;
                (zone.offsetAt(middle) == offset ? before : after) = middle;
            }
            changes.push_back(after);
        }
    }
    return changes;
}

std::vector<ShownTick> shownTicks(const AxisScale& axis, const std::vector<TickText>& texts,
                                  const std::optional<Blocked>& blocked, const TickRoom& room)
{
    std::map<Instant, std::vector<std::size_t>> columns;
    for (std::size_t i = 0; i < texts.size(); ++i)
        columns[texts[i].at].push_back(i);

    std::vector<ShownTick> shown;
    std::map<int, double> usedUntil; // per ruler
    std::map<int, bool> owesDay;
    std::map<int, std::size_t> toldIn; // per ruler: the narrow part that has told its time
    for (const auto& [at, column] : columns) {
        const double x = axis.x(at);
        bool fits = true;
        for (const std::size_t i : column) {
            const TickText& text = texts[i];
            owesDay[text.ruler] = owesDay[text.ruler] || text.startsDay;
            if (text.isBox)
                continue;
            const double right = x + text.half + (owesDay[text.ruler] ? text.suffix : 0);
            const double left = x - text.half;
            const auto around = roomAround(axis, at, text.isAnchored ? room.clearAnchored : room.clear);
            const auto used = usedUntil.find(text.ruler);
            fits = fits && around && left >= around->left && right <= around->right
                && (used == usedUntil.end() || left >= used->second + room.between)
                && !(blocked && right > blocked->left && left < blocked->right);
            const auto told = toldIn.find(text.ruler);
            const bool isNarrow = around && around->part > 0 && around->right - around->left < room.lone;
            fits = fits && !(isNarrow && told != toldIn.end() && told->second == around->part);
        }
        if (!fits)
            continue;
        for (const std::size_t i : column) {
            const TickText& text = texts[i];
            const bool withDay = owesDay[text.ruler];
            owesDay[text.ruler] = false;
            if (withDay || !text.isBox) // what is blocked keeps others from the box itself
                usedUntil[text.ruler] = x + text.half + (withDay ? text.suffix : 0);
            shown.push_back({i, withDay});
            if (!text.isBox)
                toldIn[text.ruler] = roomAround(axis, at, 0)->part;
        }
    }
    return shown;
}

} // namespace lockstep
