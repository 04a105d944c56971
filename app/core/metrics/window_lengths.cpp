#include "core/finding_words.h"
#include "core/lock_end.h"
#include "core/metric_parts.h"
#include "core/words.h"

namespace lockstep::metrics {

namespace {

std::string titleOf(const TimelineView& view, const Window& window)
{
    if (window.effect != Effect::Blocks)
        return "Length of " + windowInSentence(window);
    return locksIn(view.windows()).size() == 1 ? "Lock length" : "Lock length, " + withSmall(window.name);
}

Measured measured(const TimelineView& view, const Window& window)
{
    Measured result{.id = "length-" + window.id, .title = titleOf(view, window)};
    result.least = std::max(Millis{0}, window.end.earliest - window.begin.latest);
    if (!isOpenEnd(window.end))
        result.most = window.end.latest - window.begin.earliest;
    if (window.proposed)
        say(result, "As its words say.");
    if (!window.begin.basis.empty())
        say(result, "Begin: " + window.begin.basis + '.');
    if (!window.end.basis.empty())
        say(result, "End: " + window.end.basis + '.');
    for (const Bound* bound : {&window.begin, &window.end})
        if (bound->tiedTo)
            result.rows.push_back(*bound->tiedTo);
    return result;
}

/// How long each window lasts.
std::vector<Measured> measure(const TimelineView& view)
{
    std::vector<Measured> all;
    for (const Window& window : view.windows())
        all.push_back(measured(view, window));
    return all;
}

} // namespace

extern const Metric window_lengths;
const Metric window_lengths{.id = "window_lengths", .measure = measure};

} // namespace lockstep::metrics
