#include "core/footnote_parts.h"
#include "core/comparable.h"
#include "core/finding_words.h"
#include "core/lock_end.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

namespace {

const Inference* inferenceAbout(const Resolved& resolved, const std::string& about)
{
    const auto found = std::find_if(
        resolved.inferences.begin(), resolved.inferences.end(), [&](const Inference& i) { return i.about == about; });
    return found == resolved.inferences.end() ? nullptr : &*found;
}

/// "on summer time (UTC−4)" of "America/New_York, daylight time (UTC−4)".
std::string seasonOf(const std::string& answer)
{
    const auto offset = answer.rfind(" (");
    std::string season;
    if (answer.find("daylight time") != std::string::npos)
        season = " on summer time";
    if (answer.find("standard time") != std::string::npos)
        season = " on winter time";
    return season + (offset == std::string::npos ? "" : answer.substr(offset));
}

/// "Washington is read as Washington, D.C." has its stop already.
std::string ended(std::string sentence)
{
    return sentence.ends_with('.') ? sentence : sentence + '.';
}

/// "Washington is read as Washington, D.C. on summer time (UTC−4), the only offset in use that puts all rows in order."
std::string zoneSentence(const Lane& lane, const Inference* inference)
{
    const std::string name = clockName(lane);
    const std::string place = name.empty() ? lane.role : name;
    if (inference == nullptr)
        return ended(place + " is read as " + zoneShortName(lane));
    std::string read = zoneShortName(lane), why = inference->because;
    static constexpr std::string_view readAs = "Read as ";
    const auto colon = why.find(": ");
    if (why.starts_with(readAs) && colon != std::string::npos) {
        read = why.substr(readAs.size(), colon - readAs.size());
        why.erase(0, colon + 2);
    }
    why = withSmall(why);
    const std::string sentence
        = place + (read == place ? " is taken to be" : " is read as " + read) + seasonOf(inference->answer);
    return why.starts_with("the only ") ? sentence + ", " + why : ended(sentence) + ' ' + withCapital(why);
}

/// "Day 1 is Washington's first day." where several zones would count differently.
std::string firstDaySentence(const Timeline& timeline)
{
    const auto first
        = std::find_if(timeline.events.begin(), timeline.events.end(), [](const Event& e) { return e.hasInstant; });
    if (first == timeline.events.end() || timeline.lanes.empty())
        return {};
    const auto dateIn = [&](const Zone& zone) { return date::floor<date::days>(zone.wallAt(first->at)); };
    const auto earliest = std::min_element(timeline.lanes.begin(), timeline.lanes.end(),
        [&](const Lane& a, const Lane& b) { return dateIn(a.zone) < dateIn(b.zone); });
    const auto utc = dateIn(Zone::utc());
    const bool differ = std::any_of(
        timeline.lanes.begin(), timeline.lanes.end(), [&](const Lane& l) { return dateIn(l.zone) != utc; });
    // Beside a clock without a zone no day of another tells which came first.
    if (!differ || !areAllComparable(timeline) || utc < dateIn(earliest->zone))
        return "Day 1 is the day of the first row.";
    if (!isNamedByPlace(*earliest))
        return "Day 1 is the first day in " + clockName(*earliest) + '.';
    return "Day 1 is " + clockName(*earliest) + "\u2019s first day.";
}

/// What is not known of a lane's clock: "The offset of Paris is not known; it is drawn as UTC+1."
std::string openZoneSentence(const Timeline& timeline, const Lane& lane, const Inference* inference)
{
    const std::string name = clockName(lane);
    if (lane.zoneName.empty() || lane.zoneInferred || inference == nullptr)
        return {};
    if (!lane.offsetKnown)
        return "The offset of " + name + " is not known; it is drawn as " + offsetLabel(lane.zone.offsetAt(Instant {})) + '.';
    const bool isOpen = timeline.dated && inference->because.find("does not decide") != std::string::npos;
    if (!isOpen)
        return {};
    return "\u201C" + name + "\u201D is read as the time of " + inference->answer + ", the likeliest of "
        + std::to_string(inference->rivals.size() + 1) + " readings.";
}

/// Rows without any zone are drawn as written.
std::string unzonedSentence(const Timeline& timeline)
{
    std::vector<std::string> lanes;
    for (const Lane& lane : timeline.lanes) {
        if (lane.zoneName.empty())
            lanes.push_back(lane.role);
    }
    if (lanes.empty())
        return {};
    if (lanes.size() == timeline.lanes.size() && timeline.sources.size() > 1)
        return "The files give no time zone; their clocks stand as written.";
    if (lanes.size() == timeline.lanes.size())
        return "The document gives no time zone; its clocks stand as written.";
    return "No time zone is known for " + listed(lanes) + "; clocks there stand as written.";
}

/// "The document has no date."
std::string dateSentence(const Timeline& timeline, const Resolved& resolved)
{
    if (timeline.dated || timeline.events.empty())
        return {};
    if (timeline.isElapsed)
        return "Times count from T+0; no clock in the document tells when that was.";
    if (timeline.sources.size() > 1)
        return "No file has a date: each counts its own days, so only the order within a file is known.";
    return resolved.yearlessDate.empty()
        ? "The document has no date."
        : "The document gives no year; \u201C" + resolved.yearlessDate + "\u201D alone sets no date.";
}

/// What bounds one end: 'not before 04:30 UTC (“at least 1 hour”), not after 04:35 (first correct balance)'.
std::string limitsOf(const Timeline& timeline, const Window& window, const Bound& bound)
{
    const bool hasZones = isInUtc(timeline, window);
    const std::string from = clockLabel(timeline, Zone::utc().wallAt(bound.earliest)) + (hasZones ? " UTC" : "");
    const std::string to = clockLabel(timeline, Zone::utc().wallAt(bound.latest));
    const auto cut = bound.basis.find("; ");
    if (isOpenEnd(bound))
        return "not before " + clockLabel(timeline, Zone::utc().wallAt(knownUntil(bound))) + (hasZones ? " UTC (" : " (")
            + bound.basis.substr(0, cut) + "); " + bound.basis.substr(cut + 2);
    if (cut == std::string::npos)
        return "not before " + from + ", not after " + to
            + (bound.basis.empty() ? "" : ". " + withCapital(bound.basis));
    const auto rest = bound.basis.find("; ", cut + 2);
    std::string text = "not before " + from + " (" + bound.basis.substr(0, cut) + "), not after " + to + " ("
        + bound.basis.substr(cut + 2, rest - cut - 2) + ')';
    return rest == std::string::npos ? text : text + ". " + withCapital(bound.basis.substr(rest + 2));
}

} // namespace

