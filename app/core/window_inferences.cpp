#include "core/finding_words.h"
#include "core/proposals.h"
#include "core/resolve.h"
#include "core/wording.h"

namespace lockstep {

std::vector<Inference> meaningInferences(const Timeline& timeline)
{
    std::vector<Inference> inferences;
    const TimelineView view = applied(timeline, {});
    std::vector<std::string> rows;
    int line = 0;
    for (const EventId id : lookUpsIn(view)) {
        if (!looksSomethingUp(timeline.event(id).text))
            continue;
        rows.push_back(std::to_string(id));
        line = line == 0 ? timeline.event(id).line : std::min(line, timeline.event(id).line);
    }
    if (!rows.empty())
        inferences.push_back({.about = "look-ups", .answer = (rows.size() == 1 ? "row " : "rows ") + listed(rows),
            .because = "Their words ask for what a customer or clerk reads.", .rivals = {}, .line = line});
    for (const Window& window : timeline.windows) {
        if (!window.proposed)
            continue;
        const std::string ends = window.end.basis.empty() ? "" : " Its end: " + window.end.basis + '.';
        const int from = window.begin.tiedTo ? timeline.event(*window.begin.tiedTo).line : 0;
        inferences.push_back({.about = "window " + window.id, .answer = windowLabels(view, window).front(),
            .because = window.because + ends, .rivals = {}, .line = from});
    }
    return inferences;
}

} // namespace lockstep
