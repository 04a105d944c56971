#include "core/limits.h"
#include "core/metric_parts.h"
#include "core/wording.h"
#include "core/words.h"
#include <algorithm>

namespace lockstep::metrics {

namespace {

/// A stretch in which no row is recorded.
struct Silence {
    EventId before = 0, after = 0;
    Millis length{0};
};

/// The silences between rows of one incident, the longest first; of equal ones the earlier.
std::vector<Silence> silencesOf(const TimelineView& view, const std::vector<EventId>& rows)
{
    std::vector<Silence> all;
    EventId last = 0;
    Instant until = Instant::min();
    for (const EventId id : rows) {
        const Instant at = view.at(id);
        if (last != 0 && at > until && view.common(last).group == view.common(id).group)
            all.push_back({last, id, at - until});
        const Event& event = view.common(id); // a row with an end is kept whole
        const Instant end = event.end ? std::max(at, *event.end + (at - event.at)) : at;
        if (last == 0 || end >= until) {
            until = end;
            last = id;
        }
    }
    std::ranges::stable_sort(all, std::greater{}, &Silence::length);
    return all;
}

Measured measured(const TimelineView& view, const Silence& silence)
{
    const std::string rows = rowWords({silence.before, silence.after});
    Measured result{.id = "silence-" + std::to_string(silence.before) + '-' + std::to_string(silence.after),
        .title = "Silence between " + rows, .least = silence.length, .most = silence.length,
        .basis = "Between " + rows + " nothing is recorded.", .rows = {silence.before, silence.after}};
    if (!view.event(silence.before).end)
        say(result, clockChangeWords(view, silence.before, silence.after));
    return result;
}

/// The longest silence, and the other long ones.
std::vector<Measured> measure(const TimelineView& view)
{
    const std::vector<EventId> rows = placedRows(view);
    if (rows.size() < 2)
        return {};
    if (const std::string why = whyIncomparable(view, rows); !why.empty())
        return {{.id = "longest-silence", .title = "Longest silence", .basis = why}};
    std::vector<Measured> all;
    for (const Silence& silence : silencesOf(view, rows)) {
        const bool isFirst = all.empty();
        if (!isFirst && (silence.length < limits::longSilence || all.size() == limits::silencesListed))
            break;
        all.push_back(measured(view, silence));
        if (isFirst) {
            all.back().id = "longest-silence";
            all.back().title = "Longest silence";
        }
    }
    return all;
}

} // namespace

extern const Metric silences;
const Metric silences{.id = "silences", .measure = measure};

} // namespace lockstep::metrics