std::vector<std::string> daySentences(const Timeline& timeline, const Reading& reading, const Resolved& resolved)
{
    std::vector<std::string> sentences;
    sentences.push_back(dateSentence(timeline, resolved));
    for (const Source& source : timeline.sources) {
        const bool isSet = std::any_of(reading.begin(), reading.end(), [&](const ReadingEntry& e) {
            const auto* set = std::get_if<SetDate>(&e.change);
            return set != nullptr && (set->source == source.name || (set->source.empty() && source.firstRow == 1));
        });
        if (source.dated && isSet && timeline.has(source.firstRow) && timeline.common(source.firstRow).hasInstant)
            sentences.push_back("The date of row " + std::to_string(source.firstRow) + ", "
                + dayLabel(timeline, timeline.event(source.firstRow).local) + ", was set by hand.");
    }
    bool anyInferred = false;
    for (const Lane& lane : timeline.lanes) {
        const Inference* inference = inferenceAbout(resolved, "zone of " + lane.role);
        anyInferred = anyInferred || lane.zoneInferred;
        sentences.push_back(lane.zoneInferred ? zoneSentence(lane, inference) : openZoneSentence(timeline, lane, inference));
    }
    if (!timeline.events.empty() && !timeline.isElapsed) {
        sentences.push_back(unzonedSentence(timeline));
        if (!timeline.dated && timeline.sources.size() < 2)
            sentences.push_back(firstDaySentence(timeline));
    }
    sentences.erase(std::remove(sentences.begin(), sentences.end(), std::string {}), sentences.end());
    if (anyInferred)
        sentences.front() = "\u2020 " + sentences.front();
    return sentences;
}

std::vector<std::string> boundSentences(const TimelineView& view)
{
    std::vector<std::string> sentences;
    std::vector<std::string> proposed;
    for (const Window& window : view.windows()) {
        const std::string name = lockName(view, window);
        if (!window.begin.isCertain())
            sentences.push_back("Begin of " + name + ": " + limitsOf(view.record(), window, window.begin) + '.');
        if (!window.end.isCertain())
            sentences.push_back("End of " + name + ": " + limitsOf(view.record(), window, window.end) + '.');
        if (window.proposed)
            proposed.push_back(name);
    }
    if (!proposed.empty()) {
        const bool plural = proposed.size() > 1 || isOrAre(proposed.front()) == "are";
        sentences.push_back(
            withCapital(listed(proposed)) + (plural ? " are" : " is") + " read from the document\u2019s words.");
    }
    return sentences;
}

} // namespace lockstep
