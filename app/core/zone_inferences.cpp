#include "core/resolve_words.h"
#include "core/zone_rivals.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

namespace {

std::string laneOrWords(const Understanding& known, int clock)
{
    const auto& ofLanes = known.clocks.clockOfLane;
    const auto lane = std::ranges::find(ofLanes, clock);
    return lane == ofLanes.end() ? known.clock(clock).words
                                 : known.lanes.lanes[static_cast<std::size_t>(lane - ofLanes.begin())].role;
}

/// "America/New_York, daylight time (UTC−4)"
std::string answerOf(const ZoneOption& option, const std::optional<Phase>& phase)
{
    if (!phase)
        return option.zone.name();
    const std::string season = !phase->changes ? "" : phase->isSummer ? ", daylight time" : ", standard time";
    return option.zone.name() + season + " (" + offsetLabel(phase->offset) + ")";
}

std::string reasonFor(const Understanding& known, int clock)
{
    const ClockSource& source = known.clock(clock);
    const ClockChoice& choice = known.choice(clock);
    const std::size_t backwards = choice.setting().reversed;
    if (!choice.isByOrder && !choice.setting().phase)
        return "The order of the rows does not decide; the first reading is taken.";
    if (!choice.isByOrder)
        return choice.offsetKnown ? "Its readings agree on the offset."
                                  : "No date tells the offset and the order of the rows does not decide.";
    const std::string read = source.options.size() > 1
                                 ? "Read as " + source.options[choice.setting().option].label + ": "
                                 : std::string{};
    if (backwards + known.choices.reversedWithin > 0)
        return read + (choice.setting().phase ? "no reading puts" : "on that date no reading puts")
            + " all rows in order; this one leaves the fewest backwards.";
    const std::string what = choice.setting().phase ? "the only offset in use that puts all " : "the only one that puts all ";
    return read + what + std::to_string(known.draft.events.size()) + " rows in order.";
}

Inference zoneInference(const Understanding& known, int clock)
{
    const ClockChoice& choice = known.choice(clock);
    Inference inference;
    inference.about = "zone of " + laneOrWords(known, clock);
    inference.answer = answerOf(*known.option(clock), choice.setting().phase);
    inference.because = reasonFor(known, clock);
    inference.because.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(inference.because.front())));
    inference.line = known.clock(clock).line;
    std::vector<std::pair<std::string, std::string>> zones;
    for (std::size_t i = 0; i < choice.settings.size(); ++i) {
        const Setting& setting = choice.settings[i];
        if (i == choice.chosen)
            continue;
        const ZoneOption& option = known.clock(clock).options[setting.option];
        const std::string label = option.label.empty() ? "" : option.label + ": ";
        zones.emplace_back(label + answerOf(option, setting.phase) + ", " + rowsBackwards(setting.reversed + known.choices.reversedWithin),
                           zoneThatTakes(known, clock, i));
    }
    inference.rivals = zoneRivals(known, clock, zones);
    return inference;
}

/// The rows on each clock's own calendar, with the offsets chosen. Nothing where a gap is between incidents.
std::vector<OrderRow> orderRows(const Understanding& known, int group)
{
    std::vector<OrderRow> rows;
    for (std::size_t i = 0; i < known.draft.events.size(); ++i)
        if (known.draft.events[i].group == group && known.draft.events[i].clock && known.calendar.local[i]
            && known.option(known.clocks.clockOf[i]))
            rows.push_back({rowNumber(known.draft, i), known.clocks.clockOf[i], *known.calendar.local[i]});
    return rows;
}

/// The bounds of all incidents together: the closest of each side.
OffsetBounds boundsOf(const Understanding& known, int clock)
{
    std::vector<std::chrono::minutes> offsets;
    for (const ClockChoice& choice : known.choices.clocks)
        offsets.push_back(choice.setting().phase.value_or(Phase{}).offset);
    std::set<int> groups;
    for (const DraftEvent& e : known.draft.events)
        groups.insert(e.group);
    OffsetBounds closest;
    for (const int group : groups) {
        const OffsetBounds here = offsetBounds(orderRows(known, group), clock, offsets);
        if (here.least)
            closest.least = std::max(closest.least.value_or(*here.least), *here.least);
        if (here.most)
            closest.most = std::min(closest.most.value_or(*here.most), *here.most);
        closest.deciding.insert(closest.deciding.end(), here.deciding.begin(), here.deciding.end());
    }
    return closest;
}

