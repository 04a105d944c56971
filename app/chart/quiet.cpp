#include "chart/axis_scale.h"
#include "chart/lane_rows.h"
#include <algorithm>
#include <numeric>
#include <optional>

namespace lockstep {

namespace {

using namespace std::chrono_literals;

double millis(Millis length) { return static_cast<double>(length.count()); }

/// A row from one day to another, without a clock, says within which days it was, not that it filled them.
std::optional<Span> lastsFor(const TimelineView& view, EventId id, bool wholeDays)
{
    const Event& event = view.event(id);
    if (!event.hasInstant || !event.end || !(event.hasClock || wholeDays))
        return {};
    const Instant at = view.at(id);
    return Span{at, std::max(at, *event.end + (at - event.at))};
}

/// Where something is beside the recorded rows' own instants: rows that were put elsewhere, rows that last, and windows
/// with their uncertain parts.
std::vector<Span> extras(const ViewRows& rows, bool wholeDays)
{
    const TimelineView& view = rows.view();
    std::vector<Span> spans;
    const auto addLasting = [&](EventId id) {
        if (const auto span = lastsFor(view, id, wholeDays))
            spans.push_back(*span);
    };
    for (const EventId id : rows.index().lasting())
        addLasting(id);
    for (const LaneRows& lane : rows)
        for (const Placed& put : lane.put()) {
            spans.push_back({put.at, put.at});
            addLasting(put.event);
        }
    for (const Window& window : view.windows())
        spans.push_back({window.begin.earliest, std::max(window.end.latest, window.begin.latest)});
    return spans;
}

/// From the first to the last of what there is; rows that lie elsewhere count where they were recorded too, as their
/// ghosts are drawn.
std::optional<Span> extent(const ViewRows& rows, const std::vector<Span>& spans)
{
    std::optional<Span> whole;
    const auto add = [&](const Span& span) {
        whole = whole ? Span{std::min(whole->begin, span.begin), std::max(whole->end, span.end)} : span;
    };
    for (const LaneRows& lane : rows)
        if (const LodLane& recorded = lane.recorded(); recorded.size() > 0)
            add({recorded.at(0), recorded.at(recorded.size() - 1)});
    std::ranges::for_each(spans, add);
    return whole;
}

/// What is common to two lists of stretches, each in order.
std::vector<Span> common(const std::vector<Span>& a, const std::vector<Span>& b)
{
    std::vector<Span> both;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        const Span span{std::max(i->begin, j->begin), std::min(i->end, j->end)};
        if (span.begin < span.end)
            both.push_back(span);
        i->end < j->end ? ++i : ++j;
    }
    return both;
}

/// What these leave of the whole.
std::vector<Span> between(std::vector<Span> spans, const Span& whole)
{
    std::ranges::sort(spans, {}, &Span::begin);
    std::vector<Span> free;
    Instant end = whole.begin;
    for (const Span& span : spans) {
        if (span.begin > end)
            free.push_back({end, span.begin});
        end = std::max(end, span.end);
    }
    if (end < whole.end)
        free.push_back({end, whole.end});
    return free;
}

/// Stretches of the whole, longer than this, in which nothing is.
std::vector<Span> silencesIn(const ViewRows& rows, const std::vector<Span>& spans, const Span& whole, Millis longerThan)
{
    std::vector<Span> silent = between(spans, whole);
    for (const LaneRows& lane : rows) {
        const LodLane& recorded = lane.recorded();
        if (recorded.size() == 0)
            continue;
        std::vector<Span> own{{whole.begin, recorded.at(0)}};
        const std::vector<Span> inside = recorded.silences(longerThan);
        own.insert(own.end(), inside.begin(), inside.end());
        own.push_back({recorded.at(recorded.size() - 1), whole.end});
        silent = common(silent, own);
    }
    std::erase_if(silent, [&](const Span& span) { return span.end - span.begin <= longerThan; });
    return silent;
}

Millis median(std::vector<Millis> lengths)
{
    const auto middle = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2);
    std::nth_element(lengths.begin(), middle, lengths.end());
    return *middle;
}

/// The usual distance from one event to the next.
Millis usualSpacing(const ViewRows& rows)
{
    std::vector<Instant> times;
    for (const LaneRows& lane : rows) {
        const auto middle = static_cast<std::ptrdiff_t>(times.size());
        for (RowPlace place = lane.begin(); !lane.isEnd(place); place = lane.next(place))
            times.push_back(lane.row(place).at);
        std::inplace_merge(times.begin(), times.begin() + middle, times.end());
    }
    std::vector<Millis> spacings;
    for (std::size_t i = 1; i < times.size(); ++i)
        spacings.push_back(times[i] - times[i - 1]);
    return spacings.empty() ? Millis{0} : median(std::move(spacings));
}

Millis total(const std::vector<Span>& spans)
{
    return std::accumulate(spans.begin(), spans.end(), Millis{0}, [](Millis sum, const Span& span) { return sum + (span.end - span.begin); });
}

/// A busy part between two cuts, with the room it asks for on both sides.
struct Part {
    Span span;
    double before, after;
};

/// How long before `end` the lane of the event at `end` was quiet: room for a label on its left.
Millis restBefore(const ViewRows& rows, Instant end)
{
    Millis rest = Millis::max();
    for (const LaneRows& lane : rows) {
        const RowPlace place = lane.from(end), after = lane.after(end, place);
        const std::size_t here = lane.count(place, after);
        if (here > 1)
            return Millis{0};
        const auto last = here == 1 ? lane.before(place) : std::nullopt;
        rest = last ? std::min(rest, end - last->at) : rest;
    }
    return rest;
}

