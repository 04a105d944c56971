#include "core/clock_sources.h"
#include <algorithm>

namespace lockstep {

using std::chrono::minutes;

std::vector<Phase> phasesOf(const ZoneOption& option)
{
    std::vector<minutes> offsets;
    const date::sys_days newYear = date::sys_days{rulesYear / 1 / 1};
    for (date::days week{0}; week < date::days{364}; week += date::days{7})
        offsets.push_back(std::chrono::floor<minutes>(option.zone.offsetAt(Instant{newYear + week})));
    std::ranges::sort(offsets);
    offsets.erase(std::unique(offsets.begin(), offsets.end()), offsets.end());
    const bool changes = offsets.size() > 1;
    if (option.statedOffset)
        return {Phase{*option.statedOffset, changes && *option.statedOffset > offsets.front(), changes}};
    std::vector<Phase> phases;
    for (const minutes offset : offsets)
        phases.push_back({offset, changes && offset > offsets.front(), changes});
    return phases;
}

std::vector<OffsetRange> rangesOf(const std::vector<ClockSource>& clocks)
{
    const auto said = [](const ClockSource& clock) -> const std::vector<ZoneOption>& {
        return clock.stated.empty() ? clock.options : clock.stated;
    };
    const auto extent = [](const std::vector<ZoneOption>& options) {
        OffsetRange range{.least = limits::mostOffset, .most = limits::leastOffset};
        for (const ZoneOption& option : options)
            for (const Phase& phase : phasesOf(option)) {
                range.least = std::min(range.least, phase.offset);
                range.most = std::max(range.most, phase.offset);
            }
        return range;
    };
    const auto isSure = [&](const ClockSource& clock) { return said(clock).size() == 1; };
    std::vector<OffsetRange> ranges;
    for (const ClockSource& clock : clocks)
        ranges.push_back(isSure(clock) ? extent(said(clock)) : OffsetRange{});
    // Where every place has rivals, one of them must hold the others.
    const auto first = std::ranges::find_if(clocks, [&](const ClockSource& c) { return !said(c).empty(); });
    if (first != clocks.end() && std::ranges::none_of(clocks, isSure))
        ranges[static_cast<std::size_t>(first - clocks.begin())] = extent(said(*first));
    return ranges;
}

} // namespace lockstep
