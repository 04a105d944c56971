#include "core/range_facts.h"
#include "core/lock_end.h"
#include "core/wording.h"
#include <algorithm>
#include <utility>

namespace lockstep {

namespace {

/// Rows on their way into the facts.
struct Tally {
    const TimelineView& view;
    RangeFacts facts{};
    std::vector<Span> rows{}; ///< from when until when each is recorded

    void add(EventId id)
    {
        const Event& event = view.event(id);
        const Instant at = view.at(id);
        LaneFacts& lane = facts.lanes[event.lane];
        ++facts.rows;
        ++lane.rows;
        ++facts.kinds[event.kind];
        if (event.kind == Kind::Read) {
            const Outcome outcome = view.outcome(id).outcome;
            ++facts.outcomes[outcome];
            ++lane.outcomes[outcome];
            ++lane.lookUps;
        }
        rows.push_back({at, event.end ? std::max(at, at + (*event.end - event.at)) : at});
    }

    void findSilence(Instant begin, Instant end)
    {
        std::ranges::sort(rows, {}, &Span::begin);
        for (const Span& row : rows) {
            facts.longestSilence = std::max(facts.longestSilence, row.begin - begin);
            begin = std::max(begin, row.end);
        }
        facts.longestSilence = std::max(facts.longestSilence, end - begin);
    }
};

/// How much of a stretch lies between two moments.
Millis shared(Span span, Instant begin, Instant end)
{
    return std::max(Millis{0}, std::min(span.end, end) - std::max(span.begin, begin));
}

std::vector<WindowPart> partsUnder(const TimelineView& view, Span span)
{
    std::vector<WindowPart> parts;
    for (const Window& window : view.windows()) {
        const Instant latest = isOpenEnd(window.end) ? std::max(window.end.latest, span.end) : window.end.latest;
        const WindowPart part{window.id, shared(span, window.begin.latest, window.end.earliest), shared(span, window.begin.earliest, latest)};
        if (part.most > Millis{0})
            parts.push_back(part);
    }
    return parts;
}

bool counts(const TimelineView& view, EventId id)
{
    return id >= 1 && id <= view.eventCount() && view.common(id).hasInstant && view.happens(id);
}

} // namespace

RangeFacts factsWithin(const TimelineView& view, Span span)
{
    Tally tally{view};
    for (EventId id = 1; id <= view.eventCount(); ++id)
        if (counts(view, id) && view.at(id) >= span.begin && view.at(id) <= span.end)
            tally.add(id);
    tally.facts.span = span;
    tally.facts.windows = partsUnder(view, span);
    tally.findSilence(span.begin, span.end);
    return std::move(tally.facts);
}

RangeFacts factsOf(const TimelineView& view, const std::set<EventId>& rows)
{
    Tally tally{view};
    for (const EventId id : rows)
        if (counts(view, id))
            tally.add(id);
    if (tally.rows.empty())
        return std::move(tally.facts);
    const auto [first, last] = std::ranges::minmax(tally.rows, {}, &Span::begin);
    tally.facts.span = {first.begin, last.begin};
    tally.findSilence(first.begin, last.begin);
    return std::move(tally.facts);
}

std::string outcomesWords(const std::map<Outcome, int>& outcomes)
{
    std::vector<std::string> words;
    for (const auto& [outcome, count] : outcomes)
        if (outcome != Outcome::None && outcome != Outcome::Fresh)
            words.push_back(std::to_string(count) + ' ' + std::string{outcomeWords(outcome)});
    return listed(words);
}

std::string factsWords(const RangeFacts& facts)
{
    std::string words = lengthLabel(facts.span.end - facts.span.begin) + ": " + counted(facts.rows, "row");
    const auto lookUps = facts.kinds.find(Kind::Read);
    if (lookUps != facts.kinds.end()) {
        words += ", " + counted(lookUps->second, "look-up");
        if (const std::string outcomes = outcomesWords(facts.outcomes); !outcomes.empty())
            words += " (" + outcomes + ')';
    }
    words += '.';
    if (facts.rows > 2)
        words += " Longest silence " + lengthLabel(facts.longestSilence) + '.';
    return words;
}

} // namespace lockstep
