#include "cli/shown_span.h"
#include "cli/calendar.h"
#include "cli/names.h"
#include "core/places.h"
#include "formats/clock_text.h"
#include "formats/text_for.h"
#include <algorithm>

namespace lockstep::cli {
namespace {

struct Moment {
    std::optional<date::local_days> day;
    Millis clock{0};
    Zone zone = Zone::utc();
};

OrStop<Zone> zoneOf(const std::string& words, const Timeline& timeline)
{
    if (words.empty() || words == "Z")
        return Zone::utc();
    if (const auto lane = laneIndex(words, timeline))
        return timeline.lane(*lane).zone;
    for (const PlaceCandidate& candidate : placesFor(words)) {
        if (!timeline.dated && candidate.statedOffset)
            return Zone::fixed(*candidate.statedOffset);
        if (const auto zone = Zone::find(candidate.zone); zone && (timeline.dated || zone->isFixed()))
            return *zone;
    }
    return stop(Exit::Usage, "'" + forTerminal(words) + "' is no lane of this document and no zone usable here.");
}

std::string trimmed(const std::string& text)
{
    const auto from = text.find_first_not_of(' ');
    return from == std::string::npos ? std::string{} : text.substr(from, text.find_last_not_of(' ') - from + 1);
}

OrStop<Moment> momentFrom(const std::string& written, const Timeline& timeline)
{
    Moment moment;
    std::string rest = written;
    if (const auto day = isoDate(written.substr(0, 10)); day && written.size() > 11) {
        if (!timeline.dated)
            return stop(Exit::Usage, "The document has no date, so '" + forTerminal(written) + "' cannot be placed. Leave the date out.");
        moment.day = date::local_days{*day};
        rest = written.substr(11);
    }
    const auto clock = readClock(rest);
    if (!clock)
        return stop(Exit::Usage, "'" + forTerminal(written) + "' is no time. Write it as 03:30 or 2019-10-07T03:30.");
    moment.clock = clock->clock.sinceMidnight();
    const std::string after = trimmed(rest.substr(clock->begin + clock->length));
    const auto zone = zoneOf(after.empty() ? clock->zone : after, timeline);
    if (!zone)
        return tl::unexpected{zone.error()};
    moment.zone = *zone;
    return moment;
}

Millis distance(Instant at, Span span)
{
    return std::max({span.begin - at, at - span.end, Millis{0}});
}

/// The moment on each day around the recording; the very moment alone where a date is given.
std::vector<Instant> daysOf(const Moment& moment, Span whole)
{
    if (moment.day)
        return {moment.zone.at(*moment.day + moment.clock).earliest};
    std::vector<Instant> all;
    const auto first = date::floor<date::days>(moment.zone.wallAt(whole.begin)) - date::days{1};
    const auto last = date::floor<date::days>(moment.zone.wallAt(whole.end)) + date::days{2};
    for (auto day = first; day <= last; day += date::days{1})
        all.push_back(moment.zone.at(day + moment.clock).earliest);
    return all;
}

/// The first within the recording, else the nearest to it.
Instant nearestTo(const Moment& moment, Span whole)
{
    return std::ranges::min(daysOf(moment, whole), {}, [&](Instant at) { return distance(at, whole); });
}

/// The first after `from` within the recording. One that lies in it only before `from` was meant so; else the first after.
Instant endOf(const Moment& moment, Span whole, Instant from)
{
    const std::vector<Instant> all = daysOf(moment, whole);
    const auto isWithin = [&](Instant at) { return distance(at, whole) == Millis{0}; };
    const auto isAfter = [&](Instant at) { return at > from; };
    const auto both = [&](Instant at) { return isWithin(at) && isAfter(at); };
    if (const auto found = std::ranges::find_if(all, both); found != all.end())
        return *found;
    const bool liesBefore = std::ranges::any_of(all, isWithin);
    const auto after = std::ranges::find_if(all, isAfter);
    return liesBefore || after == all.end() ? all.front() : *after;
}

} // namespace

OrStop<std::optional<Span>> shownSpan(const Arguments& arguments, const Timeline& timeline, Span whole)
{
    const auto from = arguments.value("from");
    const auto to = arguments.value("to");
    if (!from && !to)
        return std::nullopt;
    Span shown = whole;
    if (from) {
        const auto moment = momentFrom(*from, timeline);
        if (!moment)
            return tl::unexpected{moment.error()};
        shown.begin = nearestTo(*moment, whole);
    }
    if (to) {
        const auto moment = momentFrom(*to, timeline);
        if (!moment)
            return tl::unexpected{moment.error()};
        shown.end = from ? endOf(*moment, whole, shown.begin) : nearestTo(*moment, whole);
    }
    if (from && to && shown.end <= shown.begin)
        return stop(Exit::Usage, "--to does not lie after --from.");
    if (shown.end <= whole.begin || shown.begin >= whole.end)
        return stop(Exit::Usage, "Nothing was recorded in the time asked for.");
    return std::optional{shown};
}

} // namespace lockstep::cli
