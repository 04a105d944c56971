#include "core/what_if_finding.h"
#include "core/finding_words.h"
#include "core/vocabulary.h"
#include "core/what_if_edits.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

namespace {

using Change = OutcomeChange;
using Changes = std::vector<OutcomeChange>;

Changes changesOf(const TimelineView& view, const TimelineView& recorded)
{
    Changes changes;
    for (const EventId id : lookUpsIn(view)) {
        const Outcome was = view.record().has(id) ? recorded.outcome(id).outcome : Outcome::None;
        changes.push_back({.id = id, .was = was, .now = view.outcome(id).outcome});
    }
    return changes;
}

template <class Is> std::vector<EventId> idsWhere(const Changes& changes, Is is)
{
    std::vector<EventId> ids;
    for (const Change& change : changes) {
        if (is(change))
            ids.push_back(change.id);
    }
    return ids;
}

bool isFree(Outcome outcome)
{
    return outcome == Outcome::Fresh || isStale(outcome);
}

std::vector<EventId> missedBy(const Changes& changes)
{
    return idsWhere(changes, [](const Change& c) { return c.was == Outcome::Blocked && isFree(c.now); });
}

/// "the 11:35 balance check", "2 others".
std::string caughtWords(const TimelineView& view, const std::vector<EventId>& caught, bool others)
{
    if (caught.size() > 1)
        return std::to_string(caught.size()) + (others ? " others" : " look-ups");
    const EventId id = caught.front();
    return "the " + clockIn(view, view.common(id).lane, view.at(id)) + ' ' + lookUpName(view, id);
}

/// `answered`: look-ups that get an answer now. Those that would not happen have changed as well.
std::string withoutLockHeadline(const Changes& changes, int answered)
{
    const auto gone = static_cast<int>(idsWhere(changes, [](const Change& c) { return c.now == Outcome::Void && c.was != Outcome::Void; }).size());
    if (answered > 0)
        return "Without the lock, " + counted(answered, "look-up") + (answered == 1 ? " gets" : " get") + " an answer";
    return gone > 0 ? "Without the lock, " + counted(gone, "look-up") + " would not have happened" : "Without the lock, no look-up changes";
}

/// Locks were moved, added or dropped: what they miss and what they catch.
std::string movedHeadline(const TimelineView& view, const Changes& changes)
{
    const std::size_t locks = locksIn(view.windows()).size();
    const auto missed = missedBy(changes);
    const auto caught
        = idsWhere(changes, [](const Change& c) { return !isLocked(c.was) && c.now == Outcome::Blocked; });
    const auto was = idsWhere(changes, [](const Change& c) { return c.was == Outcome::Blocked; });
    const auto now = idsWhere(changes, [](const Change& c) { return isLocked(c.now); });
    const int count = static_cast<int>(missed.size());
    if (locks == 0)
        return withoutLockHeadline(changes, count);
    const std::string lock = locks == 1 ? "The lock " : "The locks ";
    const auto verb = [locks](std::string_view word, std::string_view ending) {
        return std::string {word} + (locks == 1 ? std::string {ending} : "");
    };
    if (!missed.empty() && !caught.empty())
        return lock + verb("miss", "es") + ' ' + counted(count, "look-up") + " but " + verb("catch", "es") + ' '
            + caughtWords(view, caught, true);
    if (!caught.empty())
        return lock + (was.empty() ? "" : "also ") + verb("catch", "es") + ' '
            + caughtWords(view, caught, !was.empty());
    if (missed.empty())
        return now.empty()
            ? "No look-up falls into the lock"
            : lock + "still " + verb("cover", "s") + ' ' + counted(static_cast<int>(now.size()), "look-up");
    if (now.empty() && count == 1)
        return lock + verb("miss", "es") + " the " + clockIn(view, view.common(missed[0]).lane, view.at(missed[0])) + ' '
            + lookUpName(view, missed[0]);
    const std::string of = now.empty() && missed.size() == was.size()
        ? std::string {"every look-up"}
        : std::to_string(count) + " of " + counted(static_cast<int>(was.size()), "look-up");
    return lock + verb("miss", "es") + ' ' + of;
}

/// Lanes of which a look-up was locked out and none is any more.
std::vector<LaneId> freedLanes(const TimelineView& view, const Changes& changes)
{
    std::set<LaneId> freed, held;
    for (const Change& change : changes) {
        const LaneId lane = view.common(change.id).lane;
        if (change.was == Outcome::Blocked && isFree(change.now))
            freed.insert(lane);
        if (isLocked(change.now))
            held.insert(lane);
    }
    std::vector<LaneId> lanes;
    std::set_difference(freed.begin(), freed.end(), held.begin(), held.end(), std::back_inserter(lanes));
    return lanes;
}

std::string lanesInSentence(const TimelineView& view, const std::vector<LaneId>& lanes)
{
    std::vector<std::string> names;
    for (const LaneId lane : lanes)
        names.push_back(laneInSentence(view.record().lane(lane)));
    return listed(names);
}

/// "Locking only the master lets the client look, but at old balances".
std::string scopeHeadline(const TimelineView& view, const Window& lock, const Changes& changes)
{
    const std::string locking = std::string {"Locking "} + (lock.scope.all ? "" : "only ") + scopeWords(view, lock);
    const std::vector<LaneId> freed = freedLanes(view, changes);
    if (freed.empty())
        return locking + " frees no look-up";
    const auto looked = idsWhere(changes, [&](const Change& c) {
        return c.was == Outcome::Blocked && isFree(c.now)
            && std::find(freed.begin(), freed.end(), view.common(c.id).lane) != freed.end();
    });
    const auto old
        = std::count_if(looked.begin(), looked.end(), [&](EventId id) { return isStale(view.outcome(id).outcome); });
    const std::string lets = locking + " lets " + lanesInSentence(view, freed) + " look";
    if (old == 0)
        return lets;
    if (static_cast<std::size_t>(old) == looked.size())
        return lets + ", but at old " + seenBy(view, looked);
    return lets + ", but " + std::to_string(old) + " of " + counted(static_cast<int>(looked.size()), "answer")
        + (old == 1 ? " is old" : " are old");
}

/// Neither locks nor scopes changed: what changed for the look-ups is counted.
std::string countHeadline(const TimelineView& view, const Changes& changes)
{
    if (std::string counted = countedChange(changes); !counted.empty())
        return counted;
    const bool isSame = std::all_of(changes.begin(), changes.end(), [](const Change& c) { return c.was == c.now; });
    if (isSame && !changes.empty())
        return "No look-up changes";
    const std::vector<std::string> edits = editSentences(view);
    if (!isSame || edits.empty())
        return isSame ? "Nothing changes" : "The look-ups change places";
    return edits.front().substr(0, edits.front().size() - 1);
}

/// ": the mirror is not yet integrated" of the window that makes answers stale.
std::string staleReason(const TimelineView& view, const std::vector<EventId>& stale)
{
    std::set<WindowId> by;
    for (const EventId id : stale)
        by.insert(view.outcome(id).window);
    const Window* window = by.size() == 1 ? windowIn(view, *by.begin()) : nullptr;
    if (window == nullptr)
        return {};
    const MarkedText name = marked(window->name);
    const Mention* process = name.find(Idea::Process);
    const std::string_view past = process == nullptr ? std::string_view {} : wordFor(Idea::Past, process->name);
    if (past.empty() || window->scope.all)
        return ": " + windowInSentence(*window) + ' ' + std::string {isOrAre(window->name)} + " still under way";
    const std::string what = scopeWords(view, *window);
    return ": " + what + ' ' + std::string {isOrAre(what)} + " not yet " + std::string {past};
}

/// "The two early answers to the client would still be out of date: the mirror is not yet integrated."
std::string staleSentence(const TimelineView& view, const Changes& changes)
{
    const auto stale = idsWhere(changes, [](const Change& c) { return !isStale(c.was) && c.now == Outcome::Stale; });
    if (stale.empty())
        return {};
    const LaneId lane = view.common(stale.front()).lane;
    const bool oneLane
        = std::all_of(stale.begin(), stale.end(), [&](EventId id) { return view.common(id).lane == lane; });
    const bool early = std::any_of(changes.begin(), changes.end(), [&](const Change& c) {
        return view.common(c.id).lane == lane && !isStale(c.now) && view.at(c.id) > view.at(stale.back());
    });
    const bool still = std::all_of(changes.begin(), changes.end(),
        [](const Change& c) { return isStale(c.was) || !isStale(c.now) || c.was == Outcome::Blocked; });
    const std::string count = stale.size() == 1 ? "The " : "The " + numberWord(static_cast<int>(stale.size())) + ' ';
    const std::string answers = stale.size() == 1 ? "answer" : "answers";
    const std::string to = oneLane ? " to " + laneInSentence(view.record().lane(lane)) : "";
    return count + (oneLane && early ? "early " : "") + answers + to + " would " + (still ? "still " : "")
        + "be out of date" + staleReason(view, stale) + '.';
}

/// "The bank is still locked out."
std::string stillLockedSentence(const TimelineView& view, const Changes& changes)
{
    std::set<LaneId> held;
    for (const Change& change : changes) {
        if (change.was == Outcome::Blocked && change.now == Outcome::Blocked)
            held.insert(view.common(change.id).lane);
    }
    if (held.empty())
        return {};
    const std::string who = withCapital(lanesInSentence(view, {held.begin(), held.end()}));
    const bool plural = held.size() > 1 || isOrAre(who) == "are";
    return who + (plural ? " are" : " is") + " still locked out.";
}

std::string countedSentence(const Changes& changes, Outcome outcome, std::string_view words)
{
    const auto count
        = std::count_if(changes.begin(), changes.end(), [outcome](const Change& c) { return c.now == outcome; });
    return count == 0 ? std::string {} : counted(static_cast<int>(count), "look-up") + ' ' + std::string {words};
}

/// The headline, without its full stop, and what else follows for the look-ups; some may be empty.
std::vector<std::string> consequences(const TimelineView& view, const Changes& changes)
{
    const LockEdits edits = lockEditsOf(view);
    const bool isNarrowed = !edits.moved && edits.narrowed != nullptr;
    std::string headline;
    if (changes.empty() || (!edits.moved && !isNarrowed))
        headline = countHeadline(view, changes);
    else
        headline = isNarrowed ? scopeHeadline(view, *edits.narrowed, changes) : movedHeadline(view, changes);
    const bool saysOld = headline.find(" old") != std::string::npos;
    return {std::move(headline), isNarrowed ? stillLockedSentence(view, changes) : std::string {},
        saysOld ? std::string {} : staleSentence(view, changes),
        countedSentence(changes, Outcome::PossiblyBlocked, "possibly during the lock.")};
}

} // namespace

