#include "core/finding_words.h"
#include "core/metric_parts.h"
#include <algorithm>

namespace lockstep::metrics {

namespace {

/// From the first look-up that met a lock or an old answer to the first in the same lane after it that did not.
std::vector<Measured> measure(const TimelineView& view)
{
    std::vector<EventId> reads = lookUpsIn(view);
    std::erase_if(reads, [&](EventId id) {
        const Outcome outcome = view.outcome(id).outcome;
        return outcome == Outcome::None || outcome == Outcome::Void;
    });
    const auto isFresh = [&](EventId id) { return view.outcome(id).outcome == Outcome::Fresh; };
    const auto wrong = std::ranges::find_if_not(reads, isFresh);
    if (wrong == reads.end())
        return {};
    const LaneId lane = view.common(*wrong).lane;
    const auto right = std::find_if(wrong, reads.end(), [&](EventId id) { return isFresh(id) && view.common(id).lane == lane; });
    if (right == reads.end())
        return {};
    Measured result{.id = "wrong-answers", .title = view.record().lane(lane).role + " saw it wrong for"};
    measureBetween(view, *wrong, *right, result);
    say(result, "From the look-up in " + rowWords({*wrong}) + " to the one in " + rowWords({*right}) + '.');
    return {result};
}

} // namespace

extern const Metric wrong_answers;
const Metric wrong_answers{.id = "wrong_answers", .measure = measure};

} // namespace lockstep::metrics