/// A silence that may be cut out, and how long the lane before it was quiet.
struct Silence {
    Span span;
    Millis rest;
};

/// `perMilli`: how wide a millisecond was in the try before; labels that have no room on the left ask for it on the right.
std::vector<Part> parts(const Span& whole, const std::vector<Silence>& silences, const AxisRoom& room, double perMilli)
{
    std::vector<Part> all;
    Instant begin = whole.begin;
    for (const Silence& silence : silences) {
        const bool crowded = begin == silence.span.begin || millis(silence.rest) * perMilli < room.roomyLeft;
        all.push_back({{begin, silence.span.begin}, all.empty() ? room.before : room.beforeEvent, crowded ? room.afterLone : room.afterBusy});
        begin = silence.span.end;
    }
    all.push_back({{begin, whole.end}, all.empty() ? room.before : room.beforeEvent, room.after});
    return all;
}

/// More cuts than these leave no room for what happened: the longest stay.
std::vector<Span> longest(std::vector<Span> silences, std::size_t most)
{
    if (silences.size() <= most)
        return silences;
    const auto length = [](const Span& span) { return span.end - span.begin; };
    std::ranges::nth_element(silences, silences.begin() + static_cast<std::ptrdiff_t>(most), std::greater{}, length);
    silences.resize(most);
    std::ranges::sort(silences, {}, &Span::begin);
    return silences;
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

std::vector<Span> quietSpans(const ViewRows& rows)
{
    const std::vector<Span> spans = extras(rows, false);
    const auto whole = extent(rows, spans);
    if (!whole)
        return {};
    const auto isMost = [&](const std::vector<Span>& silences) { return 2 * total(silences) > whole->end - whole->begin; };
    std::vector<Span> silences = silencesIn(rows, spans, *whole, 15min);
    if (!isMost(silences))
        return {};
    const Millis least = 4 * usualSpacing(rows);
    std::erase_if(silences, [&](const Span& span) { return span.end - span.begin <= least; });
    return isMost(silences) ? silences : std::vector<Span>{};
}

Span wholeSpan(const ViewRows& rows)
{
    Span whole = extent(rows, extras(rows, true)).value_or(Span{Instant{}, Instant{} + 1h});
    if (whole.begin == whole.end)
        whole = {whole.begin - 30min, whole.end + 30min};
    return whole;
}

namespace {

/// The axis with these silences cut out, each with room for labels at its ends. `filled`: the first that this room would
/// fill, so that it is no cut.
AxisScale axisWith(const Span& whole, const std::vector<Silence>& silences, double left, double right, const AxisRoom& room,
    std::optional<std::size_t>& filled)
{
    const double width = std::max(1.0, right - left);
    const double cuts = static_cast<double>(silences.size()) * room.gap;
    const double first = fitted(parts(whole, silences, room, 1e9), width, cuts).perMilli;
    const std::vector<Part> all = parts(whole, silences, room, first);
    const Fit fit = fitted(all, width, cuts);
    std::vector<Span> quiet;
    filled.reset();
    for (std::size_t i = 0; i < silences.size(); ++i) {
        const Span& span = silences[i].span;
        const Millis length = span.end - span.begin, most = length * 3 / 8;
        if (!filled && length - fit.after(all[i]) - fit.before(all[i + 1]) <= length / 4)
            filled = i;
        quiet.push_back({span.begin + std::min(fit.after(all[i]), most), span.end - std::min(fit.before(all[i + 1]), most)});
    }
    return {{whole.begin - fit.before(all.front()), whole.end + fit.after(all.back())}, quiet, left, right, room.gap};
}

} // namespace

AxisScale fittedAxis(const ViewRows& rows, double left, double right, bool linear, const AxisRoom& room, std::span<const Instant> opened)
{
    const Span whole = wholeSpan(rows);
    std::vector<Silence> silences;
    if (!linear)
        for (const Span& span : longest(quietSpans(rows), static_cast<std::size_t>(std::max(1.0, right - left) / room.gap)))
            silences.push_back({span, restBefore(rows, span.begin)});
    // A cut that its own margins would fill is no cut; without it the scale changes, so look again.
    std::optional<std::size_t> filled;
    AxisScale axis = axisWith(whole, silences, left, right, room, filled);
    while (filled) {
        silences.erase(silences.begin() + static_cast<std::ptrdiff_t>(*filled));
        axis = axisWith(whole, silences, left, right, room, filled);
    }
    // One silence is opened at a time: the others stay cut out, however little room the open one leaves them.
    const auto isOpened = [&](const Silence& silence) {
        return std::ranges::any_of(opened, [&](Instant at) { return silence.span.begin <= at && at < silence.span.end; });
    };
    return std::erase_if(silences, isOpened) > 0 ? axisWith(whole, silences, left, right, room, filled) : axis;
}

std::vector<Span> quietSpans(const TimelineView& view)
{
    const LodIndex index{view.record()};
    return quietSpans(ViewRows{index, view});
}

Span wholeSpan(const TimelineView& view)
{
    const LodIndex index{view.record()};
    return wholeSpan(ViewRows{index, view});
}

AxisScale fittedAxis(const TimelineView& view, double left, double right, bool linear, const AxisRoom& room)
{
    const LodIndex index{view.record()};
    return fittedAxis(ViewRows{index, view}, left, right, linear, room);
}

} // namespace lockstep