Finding whatIfFinding(const TimelineView& view, const Finding& recorded)
{
    const Changes changes = changesOf(view, applied(view.record(), {}));
    std::vector<std::string> after = consequences(view, changes);
    Finding finding{.headline = std::move(after.front()), .subtitle = {}, .moment = recorded.moment, .isDocumentTitle = false};
    after.erase(after.begin());
    after.push_back(voidSentence(view));
    std::vector<std::string> sentences = editSentences(view);
    if (!sentences.empty() && sentences.front() == finding.headline + '.')
        sentences.erase(sentences.begin());
    // What was moved comes first, what follows from it second; the rest as far as there is room.
    sentences.insert(sentences.begin() + (sentences.empty() ? 0 : 1), after.begin(), after.end());
    finding.subtitle = joined(sentences, subtitleLength);
    if (const auto begin = lockEditsOf(view).begin)
        finding.moment = begin;
    return finding;
}

std::vector<std::string> consequenceSentences(const TimelineView& view)
{
    std::vector<std::string> sentences = consequences(view, changesOf(view, applied(view.record(), {})));
    sentences.front() += '.';
    std::erase(sentences, std::string {});
    return sentences;
}

std::string countedChange(const std::vector<OutcomeChange>& changes)
{
    const auto count
        = [&changes](auto is) { return static_cast<int>(std::count_if(changes.begin(), changes.end(), is)); };
    const int wasLocked = count([](const OutcomeChange& c) { return c.was == Outcome::Blocked; });
    const int nowLocked = count([](const OutcomeChange& c) { return c.now == Outcome::Blocked; });
    const int wasStale = count([](const OutcomeChange& c) { return isStale(c.was); });
    const int nowStale = count([](const OutcomeChange& c) { return isStale(c.now); });
    const auto instead
        = [](int was) { return " instead of " + (was == 0 ? std::string {"none"} : std::to_string(was)); };
    if (nowLocked != wasLocked && nowLocked == 0)
        return "No look-up falls into the lock any more";
    if (nowLocked != wasLocked)
        return counted(nowLocked, "look-up") + (nowLocked == 1 ? " falls" : " fall") + " into the lock"
            + instead(wasLocked);
    if (nowStale != wasStale && nowStale == 0)
        return "No answer is out of date any more";
    if (nowStale != wasStale)
        return counted(nowStale, "answer") + (nowStale == 1 ? " is" : " are") + " out of date" + instead(wasStale);
    return {};
}

} // namespace lockstep
