#include "core/comparable.h"
#include "core/lock_end.h"
#include "core/wording.h"
#include <algorithm>
#include <array>

namespace lockstep {

namespace {

/// The name with the verb that fits its number: "Backups lock", "Vacuum locks".
std::string withVerb(const std::string& name, std::string_view verb)
{
    return name + ' ' + std::string{verb} + (readsAsPlural(name) ? "" : "s");
}

/// A name that already says lock is not followed by the verb: "Table lock on every table".
bool saysLock(std::string_view name)
{
    const std::string_view last = name.substr(name.rfind(' ') + 1);
    return last == "lock" || last == "Lock" || last == "locks" || last == "Locks";
}

std::string headOf(const TimelineView& view, const Window& window)
{
    if (window.effect == Effect::Blocks)
        return (saysLock(window.name) ? window.name + " on " : withVerb(window.name, "lock") + ' ')
            + scopeWords(view, window);
    if (window.effect == Effect::Informs)
        return window.name;
    std::string words = window.scope.all ? "answers" : scopeWords(view, window);
    if (words.starts_with("the "))
        words.erase(0, 4);
    return window.name + ": " + words + " out of date";
}

} // namespace

bool readsAsPlural(std::string_view name)
{
    for (const std::string_view after : {" of ", " in ", " on ", " for ", " from ", " to ", " at ", ","})
        name = name.substr(0, name.find(after));
    const std::string_view word = name.substr(name.rfind(' ') + 1);
    if (word.size() < 3 || !(word.ends_with('s') || word.ends_with('S')))
        return false;
    static constexpr std::array singular{"ss", "us", "is"};
    return std::none_of(singular.begin(), singular.end(), [&](const char* end) { return word.ends_with(end); });
}

std::string resourceWords(const Timeline& timeline, const ResourceId& id)
{
    const auto& all = timeline.resources;
    const auto found = std::find_if(all.begin(), all.end(), [&](const Resource& r) { return r.id == id; });
    const std::string& name = found == all.end() || found->name.empty() ? id : found->name;
    const bool takesArticle = !name.empty() && name.front() >= 'a' && name.front() <= 'z' && !name.starts_with("the ");
    return takesArticle ? "the " + name : name;
}

std::string scopeWords(const TimelineView& view, const Window& window)
{
    const Window* recorded = view.recordedWindow(window.id);
    if (!window.what.empty() && (recorded == nullptr || recorded->scope == window.scope))
        return window.what;
    if (window.scope.all)
        return "everything";
    std::vector<std::string> names;
    for (const ResourceId& id : window.scope.resources)
        names.push_back(resourceWords(view.record(), id));
    return names.empty() ? "nothing" : listed(names);
}

std::string boundsLabel(const Timeline& timeline, const Window& window)
{
    const bool needsDays = window.end.latest - window.begin.earliest >= std::chrono::hours{24};
    const auto moment = [&](Instant at) {
        const WallTime wall = Zone::utc().wallAt(at);
        const std::string clock = clockLabel(timeline, wall);
        return needsDays ? clock + ' ' + dayLabel(timeline, wall) : clock;
    };
    const auto bound = [&](const Bound& b) {
        return b.isCertain() ? moment(b.earliest) : "between " + moment(b.earliest) + " and " + moment(b.latest);
    };
    if (isOpenEnd(window.end))
        return bound(window.begin) + " to at least " + moment(knownUntil(window.end));
    return bound(window.begin) + " to " + bound(window.end);
}

std::vector<std::string> boundsLabels(const Timeline& timeline, const Window& window)
{
    const std::string full = boundsLabel(timeline, window);
    const std::string clock = isInUtc(timeline, window) ? " UTC" : "";
    std::vector<std::string> labels{full + clock, full};
    if (!window.end.isCertain() && window.begin.isCertain() && !isOpenEnd(window.end)) {
        std::string brief = full;
        brief.replace(brief.find("between "), 8, "");
        brief.replace(brief.find(" and "), 5, " or ");
        labels.insert(labels.end(), {brief + clock, brief});
    }
    labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
    return labels;
}

std::string windowLength(const Window& window)
{
    if (isOpenEnd(window.end))
        return "at least " + lengthLabel(std::max(Millis{0}, knownUntil(window.end) - window.begin.latest));
    const Millis least = std::max(Millis{0}, window.end.earliest - window.begin.latest);
    return lengthRange(least, window.end.latest - window.begin.earliest);
}

std::vector<std::string> windowLabels(const TimelineView& view, const Window& window)
{
    const std::string head = headOf(view, window);
    const std::string before = window.effect == Effect::Stales ? head + ", " : head + ": ";
    std::vector<std::string> labels;
    std::vector<std::string> bounds = boundsLabels(view.record(), window);
    if (window.effect == Effect::Informs && isInUtc(view.record(), window))
        bounds.erase(bounds.begin()); // the ruler above it tells the clock
    for (const std::string& told : bounds)
        labels.push_back(before + told);
    if (!window.end.isCertain() && window.begin.isCertain())
        labels.push_back(window.name + ": " + bounds.back());
    labels.push_back(head);
    labels.push_back(window.name);
    std::stable_sort(
        labels.begin(), labels.end(), [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
    labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
    return labels;
}

} // namespace lockstep
