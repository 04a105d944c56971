#include "core/overruled_zones.h"
#include "core/places.h"
#include <algorithm>

namespace lockstep {

namespace {

constexpr std::string_view goesBy = "The column goes by '", thoughLine = "', though line ", says = " says '", end = "'.";

/// The offsets of a zone in winter and in summer.
std::optional<std::pair<std::chrono::seconds, std::chrono::seconds>> clockOf(const PlaceCandidate& place)
{
    const Result<Zone> zone = Zone::find(place.zone);
    if (!zone)
        return {};
    const auto offsetIn = [&](date::month month) { return zone->offsetAt(Instant{date::sys_days{rulesYear / month / 1}}); };
    return std::pair{offsetIn(date::January), offsetIn(date::July)};
}

bool canBeOneClock(std::string_view words, std::string_view others)
{
    const auto ones = placesFor(words), theirs = placesFor(others);
    if (ones.empty() || theirs.empty())
        return true;
    return std::ranges::any_of(ones, [&](const PlaceCandidate& one) {
        const auto clock = clockOf(one);
        return std::ranges::any_of(theirs, [&](const PlaceCandidate& other) { return one.zone == other.zone || (clock && clock == clockOf(other)); });
    });
}

struct Overruled {
    std::string column, line, above;
};

/// What the note says, read back: a study keeps the note.
std::optional<Overruled> overruledIn(std::string_view note)
{
    const auto line = note.find(thoughLine), words = note.find(says, line);
    if (!note.starts_with(goesBy) || !note.ends_with(end) || words == std::string_view::npos)
        return {};
    const auto part = [&](std::size_t begin, std::size_t stop) { return std::string{note.substr(begin, stop - begin)}; };
    return Overruled{part(goesBy.size(), line), part(line + thoughLine.size(), words), part(words + says.size(), note.size() - end.size())};
}

} // namespace

std::optional<Problem> overruledZone(const Stated<std::string>& above, const Stated<std::string>& column)
{
    if (canBeOneClock(above.value, column.value))
        return {};
    return Problem{Severity::Note, column.line, 0,
        std::string{goesBy} + column.value + std::string{thoughLine} + std::to_string(above.line) + std::string{says} + above.value + std::string{end}, {}};
}

std::vector<Inference> overruledZones(const Understanding& known)
{
    std::vector<Inference> found;
    for (const Problem& note : known.draft.problems) {
        const auto overruled = overruledIn(note.what);
        const auto goesByIt = [&](const ClockSource& clock) { return !clock.isChosen && clock.spellings.contains(overruled->column); };
        if (!overruled || std::ranges::none_of(known.clocks.clocks, goesByIt))
            continue;
        const auto chosen = known.corrections.zoneWords.find(overruled->column);
        Inference zone{.about = "offset of '" + overruled->column + '\'', .answer = chosen == known.corrections.zoneWords.end() ? overruled->column : chosen->second,
            .because = note.what, .rivals = {}, .line = note.line};
        const auto isSaid = [&](const Inference& other) { return other.about == zone.about; };
        if (std::ranges::any_of(found, isSaid))
            continue;
        if (zone.answer != overruled->above)
            zone.rivals.push_back({overruled->above + ", as line " + overruled->line + " says", {SetZoneWords{overruled->column, overruled->above, nameInReading(known.draft)}}});
        found.push_back(std::move(zone));
    }
    return found;
}

} // namespace lockstep