std::string boundsLabel(const OffsetBounds& bounds)
{
    if (bounds.isEmpty())
        return "none: at least " + offsetLabel(*bounds.least) + " and at most " + offsetLabel(*bounds.most);
    if (!bounds.most)
        return "at least " + offsetLabel(*bounds.least);
    if (!bounds.least)
        return "at most " + offsetLabel(*bounds.most);
    return bounds.least == bounds.most ? "only " + offsetLabel(*bounds.least)
                                       : offsetLabel(*bounds.least) + " to " + offsetLabel(*bounds.most);
}

std::optional<Inference> boundsInference(const Understanding& known, int clock)
{
    const OffsetBounds bounds = boundsOf(known, clock);
    const auto isOther = [&](int other) { return other != clock && known.option(other) != nullptr; };
    if (bounds.deciding.empty() && std::ranges::none_of(known.clocks.clockOf, isOther))
        return {};
    if (bounds.deciding.empty())
        return Inference{"offset of " + laneOrWords(known, clock), "not bounded",
                         "The order of the rows allows every offset in use.", {}, known.clock(clock).line};
    constexpr std::size_t pairsNamed = 8;
    std::string pairs;
    for (std::size_t i = 0; i < std::min(bounds.deciding.size(), pairsNamed); ++i) {
        const auto& [first, second] = bounds.deciding[i];
        pairs += (i == 0 ? "" : i + 1 == bounds.deciding.size() ? " and " : ", ") + std::to_string(first) + "-" +
                 std::to_string(second);
    }
    if (bounds.deciding.size() > pairsNamed)
        pairs += " and " + std::to_string(bounds.deciding.size() - pairsNamed) + " more";
    return Inference{"offset of " + laneOrWords(known, clock), boundsLabel(bounds),
                     bounds.isEmpty() ? "Rows " + pairs + " contradict each other."
                                      : "The order of rows " + pairs + " allows no other.",
                     {}, known.clock(clock).line};
}

/// Dates as stretches: "10 March 2019 to 2 November 2019".
std::vector<std::string> stretchesOf(const std::vector<date::local_days>& nights)
{
    std::vector<std::string> stretches;
    for (std::size_t i = 0; i < nights.size();) {
        std::size_t last = i;
        while (last + 1 < nights.size() && nights[last + 1] - nights[last] == date::days{1})
            ++last;
        stretches.push_back(last == i ? dateWords(nights[i]) : dateWords(nights[i]) + " to " + dateWords(nights[last]));
        i = last + 1;
    }
    return stretches;
}

/// Which nights of a year fit; nothing where all or none do.
std::optional<Inference> nightsInference(const Understanding& known)
{
    const auto nights = feasibleNights(known.draft, known.clocks.clocks, known.clocks.clockOf, known.calendar, known.choices);
    if (nights.empty() || nights.size() >= 365)
        return {};
    std::vector<Rival> stretches;
    for (std::string& stretch : stretchesOf(nights))
        stretches.push_back({std::move(stretch)});
    return Inference{"date", "none stated; " + std::to_string(nights.size()) + " nights a year fit",
                     "By the rules of " + std::to_string(int{rulesYear}) + ", an example year; on its other nights some rows run backwards.",
                     std::move(stretches), 0};
}

} // namespace

std::vector<Inference> zoneInferences(const Understanding& known)
{
    std::vector<Inference> inferences;
    bool isAnyOpen = false;
    for (std::size_t i = 0; i < known.clocks.clocks.size(); ++i) {
        const int clock = static_cast<int>(i);
        if (!known.option(clock) || known.choice(clock).settings.size() < 2)
            continue;
        isAnyOpen = true;
        inferences.push_back(zoneInference(known, clock));
        if (const auto bounds = known.calendar.dated ? std::nullopt : boundsInference(known, clock))
            inferences.push_back(*bounds);
    }
    if (isAnyOpen && !known.calendar.dated)
        if (const auto nights = nightsInference(known))
            inferences.push_back(*nights);
    for (Inference& more : zoneDoubts(known))
        inferences.push_back(std::move(more));
    return inferences;
}

} // namespace lockstep
