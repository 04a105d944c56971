#include "core/range_facts.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

namespace {

/// Rows on their way into the facts.
struct Tally {
    const TimelineView& view;
    RangeFacts facts{};
    std::vector<Instant> moments{};

    void add(EventId id)
    {
        ++facts.rows;
        ++facts.kinds[view.event(id).kind];
        if (view.event(id).kind == Kind::Read)
            ++facts.outcomes[view.outcome(id).outcome];
        moments.push_back(view.at(id));
    }

    RangeFacts finished()
    {
        if (!std::is_sorted(moments.begin(), moments.end()))
            std::sort(moments.begin(), moments.end());
        for (std::size_t i = 1; i < moments.size(); ++i)
            facts.longestSilence = std::max(facts.longestSilence, moments[i] - moments[i - 1]);
        return std::move(facts);
    }
};

bool counts(const TimelineView& view, EventId id)
{
    return id >= 1 && id <= view.eventCount() && view.event(id).hasInstant && view.happens(id);
}

} // namespace

RangeFacts factsWithin(const TimelineView& view, Span span)
{
    Tally tally{view};
    for (EventId id = 1; id <= view.eventCount(); ++id)
        if (counts(view, id) && view.at(id) >= span.begin && view.at(id) <= span.end)
            tally.add(id);
    tally.facts.span = span;
    return tally.finished();
}

RangeFacts factsOf(const TimelineView& view, const std::set<EventId>& rows)
{
    Tally tally{view};
    for (const EventId id : rows)
        if (counts(view, id))
            tally.add(id);
    if (!tally.moments.empty()) {
        const auto [first, last] = std::minmax_element(tally.moments.begin(), tally.moments.end());
        tally.facts.span = {*first, *last};
    }
    return tally.finished();
}

std::string factsWords(const RangeFacts& facts)
{
    std::string words = lengthLabel(facts.span.end - facts.span.begin) + ": " + counted(facts.rows, "row");
    const auto lookUps = facts.kinds.find(Kind::Read);
    if (lookUps != facts.kinds.end()) {
        words += ", " + counted(lookUps->second, "look-up");
        std::vector<std::string> outcomes;
        for (const auto& [outcome, count] : facts.outcomes)
            if (outcome != Outcome::None && outcome != Outcome::Fresh)
                outcomes.push_back(std::to_string(count) + ' ' + std::string{outcomeWords(outcome)});
        if (!outcomes.empty())
            words += " (" + listed(outcomes) + ')';
    }
    words += '.';
    if (facts.rows > 2)
        words += " Longest silence " + lengthLabel(facts.longestSilence) + '.';
    return words;
}

} // namespace lockstep
