#include "core/metric_parts.h"
#include "core/by_time.h"
#include "core/comparable.h"
#include "core/finding_words.h"
#include "core/words.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

namespace {

bool goesBySameClock(const Event& a, const Event& b)
{
    return a.zoneName == b.zoneName && a.lane == b.lane;
}

} // namespace

std::string rowWords(const std::vector<EventId>& rows)
{
    std::vector<std::string> numbers;
    std::ranges::transform(rows, std::back_inserter(numbers), [](EventId id) { return std::to_string(id); });
    return (rows.size() == 1 ? "row " : "rows ") + listed(numbers);
}

std::string momentWords(const TimelineView& view, LaneId lane, Instant at)
{
    constexpr std::string_view dagger = "\u2020";
    std::string words = momentIn(view, lane, at);
    if (words.ends_with(dagger))
        words.resize(words.size() - dagger.size());
    return words;
}

void say(Measured& measured, const std::string& sentence)
{
    if (!sentence.empty())
        measured.basis += (measured.basis.empty() ? "" : " ") + sentence;
}

std::string whyAbsent(const TimelineView& view, EventId id)
{
    if (id < 1 || id > view.eventCount())
        return "The record has no " + rowWords({id}) + '.';
    if (view.isDropped(id))
        return withCapital(rowWords({id})) + " is left out here.";
    if (view.isVoid(id))
        return withCapital(rowWords({id})) + " would not have happened.";
    return view.common(id).hasInstant ? std::string{} : withCapital(rowWords({id})) + " has no time that can be told.";
}

Span rowPlace(const TimelineView& view, EventId id)
{
    const Event& event = view.event(id);
    const Instant at = view.at(id);
    return {at, event.hasClock || !event.end ? at : at + (*event.end - event.at)};
}

std::vector<EventId> placedRows(const TimelineView& view)
{
    std::vector<EventId> rows;
    for (EventId id = 1; id <= view.eventCount(); ++id)
        if (view.common(id).hasClock && whyAbsent(view, id).empty())
            rows.push_back(id);
    return byTime(view, std::move(rows));
}

std::string whyIncomparable(const TimelineView& view, const std::vector<EventId>& rows)
{
    if (rows.empty())
        return {};
    const Event& first = view.common(rows.front());
    for (const EventId id : rows) {
        const Event& event = view.common(id);
        const bool differ = event.zoneName.empty() != first.zoneName.empty();
        const char* why = !areComparable(first, event) ? (differ ? "one of their clocks has no time zone." : "one of their files has no date.")
            : !goesBySameClock(first, event) && (!first.offsetKnown || !event.offsetKnown) ? "the distance between their clocks is not known." : nullptr;
        if (why != nullptr)
            return withCapital(rowWords({rows.front(), id})) + " cannot be compared: " + why;
    }
    return {};
}

void measureBetween(const TimelineView& view, EventId from, EventId to, Measured& measured)
{
    measured.rows = {from, to};
    for (const EventId id : measured.rows) {
        if (const std::string why = whyAbsent(view, id); !why.empty())
            return say(measured, why);
    }
    if (const std::string why = whyIncomparable(view, measured.rows); !why.empty())
        return say(measured, why);
    const Span begin = rowPlace(view, from), end = rowPlace(view, to);
    measured.least = end.begin - begin.end;
    measured.most = end.end - begin.begin;
    for (const EventId id : measured.rows) {
        if (!view.common(id).hasClock)
            say(measured, withCapital(rowWords({id})) + " has a date and no clock.");
        if (view.common(id).approx)
            say(measured, withCapital(rowWords({id})) + " says about.");
    }
    if (*measured.most < Millis{0})
        say(measured, withCapital(rowWords({to})) + " lies before " + rowWords({from}) + '.');
    say(measured, clockChangeWords(view, from, to));
}

} // namespace lockstep
