#include "core/finding_words.h"
#include "core/limits.h"
#include "core/proposals.h"
#include "core/resolve.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

namespace {

/// Rows their own words make look-ups, in the order of their numbers.
std::vector<EventId> lookUpsByWords(const TimelineView& view)
{
    std::vector<EventId> lookUps = lookUpsIn(view);
    if (view.record().sources.size() > 1)
        std::ranges::sort(lookUps);
    std::erase_if(lookUps, [&](EventId id) { return !looksSomethingUp(view.record().event(id).text); });
    return lookUps;
}

/// A log is not told row by row: its table says which rows are look-ups, and each is changed on its own page.
std::optional<Inference> lookUpInference(const TimelineView& view)
{
    const std::vector<EventId> lookUps = lookUpsByWords(view);
    if (lookUps.empty())
        return {};
    const Event first = view.record().event(*std::ranges::min_element(lookUps, {}, [&](EventId id) {
        const Event row = view.record().event(id);
        return std::pair{row.file, row.line};
    }));
    Inference found{.about = "look-ups", .answer = counted(static_cast<int>(lookUps.size()), "row"),
        .because = "Their words ask for what a customer or clerk reads.", .rivals = {}, .line = first.line, .file = first.file};
    if (lookUps.size() > limits::lookUpsNamed)
        return found;
    std::vector<std::string> rows;
    for (const EventId id : lookUps) {
        rows.push_back(std::to_string(id));
        found.rivals.push_back({"row " + rows.back() + " is no look-up", {SetKind{id, Kind::Action}}});
    }
    found.answer = (rows.size() == 1 ? "row " : "rows ") + listed(rows);
    return found;
}

} // namespace

std::vector<Inference> meaningInferences(const Timeline& timeline)
{
    std::vector<Inference> inferences;
    const TimelineView view = applied(timeline, {});
    if (auto lookUps = lookUpInference(view))
        inferences.push_back(std::move(*lookUps));
    for (const Window& window : timeline.windows) {
        if (!window.proposed)
            continue;
        const std::string ends = window.end.basis.empty() ? "" : " Its end: " + window.end.basis + '.';
        const std::optional<Event> from = window.begin.tiedTo ? std::optional{timeline.event(*window.begin.tiedTo)} : std::nullopt;
        inferences.push_back({.about = "window " + window.id, .answer = windowLabels(view, window).front(),
            .because = window.because + ends, .rivals = {{"no such window", {RemoveWindow{window.id}}}}, .line = from ? from->line : 0, .file = from ? from->file : 0});
    }
    return inferences;
}

} // namespace lockstep
