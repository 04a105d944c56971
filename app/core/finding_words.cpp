#include "core/finding_words.h"
#include "core/by_time.h"
#include "core/grouped.h"
#include "core/proposals.h"
#include "core/vocabulary.h"
#include "core/wording.h"
#include <algorithm>
#include <array>

namespace lockstep {

namespace {

std::string units(Millis::rep count, std::string_view unit)
{
    return counted(static_cast<int>(count), unit);
}

/// "client-chat.md": a dot within a word.
bool isFileName(std::string_view name)
{
    const auto dot = name.find('.');
    return dot != std::string_view::npos && dot > 0 && dot + 1 < name.size() && name[dot + 1] != ' ';
}

} // namespace

std::string spelledLength(Millis length)
{
    using namespace std::chrono;
    if (length == hours {1})
        return "an hour";
    if (length < minutes {1})
        return units(duration_cast<seconds>(length).count(), "second");
    const auto inMinutes = duration_cast<minutes>(length).count();
    if (length < hours {2})
        return units(inMinutes, "minute");
    std::string text = length < days {2} ? units(inMinutes / 60, "hour") : units(inMinutes / (24 * 60), "day");
    const auto rest = length < days {2} ? inMinutes % 60 : inMinutes / 60 % 24;
    if (rest != 0)
        text += ' ' + units(rest, length < days {2} ? "minute" : "hour");
    return text;
}

std::string rowsInWords(const std::vector<EventId>& rows)
{
    constexpr std::size_t mostParts = 8;
    std::vector<std::string> parts;
    for (std::size_t from = 0; from < rows.size();) {
        std::size_t next = from + 1;
        while (next < rows.size() && rows[next] == rows[next - 1] + 1)
            ++next;
        if (parts.size() + 1 == mostParts && next < rows.size()) {
            parts.push_back(grouped(static_cast<long long>(rows.size() - from)) + " more");
            break;
        }
        const bool isRange = next - from > 2; // two neighbours read as well without
        parts.push_back(std::to_string(rows[from]) + (isRange ? " to " + std::to_string(rows[next - 1]) : ""));
        from = isRange ? next : from + 1;
    }
    return (rows.size() == 1 ? "row " : "rows ") + listed(parts);
}

std::string numberWord(int number)
{
    static constexpr std::array words {
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
    const auto index = static_cast<std::size_t>(number);
    return number >= 0 && index < words.size() ? words.at(index) : std::to_string(number);
}

std::string laneInSentence(const Lane& lane)
{
    const MarkedText role = marked(lane.role);
    const Mention* known = role.find(Idea::Role);
    // "Support team" takes an article as well: its first word is a role.
    return known != nullptr && known->first == 0 && !isFileName(lane.role) ? "the " + withSmall(lane.role) : lane.role;
}

std::string windowInSentence(const Window& window)
{
    const std::string name = withSmall(window.name);
    return name.starts_with("the ") ? name : "the " + name;
}

std::string lockName(const TimelineView& view, const Window& window)
{
    if (window.effect == Effect::Blocks && locksIn(view.windows()).size() == 1)
        return "the lock";
    const MarkedText name = marked(window.name);
    const Mention* process = name.find(Idea::Process);
    if (process == nullptr)
        return windowInSentence(window);
    return "the " + withSmall(name.written(process->first, process->count));
}

std::string clockIn(const TimelineView& view, LaneId lane, Instant at)
{
    return clockLabel(view.record(), view.record().lane(lane).zone.wallAt(at));
}

std::string momentIn(const TimelineView& view, LaneId lane, Instant at)
{
    const std::string name = laneZoneLabel(view.record(), view.record().lane(lane));
    const std::string clock = clockIn(view, lane, at);
    if (name.empty())
        return clock;
    return clock + (isNamedByPlace(view.record().lane(lane)) ? " in " : " ") + name;
}

std::optional<LaneId> laneOf(const TimelineView& view, const Window& window)
{
    if (!window.begin.tiedTo || !view.record().has(*window.begin.tiedTo))
        return {};
    return view.common(*window.begin.tiedTo).lane;
}

std::vector<EventId> lookUpsIn(const TimelineView& view)
{
    std::vector<EventId> ids;
    for (EventId id = 1; id <= view.eventCount(); ++id) {
        if (view.common(id).kind == Kind::Read && view.common(id).hasInstant)
            ids.push_back(id);
    }
    return byTime(view, std::move(ids));
}

bool isStale(Outcome outcome)
{
    return outcome == Outcome::Stale || outcome == Outcome::PossiblyStale;
}

bool isLocked(Outcome outcome)
{
    return outcome == Outcome::Blocked || outcome == Outcome::PossiblyBlocked;
}

std::string seenBy(const TimelineView& view, const std::vector<EventId>& ids)
{
    std::set<std::string_view> seen;
    for (const EventId id : ids)
        seen.insert(seenIn(view.event(id).text));
    return (seen.size() == 1 ? std::string {*seen.begin()} : "answer") + "s";
}

std::string lookUpName(const TimelineView& view, EventId id)
{
    const std::string_view seen = seenIn(view.event(id).text);
    return seen == "answer" ? "look-up" : std::string {seen} + " check";
}

std::vector<const Window*> locksIn(const std::vector<Window>& windows)
{
    std::vector<const Window*> locks;
    for (const Window& window : windows) {
        if (window.effect == Effect::Blocks)
            locks.push_back(&window);
    }
    return locks;
}

const Window* windowIn(const TimelineView& view, const WindowId& id)
{
    const auto found
        = std::find_if(view.windows().begin(), view.windows().end(), [&](const Window& w) { return w.id == id; });
    return found == view.windows().end() ? nullptr : &*found;
}

std::string_view isOrAre(std::string_view words)
{
    return readsAsPlural(words) || words.find(" and ") != std::string_view::npos ? "are" : "is";
}

std::string_view wasOrWere(std::string_view words)
{
    return isOrAre(words) == "are" ? "were" : "was";
}

std::size_t characters(std::string_view utf8)
{
    return static_cast<std::size_t>(
        std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string joined(const std::vector<std::string>& sentences, std::size_t most)
{
    std::string text;
    for (const std::string& sentence : sentences) {
        if (sentence.empty() || (!text.empty() && characters(text) + 1 + characters(sentence) > most))
            continue;
        text += (text.empty() ? "" : " ") + sentence;
    }
    return text;
}

} // namespace lockstep
