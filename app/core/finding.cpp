#include "core/finding.h"
#include "core/comparable.h"
#include "core/finding_words.h"
#include "core/grouped.h"
#include "core/proposals.h"
#include "core/what_if_finding.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

namespace {

struct Headline {
    std::string words;
    Instant moment;
};

/// How far into a window an instant lies: "5 minutes into the backups".
std::string depth(const Window& window, Instant at)
{
    const Millis least = at - window.begin.latest, most = at - window.begin.earliest;
    if (most == Millis {0})
        return "just as " + windowInSentence(window) + " began";
    const std::string length = least == most ? spelledLength(most) : lengthRange(std::max(Millis {0}, least), most);
    return length + " into " + windowInSentence(window);
}

bool runsBackwards(const Resolved& resolved, EventId id)
{
    return std::ranges::find(resolved.reversed, id, &ReversedPair::second) != resolved.reversed.end();
}

/// The first look-up that fell into a lock of another zone.
std::optional<Headline> headlineOf(const TimelineView& view, const std::vector<EventId>& blocked, const Resolved& resolved)
{
    for (const EventId id : blocked) {
        const Window* lock = windowIn(view, view.outcome(id).window);
        const auto lane = lock == nullptr ? std::nullopt : laneOf(view, *lock);
        // Words that say it was answered contradict the lock; that is noted with the row and makes no finding.
        if (!lane || view.common(id).saysCorrect || runsBackwards(resolved, id) || runsBackwards(resolved, *lock->begin.tiedTo))
            continue;
        const Instant at = view.at(id);
        const Lane& here = view.record().lane(view.common(id).lane);
        const Lane& there = view.record().lane(*lane);
        const bool bothKnown = !here.zoneName.empty() && !there.zoneName.empty();
        if (!bothKnown || here.zone.offsetAt(at) == there.zone.offsetAt(at))
            continue;
        return Headline{.words
            = momentIn(view, view.common(id).lane, at) + " was " + momentIn(view, *lane, at) + ", " + depth(*lock, at),
            .moment = at};
    }
    return {};
}

/// "every table was locked", "tables were locked"; "something was locked" when several locks differ.
std::string lockedWords(const TimelineView& view, const std::vector<EventId>& blocked)
{
    std::set<std::string> scopes;
    for (const EventId id : blocked) {
        if (const Window* window = windowIn(view, view.outcome(id).window); window != nullptr)
            scopes.insert(scopeWords(view, *window));
    }
    const std::string what = scopes.size() == 1 ? *scopes.begin() : "something";
    return what + ' ' + std::string {wasOrWere(what)} + " locked";
}

/// "2 by the client, 1 by the bank", most first.
std::string byLane(const TimelineView& view, const std::vector<EventId>& ids)
{
    std::map<LaneId, int> counts;
    for (const EventId id : ids)
        ++counts[view.common(id).lane];
    std::vector<std::pair<LaneId, int>> ordered(counts.begin(), counts.end());
    std::stable_sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    std::string text;
    for (const auto& [lane, count] : ordered)
        text += (text.empty() ? "" : ", ") + grouped(count) + " by " + laneInSentence(view.record().lane(lane));
    return text;
}

/// isBrief: without who looked how often, where the order of the rows takes the room.
std::string blockedSentence(const TimelineView& view, const std::vector<EventId>& blocked, bool isBrief)
{
    if (blocked.empty())
        return {};
    const std::string came = " came while " + lockedWords(view, blocked);
    const std::string count = counted(static_cast<int>(blocked.size()), "look-up");
    if (view.record().lanes.size() < 2)
        return count + came + '.';
    const LaneId first = view.common(blocked.front()).lane;
    const bool oneLane
        = std::all_of(blocked.begin(), blocked.end(), [&](EventId id) { return view.common(id).lane == first; });
    if (oneLane)
        return count + " by " + laneInSentence(view.record().lane(first)) + came + '.';
    return count + came + (isBrief ? "." : ": " + byLane(view, blocked) + '.');
}

/// "The first correct balance came an hour after the first look."
std::string recoverySentence(const TimelineView& view, const std::vector<EventId>& lookUps, EventId firstBlocked)
{
    const Instant from = view.at(firstBlocked);
    const auto correct = std::find_if(lookUps.begin(), lookUps.end(), [&](EventId id) {
        return view.common(id).saysCorrect && view.at(id) > from && view.outcome(id).outcome == Outcome::Fresh
            && view.common(id).group == view.common(firstBlocked).group
            && areComparable(view.common(id), view.common(firstBlocked));
    });
    if (correct == lookUps.end())
        return {};
    const auto isFirstLook = [&](EventId id) { return id == firstBlocked || view.at(id) >= from; };
    const bool first = std::all_of(lookUps.begin(), lookUps.end(), isFirstLook);
    return "The first correct " + std::string {seenIn(view.event(*correct).text)} + " came "
        + spelledLength(view.at(*correct) - from) + " after the first " + (first ? "look." : "locked look.");
}

std::vector<EventId> withOutcome(const TimelineView& view, const std::vector<EventId>& lookUps, bool (*is)(Outcome))
{
    std::vector<EventId> ids;
    std::copy_if(lookUps.begin(), lookUps.end(), std::back_inserter(ids),
        [&](EventId id) { return is(view.outcome(id).outcome); });
    return ids;
}

/// For a timeline without locked or stale look-ups: how much there is and how long it lasted.
std::vector<std::string> plainCount(const TimelineView& view)
{
    std::vector<std::pair<Instant, int>> placed; ///< with its incident
    for (EventId id = 1; id <= view.eventCount(); ++id) {
        if (const Event& event = view.common(id); event.hasInstant && !view.isDropped(id))
            placed.emplace_back(view.at(id), event.group);
    }
    std::ranges::stable_sort(placed, {}, &std::pair<Instant, int>::first);
    std::string rows = counted(view.eventCount(), "row");
    if (view.record().lanes.size() > 1)
        rows += " in " + counted(static_cast<int>(view.record().lanes.size()), "lane");
    if (placed.size() < 2 || placed.front().first == placed.back().first || !areAllComparable(view.record()))
        return {rows + '.'};
    rows += ", " + spelledLength(placed.back().first - placed.front().first) + " from first to last.";
    if (const Window* impact = windowIn(view, "impact");
        impact != nullptr && impact->begin.isCertain() && impact->end.isCertain())
        return {rows, "The impact lasted " + spelledLength(impact->end.latest - impact->begin.earliest) + '.'};
    Millis silence {0};
    // Between two incidents is no silence of either, as the figures have it.
    for (std::size_t i = 1; i < placed.size(); ++i)
        if (placed[i].second == placed[i - 1].second)
            silence = std::max(silence, placed[i].first - placed[i - 1].first);
    return {rows, placed.size() > 2 && silence > Millis{0} ? "The longest silence lasted " + spelledLength(silence) + '.' : std::string {}};
}

std::vector<std::string> lookUpCounts(const TimelineView& view, const std::vector<EventId>& lookUps,
                                      const std::vector<EventId>& blocked, bool isBrief)
{
    const auto possibly = withOutcome(view, lookUps, [](Outcome o) { return o == Outcome::PossiblyBlocked; });
    const auto stale = withOutcome(view, lookUps, isStale);
    if (blocked.empty() && possibly.empty() && stale.empty())
        return plainCount(view);
    std::vector<std::string> sentences {blockedSentence(view, blocked, isBrief)};
    if (!blocked.empty() && std::ranges::none_of(blocked, [&](EventId id) { return view.common(id).saysCorrect; }))
        sentences.push_back(recoverySentence(view, lookUps, blocked.front()));
    if (!possibly.empty())
        sentences.push_back(counted(static_cast<int>(possibly.size()), blocked.empty() ? "look-up" : "more look-up")
            + " possibly came during the lock.");
    if (!stale.empty())
        sentences.push_back(counted(static_cast<int>(stale.size()), "answer") + ' '
            + (stale.size() == 1 ? "was" : "were") + " out of date.");
    return sentences;
}

Finding recordFinding(const TimelineView& view, const Resolved& resolved)
{
    const std::vector<EventId> lookUps = lookUpsIn(view), blocked = withOutcome(view, lookUps, [](Outcome o) { return o == Outcome::Blocked; });
    std::vector<std::string> sentences = lookUpCounts(view, lookUps, blocked, !resolved.disorder.empty());
    sentences.insert(sentences.begin(), resolved.disorder);
    Finding finding {.headline = view.record().title, .subtitle = joined(sentences, subtitleLength), .moment = {},
        .isDocumentTitle = true};
    if (const auto headline = headlineOf(view, blocked, resolved)) {
        finding.headline = headline->words;
        finding.moment = headline->moment;
        finding.isDocumentTitle = false;
    }
    if (finding.headline.empty())
        finding.headline = sourceNames(view.record());
    return finding;
}

/// The headline a person typed last; empty for none.
std::string typedTitle(const Reading& reading)
{
    std::string title;
    for (const ReadingEntry& entry : reading)
        if (const auto* set = std::get_if<SetTitle>(&entry.change); set != nullptr && entry.by == By::Person)
            title = set->title;
    return title;
}

} // namespace

Finding findingOf(const TimelineView& view, const Scenario& scenario, const Reading& reading, const Resolved& resolved)
{
    Finding finding = scenario.edits.empty()
        ? recordFinding(view, resolved)
        : whatIfFinding(view, recordFinding(applied(view.record(), {}), resolved));
    if (std::string typed = typedTitle(reading); !typed.empty()) {
        finding.headline = std::move(typed);
        finding.isDocumentTitle = false;
    }
    return finding;
}

} // namespace lockstep
