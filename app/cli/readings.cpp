#include "cli/readings.h"
#include "cli/calendar.h"
#include "cli/names.h"
#include "cli/output.h"
#include "core/joined.h"
#include "core/places.h"
#include "formats/length_text.h"
#include "formats/text_for.h"
#include <algorithm>

namespace lockstep::cli {
namespace {

/// The name by which a reading knows a file: none for the first, so that it reads as of a file alone.
std::string readingName(const Sources& sources, std::size_t file)
{
    return file == 0 ? std::string{} : filesOf(sources.incident.draft)[file]->sourceName;
}

std::string fileNames(const Sources& sources)
{
    std::vector<std::string> names;
    for (const Draft* file : filesOf(sources.incident.draft))
        names.push_back(forTerminal(file->sourceName));
    return listed(names);
}

/// A date that names no file is for the first that has none, else for the first.
OrStop<SetDate> dateFrom(const std::string& written, const Sources& sources, const Timeline& plain)
{
    const ForFile named = forFile(written, sources);
    const auto undated = std::ranges::find(plain.sources, false, &Source::dated);
    const auto first = undated == plain.sources.end() ? 0 : static_cast<std::size_t>(undated - plain.sources.begin());
    if (const auto day = isoDate(named.value))
        return SetDate{*day, readingName(sources, named.file.value_or(first))};
    return stop(Exit::Usage, "'" + forTerminal(named.value) + "' is no date. Write it as 2019-10-06.");
}

OrStop<SetClockAhead> offsetFrom(const std::string& written, const Sources& sources)
{
    const ForFile named = forFile(written, sources);
    if (!named.file && sources.paths.size() > 1)
        return stop(Exit::Usage, "--offset " + forTerminal(written) + " names none of the files: " + fileNames(sources) + '.');
    if (const auto by = signedLengthFrom(named.value))
        return SetClockAhead{readingName(sources, named.file.value_or(0)), *by};
    return stop(Exit::Usage, "'" + forTerminal(named.value) + "' is no length of time. Write +40s for a clock that was 40 s fast, -2min for a slow one.");
}

/// The role of the lane that was named, by its role, person or place.
OrStop<std::string> laneNamed(const std::string& name, const Timeline& timeline)
{
    if (const auto lane = laneIndex(name, timeline))
        return timeline.lane(*lane).role;
    std::vector<std::string> lanes;
    for (const Lane& lane : timeline.lanes)
        lanes.push_back(forTerminal(lane.role));
    return stop(Exit::Usage, "There is no lane '" + forTerminal(name) + "'. Lanes of this document: " + listed(lanes) + '.');
}

/// One clear reading becomes its zone. Of several, and of "EDT", the words are kept: the order of the rows then decides.
OrStop<std::string> zoneNamed(const std::string& written)
{
    const auto candidates = placesFor(written);
    const std::string shown = forTerminal(written);
    if (candidates.empty()) {
        std::string message = "'" + shown + "' is no place or time zone known here.";
        if (const auto like = placesLike(written); !like.empty())
            message += " Did you mean " + listed(like, "or") + '?';
        return stop(Exit::Usage, message);
    }
    if (candidates.size() == 1)
        return candidates.front().statedOffset ? written : candidates.front().zone;
    constexpr std::size_t most = 5;
    std::vector<std::string> readings;
    for (std::size_t i = 0; i < candidates.size() && i < most; ++i)
        readings.push_back(candidates[i].label + " (" + candidates[i].zone + ')');
    printMessage("'" + shown + "' can be " + listed(readings, "or") + ". The order of the rows decides; see lockstep check.");
    return written;
}

/// "ZONE" for every file, "LANE=ZONE" or "FILE=ZONE". A lane that has a file's name is the file's.
OrStop<std::vector<Change>> zonesFrom(const std::string& written, const Sources& sources, const Timeline& plain)
{
    const auto equals = written.find('=');
    const auto zone = zoneNamed(equals == std::string::npos ? written : written.substr(equals + 1));
    if (!zone)
        return tl::unexpected{zone.error()};
    std::vector<Change> changes;
    if (equals == std::string::npos) {
        for (std::size_t file = 0; file < sources.paths.size(); ++file)
            changes.push_back(SetZone{{}, *zone, readingName(sources, file)});
        return changes;
    }
    const std::string name = written.substr(0, equals);
    const ForFile named = forFile(written, sources);
    if (named.file && !laneIndex(name, plain))
        return std::vector<Change>{SetZone{{}, *zone, readingName(sources, *named.file)}};
    const auto lane = laneNamed(name, plain);
    if (!lane)
        return tl::unexpected{lane.error()};
    return std::vector<Change>{SetZone{*lane, *zone}};
}

} // namespace

OrStop<Reading> readingFrom(const Arguments& arguments, const Sources& sources)
{
    const auto dates = arguments.values("date"), zones = arguments.values("zone");
    Timeline plain;
    if (!dates.empty() || !zones.empty())
        plain = resolve(sources.incident.draft, sources.incident.reading).timeline;
    std::vector<Change> changes;
    for (const std::string& written : dates) {
        const auto date = dateFrom(written, sources, plain);
        if (!date)
            return tl::unexpected{date.error()};
        changes.push_back(*date);
    }
    for (const std::string& written : arguments.values("offset")) {
        const auto offset = offsetFrom(written, sources);
        if (!offset)
            return tl::unexpected{offset.error()};
        changes.push_back(*offset);
    }
    for (const std::string& written : zones) {
        const auto zone = zonesFrom(written, sources, plain);
        if (!zone)
            return tl::unexpected{zone.error()};
        changes.insert(changes.end(), zone->begin(), zone->end());
    }
    Reading added;
    for (const Change& change : changes)
        added.push_back({.change = change, .by = By::Person, .was = {}});
    return added;
}

} // namespace lockstep::cli
