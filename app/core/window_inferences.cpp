#include "core/finding_words.h"
#include "core/proposals.h"
#include "core/resolve.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

std::vector<Inference> meaningInferences(const Timeline& timeline)
{
    std::vector<Inference> inferences;
    const TimelineView view = applied(timeline, {});
    std::vector<std::string> rows;
    std::vector<Rival> rivals;
    const Event* first = nullptr;
    std::vector<EventId> lookUps = lookUpsIn(view);
    if (timeline.sources.size() > 1)
        std::ranges::sort(lookUps);
    for (const EventId id : lookUps) {
        const Event& event = timeline.event(id);
        if (!looksSomethingUp(event.text))
            continue;
        rows.push_back(std::to_string(id));
        rivals.push_back({"row " + rows.back() + " is no look-up", {SetKind{id, Kind::Action}}});
        if (first == nullptr || std::pair{event.file, event.line} < std::pair{first->file, first->line})
            first = &event;
    }
    if (!rows.empty())
        inferences.push_back({.about = "look-ups", .answer = (rows.size() == 1 ? "row " : "rows ") + listed(rows),
            .because = "Their words ask for what a customer or clerk reads.", .rivals = std::move(rivals), .line = first->line, .file = first->file});
    for (const Window& window : timeline.windows) {
        if (!window.proposed)
            continue;
        const std::string ends = window.end.basis.empty() ? "" : " Its end: " + window.end.basis + '.';
        const Event* from = window.begin.tiedTo ? &timeline.event(*window.begin.tiedTo) : nullptr;
        inferences.push_back({.about = "window " + window.id, .answer = windowLabels(view, window).front(),
            .because = window.because + ends, .rivals = {{"no such window", {RemoveWindow{window.id}}}}, .line = from ? from->line : 0, .file = from ? from->file : 0});
    }
    return inferences;
}

} // namespace lockstep
