#include "core/claim_parts.h"
#include "core/lengths.h"
#include "core/metric_parts.h"
#include "core/words.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

namespace {

constexpr Millis hour = std::chrono::hours{1};
constexpr Millis day = std::chrono::hours{24};

/// How long no row tells of the process running, from the first row to the last.
Millis idleIn(const Timeline& timeline, const Window& window)
{
    const TimelineView view = applied(timeline, {});
    const std::vector<EventId> rows = placedRows(view);
    if (rows.empty() || !whyIncomparable(view, rows).empty())
        return Millis{0};
    const Instant first = view.at(rows.front()), last = view.at(rows.back());
    return std::max(Millis{0}, window.begin.earliest - first) + std::max(Millis{0}, last - window.end.latest);
}

/// "23 hours" may be 23:00: how the record's begin lies to that, if its clock is known.
std::string readAsClock(const ClaimText& said, const Window& window, Millis stated)
{
    if (!window.begin.tiedTo || stated % hour != Millis{0} || stated >= day)
        return {};
    const TimelineView view = applied(said.timeline, {});
    const Event& event = said.timeline.event(*window.begin.tiedTo);
    const std::string clock = clockLabel(WallTime{stated});
    const Millis late = event.local - date::floor<date::days>(event.local) - stated;
    const std::string off = late == Millis{0} ? "as stated" : lengthLabel(late < Millis{0} ? -late : late) + (late < Millis{0} ? " before" : " after");
    return " If " + clock + " is meant: it began at " + momentWords(view, event.lane, event.at) + ", " + off + '.';
}

bool beganAt(const ClaimText& said, const Window& window, Millis stated)
{
    if (!window.begin.tiedTo)
        return false;
    const WallTime local = said.timeline.event(*window.begin.tiedTo).local;
    return local - date::floor<date::days>(local) == stated;
}

void check(const ClaimText& said, const Window& window, Millis stated, std::string_view written, std::vector<CheckedClaim>& found)
{
    CheckedClaim result = claimed(said, written, nameOf(said.timeline, window));
    const Millis least = std::max(Millis{0}, window.end.earliest - window.begin.latest), most = window.end.latest - window.begin.earliest;
    const Millis idle = idleIn(said.timeline, window);
    result.rows = rowsBehind(said.timeline, window);
    const std::string name = withCapital(nameOf(said.timeline, window));
    result.shows = name + " ran " + lengthRange(least, most) + (result.rows.empty() ? "" : ", by " + rowWords(result.rows)) + '.';
    const bool isContradicted = most < stated && idle > day - stated;
    if (isContradicted)
        result.shows += " For " + lengthLabel(idle) + " of the record no row tells of another run.";
    result.shows += readAsClock(said, window, stated);
    result.verdict = isContradicted && !beganAt(said, window, stated) ? Verdict::DoesNotHold : Verdict::CannotBeTold;
    found.push_back(std::move(result));
}

} // namespace

void checkDaily(const ClaimText& said, std::vector<CheckedClaim>& found)
{
    const MarkedText& text = said.text;
    for (std::size_t at = 0; at < text.words.size(); ++at) {
        const auto length = lengthAt(text, at);
        if (!length || length->value > day || length->value < hour || !isDaily(text, length->end))
            continue;
        const Mention* daily = longestMention(text, Idea::Daily, length->end);
        if (daily == nullptr)
            daily = longestMention(text, Idea::Daily, length->end + 1);
        const std::string_view written = text.written(at, daily->first + daily->count - at);
        if (const Window* window = processWindow(said, text.words[at].sentence))
            check(said, *window, length->value, written, found);
        at = length->end;
    }
}

} // namespace lockstep
