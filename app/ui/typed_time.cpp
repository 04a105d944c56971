#include "ui/typed_time.h"
#include "core/places.h"
#include "core/wall_clock.h"
#include "core/wording.h"
#include "formats/clock_text.h"
#include "formats/date_text.h"
#include "formats/elapsed_text.h"
#include "formats/length_text.h"
#include "ui/figures.h"
#include <algorithm>
#include <cctype>

namespace lockstep {

namespace {

std::string trimmed(std::string_view text)
{
    const auto isEdge = [](char c) { return std::isspace(static_cast<unsigned char>(c)) || c == ',' || c == '(' || c == ')'; };
    while (!text.empty() && isEdge(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isEdge(text.back()))
        text.remove_suffix(1);
    return std::string{text};
}

std::string folded(std::string_view text)
{
    std::string lower = trimmed(text);
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lower;
}

std::string withoutDaggerBytes(std::string text)
{
    constexpr std::string_view dagger = "\u2020";
    for (std::size_t at = text.find(dagger); at != std::string::npos; at = text.find(dagger))
        text.erase(at, dagger.size());
    return text;
}

/// The zone a lane of this document goes by, when that is what was typed: the reading already chose among rivals.
std::optional<Zone> laneZone(const Timeline& timeline, const std::string& words)
{
    for (const Lane& lane : timeline.lanes) {
        if (lane.zoneName.empty())
            continue;
        const std::string names[] = {lane.place, lane.role, lane.zoneName, withoutDaggerBytes(laneZoneLabel(timeline, lane))};
        if (std::ranges::any_of(names, [&](const std::string& name) { return !name.empty() && folded(name) == words; }))
            return lane.zone;
    }
    return std::nullopt;
}

/// An undated document has no date to ask a zone with summer time about.
bool hasOneOffset(const Zone& zone)
{
    const Instant january = date::sys_days{date::year{2019} / 1 / 15};
    const Instant july = date::sys_days{date::year{2019} / 7 / 15};
    return zone.offsetAt(january) == zone.offsetAt(july);
}

} // namespace

Result<Zone> typedZone(const Timeline& timeline, const std::string& written)
{
    if (!hasZones(timeline))
        return refusal("This document has no time zone, so '" + trimmed(written) + "' says nothing here.", "Type the time alone, or choose a zone first.");
    const std::string words = folded(written);
    if (const auto lane = laneZone(timeline, words))
        return *lane;
    const std::vector<PlaceCandidate> candidates = placesFor(trimmed(written));
    if (candidates.empty()) {
        std::string close;
        for (const std::string& name : placesLike(written))
            close += (close.empty() ? "" : ", ") + name;
        return refusal("No place is called '" + trimmed(written) + "'.", close.empty() ? "Type the time alone, or with UTC." : "Close: " + close + ".");
    }
    const PlaceCandidate& best = candidates.front();
    if (best.statedOffset && !timeline.dated)
        return Zone::fixed(*best.statedOffset);
    const Result<Zone> zone = Zone::find(best.zone);
    if (zone && !timeline.dated && !hasOneOffset(*zone))
        return refusal("Without a date, summer or winter time in " + best.label + " is not known.", "Set the date first, or type the time in UTC.");
    return zone;
}

namespace {

Instant nearest(const Zone& zone, const Clock& clock, Instant to)
{
    const auto day = date::floor<date::days>(zone.wallAt(to));
    Instant best = zone.at(day + clock.sinceMidnight()).earliest;
    for (const int step : {-1, 1}) {
        const Instant other = zone.at(day + date::days{step} + clock.sinceMidnight()).earliest;
        if (date::abs(other - to) < date::abs(best - to))
            best = other;
    }
    return best;
}

/// The moment "T+0:20" names where all counts from a zero.
std::optional<Instant> elapsedOf(const Timeline& timeline, std::string_view text)
{
    if (!timeline.isElapsed)
        return {};
    const auto since = readElapsed(text);
    return since ? std::optional{Instant{since->elapsed.begin}} : std::nullopt;
}

bool isSigned(std::string_view text)
{
    return text.starts_with('+') || text.starts_with('-') || text.starts_with("\u2212");
}

/// "+5 min": so much from where it lies now.
Result<Instant> movedBy(Instant from, const std::string& text)
{
    const std::optional<Millis> by = signedLengthFrom(text);
    if (!by)
        return refusal("'" + text + "' is no length with its unit.", "Type it such as +5 min, or -1 h 10 min.");
    return from + *by;
}

/// A clock and the place words beside it, on either side.
struct Typed {
    Clock clock;
    std::string place;
};

Result<Typed> typedOf(std::string_view text)
{
    std::size_t skipped = 0;
    Result<ClockReading> reading = readClock(text);
    if (!reading && text.find_first_of("0123456789") != std::string_view::npos) {
        // "Washington 23:36": the place came first.
        skipped = text.find_first_of("0123456789");
        reading = readClock(text.substr(skipped));
    }
    if (!reading)
        return refusal(reading.error().what, reading.error().instead.empty() ? "Type a time such as 10:36 or 23:36 Washington." : reading.error().instead);
    const std::size_t after = std::min(text.size(), skipped + reading->begin + reading->length);
    const std::string place = std::string{text.substr(0, skipped)} + reading->zone + " " + std::string{text.substr(after)};
    return Typed{reading->clock, trimmed(place)};
}

} // namespace

Zone zoneOf(const Timeline& timeline, const Event& event)
{
    if (event.isDated && !event.zoneName.empty())
        if (const Result<Zone> own = Zone::find(event.zoneName))
            return *own;
    if (!event.isDated && event.hasClock)
        return Zone::fixed(date::floor<std::chrono::minutes>(event.local.time_since_epoch() - event.at.time_since_epoch()));
    return event.lane >= 0 && event.lane < static_cast<LaneId>(timeline.lanes.size()) ? timeline.lane(event.lane).zone : Zone::utc();
}

namespace {

/// An instant on the row's own clock, with the day where it is another than the row's.
TypedTime onOwnClock(const Timeline& record, const Event& event, Instant at)
{
    const WallTime wall = zoneOf(record, event).wallAt(at);
    const bool isSameDay = dayOf(record, event, wall) == dayOf(record, event, event.local);
    return {clockOf(wall), isSameDay ? std::nullopt : std::optional{dayOf(record, event, wall)}, at};
}

} // namespace

Result<TypedTime> typedTime(const TimelineView& view, EventId id, std::string_view text)
{
    const Timeline& record = view.record();
    if (const auto since = elapsedOf(record, text))
        return TypedTime{.clock = {}, .day = {}, .at = *since, .isElapsed = true};
    if (const std::string length = trimmed(text); isSigned(length)) {
        const Result<Instant> at = movedBy(view.at(id), length);
        if (!at)
            return tl::unexpected{at.error()};
        if (record.isElapsed)
            return TypedTime{.clock = {}, .day = {}, .at = *at, .isElapsed = true};
        return onOwnClock(record, view.event(id), *at);
    }
    const Result<Typed> typed = typedOf(text);
    if (!typed)
        return tl::unexpected{typed.error()};
    const Event& event = view.event(id);
    const Zone own = zoneOf(record, event);
    if (typed->place.empty()) {
        const auto day = date::floor<date::days>(own.wallAt(view.at(id)));
        return TypedTime{typed->clock, std::nullopt, own.at(day + typed->clock.sinceMidnight()).earliest};
    }
    const Result<Zone> zone = typedZone(record, typed->place);
    if (!zone)
        return tl::unexpected{zone.error()};
    return onOwnClock(record, event, nearest(*zone, typed->clock, view.at(id)));
}

Result<Instant> typedInstant(const TimelineView& view, Instant near, std::string_view text)
{
    if (const auto since = elapsedOf(view.record(), text))
        return *since;
    if (const std::string length = trimmed(text); isSigned(length))
        return movedBy(near, length);
    if (view.record().isElapsed)
        return refusal("This timeline counts from T+0.", "Type the time since then, such as T+0:20.");
    const Result<Typed> typed = typedOf(text);
    if (!typed)
        return tl::unexpected{typed.error()};
    const Result<Zone> zone = typed->place.empty() ? Result<Zone>{Zone::utc()} : typedZone(view.record(), typed->place);
    if (!zone)
        return tl::unexpected{zone.error()};
    return nearest(*zone, typed->clock, near);
}

int dayOf(const Timeline& timeline, const Event& row, WallTime wall)
{
    const auto first = date::floor<date::days>(timeline.event(timeline.sourceOf(row).firstRow).local);
    return static_cast<int>((date::floor<date::days>(wall) - first).count());
}

Result<date::year_month_day> typedDate(std::string_view text)
{
    constexpr const char* instead = "Type it as year-month-day, such as 2019-10-06.";
    const std::string written = trimmed(text);
    const Result<DateReading> read = readDate(written);
    if (read && read->eitherOrder)
        return refusal("'" + written + "' can be two dates.", instead);
    if (!read || !read->date.year || read->end || !read->doubts.empty() || read->begin + read->length != written.size())
        return refusal("That is no date with its year.", instead);
    return date::year{*read->date.year} / date::month{read->date.month} / date::day{read->date.day};
}

} // namespace lockstep
