#include "core/resolve_words.h"
#include "core/wording.h"
#include <algorithm>
#include <array>

namespace lockstep {

namespace {

constexpr std::size_t rivalsNamed = 6;

std::string phaseWords(const Phase& phase, bool inCheck)
{
    if (!phase.changes)
        return {};
    if (inCheck)
        return phase.isSummer ? ", daylight time" : ", standard time";
    return phase.isSummer ? " in summer" : " in winter";
}

/// The clock that message and reasons are about: one whose zone or offset was to be found.
std::optional<int> clockInQuestion(const Understanding& known)
{
    std::optional<int> undecided;
    for (std::size_t i = 0; i < known.choices.clocks.size(); ++i) {
        const ClockChoice& choice = known.choices.clocks[i];
        if (known.clocks.clocks[i].options.empty() || choice.settings.size() < 2)
            continue;
        if (choice.isByOrder)
            return static_cast<int>(i);
        if (!undecided)
            undecided = static_cast<int>(i);
    }
    return undecided;
}

/// "Washington is on summer time (UTC−4)", "Birmingham is Birmingham, Alabama (UTC−6)".
std::string whatHolds(const Understanding& known, int clock)
{
    const ClockSource& source = known.clock(clock);
    const Setting& setting = known.choice(clock).setting();
    const ZoneOption& option = source.options[setting.option];
    const Phase phase = setting.phase.value_or(Phase{});
    std::string text = source.words + " is ";
    if (setting.option > 0 || !phase.changes)
        text += option.label.empty() ? option.zone.name() : option.label;
    if (phase.changes)
        text += std::string{setting.option > 0 ? " " : ""} + "on " + (phase.isSummer ? "summer time" : "winter time");
    return text + " (" + offsetLabel(phase.offset) + ")";
}

std::string undatedMessage(const Understanding& known, const Resolved& resolved)
{
    const std::string lead
        = known.calendar.isYearless ? "No year in this document, so no date. " : "No date in this document. ";
    const auto clock = clockInQuestion(known);
    if (!clock)
        return lead + (resolved.reversed.empty() ? "Days are counted from its first row."
                                                 : rowsBackwards(resolved.reversed.size()) + "; drawn as stated.");
    const ClockChoice& choice = known.choice(*clock);
    if (known.choices.reversedBetween > 0)
        return lead + "No reading of " + known.clock(*clock).words + " puts all its rows in order.";
    if (!choice.offsetKnown)
        return lead + "The order of its rows does not tell the offset of " + known.clock(*clock).words + ".";
    const std::string holds = whatHolds(known, *clock);
    if (known.choices.reversedWithin > 0)
        return lead + "Its clocks agree only if " + holds + ".";
    return lead + "Its rows run in order only if " + holds + ".";
}

/// A clock whose other side of the year would have put more rows in order.
struct WrongSeason {
    int clock = 0;
    date::local_days day;
    bool isSummer = false;
};

std::size_t reversedWith(const Timeline& t, const Understanding& known, int clock, std::chrono::minutes offset)
{
    std::size_t count = 0;
    const auto at = [&](std::size_t i) {
        return known.clocks.clockOf[i] == clock ? Instant{t.events[i].local.time_since_epoch() - offset} : t.events[i].at;
    };
    for (const auto& [before, after] : neighbours(known.draft, known.clocks.clocks, known.clocks.clockOf, known.calendar))
        count += at(after) < at(before) ? 1 : 0;
    return count;
}

std::optional<WrongSeason> wrongSeason(const Understanding& known, const Resolved& resolved, const Timeline& record)
{
    for (std::size_t i = 0; i < known.clocks.clocks.size(); ++i) {
        const int clock = static_cast<int>(i);
        const ZoneOption* option = known.option(clock);
        const auto row = std::ranges::find(known.clocks.clockOf, clock) - known.clocks.clockOf.begin();
        if (!option || row == std::ssize(known.clocks.clockOf) || !known.calendar.local[static_cast<std::size_t>(row)])
            continue;
        const WallTime local = *known.calendar.local[static_cast<std::size_t>(row)];
        const auto offset = option->zone.offsetAt(option->zone.at(local).earliest);
        for (const Phase& other : phasesOf(ZoneOption{option->zone, {}, {}}))
            if (other.changes && other.offset != offset &&
                reversedWith(record, known, clock, other.offset) < resolved.reversed.size())
                return WrongSeason{clock, date::floor<date::days>(local), !other.isSummer};
    }
    return {};
}

/// "Row 8 lies 2 min before row 7." for the first few.
std::string pairsBackwards(const std::vector<ReversedPair>& pairs)
{
    constexpr std::size_t named = 4;
    std::string text;
    for (std::size_t i = 0; i < std::min(pairs.size(), named); ++i)
        text += (i == 0 ? "" : " ") + reversedWords(pairs[i]);
    return pairs.size() > named ? text + " " + std::to_string(pairs.size() - named) + " more are listed with the rows." : text;
}

} // namespace

std::string reversedWords(const ReversedPair& pair)
{
    return "Row " + std::to_string(pair.second) + " lies " + lengthLabel(pair.by) + " before row " +
           std::to_string(pair.first) + ".";
}

std::string readingName(const ClockSource& clock, const ZoneOption& option)
{
    if (clock.options.size() == 1 || option.label.empty())
        return clock.options.size() == 1 && !clock.words.empty() ? clock.words : option.zone.name();
    const std::string prefix = clock.words + ", ";
    return option.label.starts_with(prefix) ? option.label.substr(prefix.size()) : option.label;
}

std::string dateWords(date::local_days day)
{
    static constexpr std::array months{"January", "February", "March",     "April",   "May",      "June",
                                       "July",    "August",   "September", "October", "November", "December"};
    const date::year_month_day ymd{day};
    return std::to_string(unsigned{ymd.day()}) + " " + months.at(unsigned{ymd.month()} - 1) + " " +
           std::to_string(int{ymd.year()});
}

std::string rowsBackwards(std::size_t count)
{
    return count == 1 ? "1 row runs backwards" : std::to_string(count) + " rows run backwards";
}

std::vector<RankedReading> rivalsOf(const Understanding& known, int clock, bool inCheck)
{
    const ClockSource& source = known.clock(clock);
    const std::vector<Setting>& settings = known.choice(clock).settings;
    std::vector<RankedReading> rivals;
    for (std::size_t i = 0; i < settings.size(); ++i) {
        const ZoneOption& option = source.options[settings[i].option];
        const auto isSibling = [&](const Setting& s) { return s.option == settings[i].option; };
        const bool isOneCount = std::ranges::all_of(
            settings, [&](const Setting& s) { return !isSibling(s) || s.reversed == settings[i].reversed; });
        // A lone phase, or phases that fare alike, need no season in their name; then only the first is named.
        const bool isFirst = i == 0 || !isSibling(settings[i - 1]);
        if (isOneCount && !isFirst)
            continue;
        std::string name = inCheck ? option.zone.name() : readingName(source, option);
        if (!isOneCount)
            name += phaseWords(settings[i].phase.value_or(Phase{}), inCheck);
        rivals.push_back({std::move(name), settings[i].reversed + known.choices.reversedWithin});
    }
    std::ranges::stable_sort(rivals, {}, &RankedReading::reversed);
    return rivals;
}

std::string disorderOf(const Understanding& known, const Resolved& resolved, const Timeline& record)
{
    if (resolved.reversed.empty() && !resolved.repairs.empty())
        return "The rows pass midnight, which does not fit how long the document says it lasted.";
    if (!known.calendar.dated || resolved.reversed.empty())
        return {};
    const std::string backwards = rowsBackwards(resolved.reversed.size());
    if (const auto wrong = wrongSeason(known, resolved, record))
        return "On " + dateWords(wrong->day) + " " + known.clock(wrong->clock).words + " was on " +
               (wrong->isSummer ? "summer" : "winter") + " time, so " + backwards + ". Drawn as stated.";
    if (!known.corrections.clocks.empty())
        return backwards + " as corrected.";
    return backwards + " in this document. Drawn as stated.";
}

std::string unzonedWords(const Understanding& known)
{
    if (known.calendar.isElapsed)
        return (known.company.isAlone ? "This document" : known.draft.sourceName) + " counts from T+0. Correct the clock of one row to tell when that was.";
    std::vector<std::string> lanes;
    for (std::size_t i = 0; i < known.lanes.lanes.size(); ++i)
        if (!known.option(known.clocks.clockOfLane[i]))
            lanes.push_back(known.lanes.lanes[i].role);
    if (lanes.empty())
        return {};
    if (lanes.size() == known.lanes.lanes.size())
        return "No time zone in " + (known.company.isAlone ? "this document" : known.draft.sourceName) + ". "
            + (known.company.isAlone ? "Times" : "Its times") + " are drawn as written until you choose one.";
    return "No time zone for " + listed(lanes) + ". Times there are drawn as written until you choose one.";
}

namespace {

/// Of several files: which have no date, and what the axis then claims.
std::string undatedMessage(const Timeline& whole)
{
    std::vector<std::string> undated;
    for (const Source& source : whole.sources)
        if (!source.dated)
            undated.push_back(source.name);
    if (undated.empty())
        return {};
    if (!whole.dated)
        return "No date in these files: only the order within each file is known.";
    return listed(undated) + (undated.size() == 1 ? " has no date. Its rows" : " have no date. Their rows")
        + " cannot be placed beside the others.";
}

std::string messageOfSeveral(const std::vector<ReadFile>& files, const Resolved& resolved)
{
    if (std::string undated = undatedMessage(resolved.timeline); !undated.empty())
        return undated;
    for (const ReadFile& file : files)
        if (std::string unzoned = unzonedWords(file.known); !unzoned.empty())
            return unzoned;
    return resolved.disorder;
}

} // namespace

std::string messageOf(const std::vector<ReadFile>& files, const Resolved& resolved)
{
    const Understanding& known = files.front().known;
    if (resolved.timeline.events.empty())
        return {};
    if (files.size() > 1)
        return messageOfSeveral(files, resolved);
    if (std::string unzoned = unzonedWords(known); !unzoned.empty())
        return unzoned;
    return known.calendar.dated ? resolved.disorder : undatedMessage(known, resolved);
}

std::string whyOf(const std::vector<ReadFile>& files, const Resolved& resolved)
{
    if (resolved.message.empty())
        return {};
    if (files.size() > 1)
        return resolved.reversed.empty() ? "A date or a zone in one file says nothing about another." : pairsBackwards(resolved.reversed);
    const Understanding& known = files.front().known;
    const auto clock = clockInQuestion(known);
    if (!clock && !resolved.reversed.empty())
        return pairsBackwards(resolved.reversed);
    if (!clock)
        return known.calendar.dated ? std::string{}
                                    : "Without a date only clock times and days since the first row are known.";
    const std::vector<RankedReading> rivals = rivalsOf(known, *clock, false);
    std::string text;
    if (rivals.size() == 1)
        return "In summer and in winter, " + rowsBackwards(rivals.front().reversed) + ".";
    for (std::size_t i = 0; i < std::min(rivals.size(), rivalsNamed); ++i)
        text += i == 0 ? "Read as " + rivals[i].name + ": " + rowsBackwards(rivals[i].reversed) + "."
                       : " " + rivals[i].name + ": " + std::to_string(rivals[i].reversed) + ".";
    if (rivals.size() > rivalsNamed)
        text += " " + std::to_string(rivals.size() - rivalsNamed) + " more: " +
                std::to_string(rivals[rivalsNamed].reversed) + " or more.";
    return text;
}

} // namespace lockstep
