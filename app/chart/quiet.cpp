#include "chart/axis_scale.h"
#include "core/scenario.h"
#include <algorithm>
#include <numeric>
#include <optional>

namespace lockstep {

namespace {

using namespace std::chrono_literals;

double millis(Millis length) { return static_cast<double>(length.count()); }

/// Where something is: events (with their length) and windows with their uncertain parts, sorted by begin.
/// A row from one day to another, without a clock, says within which days it was, not that it filled them.
std::vector<Span> occupied(const TimelineView& view, bool wholeDays)
{
    std::vector<Span> spans;
    for (EventId id = 1; id <= view.eventCount(); ++id) {
        const Event& event = view.event(id);
        if (!event.hasInstant)
            continue;
        const Instant at = view.at(id);
        const Instant end = event.end && (event.hasClock || wholeDays) ? std::max(at, *event.end + (at - event.at)) : at;
        spans.push_back({at, end});
        if (view.moved(id) != Millis{0})
            spans.push_back({event.at, event.at}); // its ghost
    }
    for (const Window& window : view.windows())
        spans.push_back({window.begin.earliest, std::max(window.end.latest, window.begin.latest)});
    std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
    return spans;
}

/// The stretches in which something is, merged: each ends where a silence begins.
std::vector<Span> merged(std::vector<Span> spans)
{
    std::vector<Span> islands;
    for (const Span& span : spans) {
        if (islands.empty() || span.begin > islands.back().end)
            islands.push_back(span);
        else
            islands.back().end = std::max(islands.back().end, span.end);
    }
    return islands;
}

Millis median(std::vector<Millis> lengths)
{
    const auto middle = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2);
    std::nth_element(lengths.begin(), middle, lengths.end());
    return *middle;
}

/// The usual distance from one event to the next.
Millis usualSpacing(const TimelineView& view)
{
    std::vector<Instant> times;
    for (EventId id = 1; id <= view.eventCount(); ++id) {
        if (view.event(id).hasInstant)
            times.push_back(view.at(id));
    }
    std::sort(times.begin(), times.end());
    std::vector<Millis> spacings;
    for (std::size_t i = 1; i < times.size(); ++i)
        spacings.push_back(times[i] - times[i - 1]);
    return spacings.empty() ? Millis{0} : median(std::move(spacings));
}

/// A busy part between two cuts, with the room it asks for on both sides.
struct Part {
    Span span;
    double before, after;
};

/// How long before `end` the lane of the event at `end` was quiet: room for a label on its left.
Millis restBefore(const TimelineView& view, Instant end)
{
    Millis rest = Millis::max();
    for (EventId last = 1; last <= view.eventCount(); ++last) {
        if (!view.event(last).hasInstant || view.at(last) != end)
            continue;
        for (EventId id = 1; id <= view.eventCount(); ++id) {
            const bool before = view.event(id).hasInstant && view.event(id).lane == view.event(last).lane && view.at(id) <= end;
            if (before && id != last)
                rest = std::min(rest, end - view.at(id));
        }
    }
    return rest;
}

/// `perMilli`: how wide a millisecond was in the try before; labels that have no room on the left ask for it on the right.
std::vector<Part> parts(const TimelineView& view, const Span& whole, const std::vector<Span>& silences, const AxisRoom& room, double perMilli)
{
    std::vector<Part> all;
    Instant begin = whole.begin;
    const auto add = [&](Instant end, bool isLast) {
        const bool crowded = begin == end || millis(restBefore(view, end)) * perMilli < room.roomyLeft;
        const double after = isLast ? room.after : crowded ? room.afterLone : room.afterBusy;
        all.push_back({{begin, end}, all.empty() ? room.before : room.beforeEvent, after});
    };
    for (const Span& silence : silences) {
        add(silence.begin, false);
        begin = silence.end;
    }
    add(whole.end, true);
    return all;
}

/// One try at fitting the parts and their room into a width.
struct Fit {
    double perMilli = 0;
    double shrink = 1; ///< of the room after the parts
    Millis after(const Part& part) const { return Millis{static_cast<Millis::rep>(part.after * shrink / perMilli)}; }
    Millis before(const Part& part) const { return Millis{static_cast<Millis::rep>(part.before / perMilli)}; }
};

Fit fitted(const std::vector<Part>& all, double width, double cuts)
{
    const double busy = std::max(1.0, std::accumulate(all.begin(), all.end(), 0.0,
        [](double sum, const Part& part) { return sum + millis(part.span.end - part.span.begin); }));
    const double margins = std::accumulate(all.begin(), all.end(), 0.0, [](double sum, const Part& part) { return sum + part.after; });
    // What a tick's clock needs before an event is never given up.
    const double fixed = cuts + std::accumulate(all.begin(), all.end(), 0.0, [](double sum, const Part& part) { return sum + part.before; });
    // At least a third of the width belongs to what happened; margins shrink before that does. Where next to
    // nothing lasts, the margins take the rest: a lone moment is not stretched over half a picture.
    const double widest = busy > 1 ? 28.0 / 2'000 : 28.0 / 120'000;
    const double least = std::min(margins, std::max(0.0, width * 0.66 - fixed));
    Fit fit;
    fit.perMilli = std::clamp((width - fixed - least) / busy, 1e-12, all.size() == 1 ? 1e9 : widest);
    fit.shrink = margins > 0 ? std::max(0.0, width - fixed - busy * fit.perMilli) / margins : 0;
    return fit;
}

} // namespace

std::vector<Span> quietSpans(const TimelineView& view)
{
    const std::vector<Span> islands = merged(occupied(view, false));
    if (islands.size() < 2)
        return {};
    const Millis least = std::max<Millis>(15min, 4 * usualSpacing(view));
    std::vector<Span> silences;
    Millis silent{0};
    for (std::size_t i = 1; i < islands.size(); ++i) {
        const Span silence{islands[i - 1].end, islands[i].begin};
        if (silence.end - silence.begin <= least)
            continue;
        silences.push_back(silence);
        silent += silence.end - silence.begin;
    }
    const Millis whole = islands.back().end - islands.front().begin;
    return 2 * silent > whole ? silences : std::vector<Span>{};
}

Span wholeSpan(const TimelineView& view)
{
    const std::vector<Span> islands = merged(occupied(view, true));
    if (islands.empty())
        return {Instant{}, Instant{} + 1h};
    Span whole{islands.front().begin, islands.back().end};
    if (whole.begin == whole.end)
        whole = {whole.begin - 30min, whole.end + 30min};
    return whole;
}

AxisScale fittedAxis(const TimelineView& view, double left, double right, bool linear, const AxisRoom& room)
{
    const Span whole = wholeSpan(view);
    std::vector<Span> silences = linear ? std::vector<Span>{} : quietSpans(view);
    const double width = std::max(1.0, right - left);
    // A cut that its own margins would fill is no cut; without it the scale changes, so look again.
    for (;;) {
        const double cuts = static_cast<double>(silences.size()) * room.gap;
        const double first = fitted(parts(view, whole, silences, room, 1e9), width, cuts).perMilli;
        const std::vector<Part> all = parts(view, whole, silences, room, first);
        const Fit fit = fitted(all, width, cuts);
        std::vector<Span> quiet;
        std::optional<std::size_t> filled;
        for (std::size_t i = 0; i < silences.size() && !filled; ++i) {
            const Span cut{silences[i].begin + fit.after(all[i]), silences[i].end - fit.before(all[i + 1])};
            if (cut.end - cut.begin <= (silences[i].end - silences[i].begin) / 4)
                filled = i;
            quiet.push_back(cut);
        }
        if (!filled)
            return {{whole.begin - fit.before(all.front()), whole.end + fit.after(all.back())}, quiet, left, right, room.gap};
        silences.erase(silences.begin() + static_cast<std::ptrdiff_t>(*filled));
    }
}

} // namespace lockstep
