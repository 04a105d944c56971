// Local times to UTC, in order of time, of eight zones, each told apart as unique, skipped or repeated: against adding a
// constant to the same numbers, and against asking the zone anew for each. Processor time; run by hand.
#include "core/zone_run.h"
#include "processor_time.h"
#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

namespace {

using namespace lockstep;
using namespace lockstep::bench;
using namespace std::chrono_literals;

struct Row {
    std::uint32_t zone = 0;
    WallTime local;
};

/// The quickest of some runs. Units: nanoseconds a row.
template <class Run> double quickest(std::size_t rows, Run run)
{
    double best = 1e9;
    for (int i = 0; i < 7; ++i) {
        const double begin = processorMillis();
        run();
        best = std::min(best, processorMillis() - begin);
    }
    return best * 1e6 / static_cast<double>(rows);
}

} // namespace

int main()
{
    constexpr std::size_t rows = 2'000'000;
    constexpr std::array names{"America/New_York", "Asia/Ho_Chi_Minh", "Europe/London", "Australia/Sydney", "Asia/Kathmandu", "America/Sao_Paulo", "Asia/Tehran", "UTC"};
    std::vector<Zone> zones;
    for (const char* name : names)
        zones.push_back(*Zone::find(name));
    std::vector<Row> all(rows);
    Instant at = date::sys_days{date::year{2015} / 1 / 1};
    std::vector<std::chrono::seconds> standard;
    for (const Zone& zone : zones)
        standard.push_back(zone.offsetAt(at));
    for (std::size_t i = 0; i < rows; ++i, at += 97s) {
        const auto zone = static_cast<std::uint32_t>(i * 7 % names.size());
        // As a clock that nobody sets: it also shows what is skipped.
        all[i] = {zone, WallTime{at.time_since_epoch() + standard[zone]}};
    }
    std::vector<Instant> utc(rows);
    std::array<std::size_t, 3> kinds{};
    const double constant = quickest(rows, [&] { std::ranges::transform(all, utc.begin(), [](const Row& row) { return Instant{row.local.time_since_epoch() - 4h}; }); });
    const double runs = quickest(rows, [&] {
        std::vector<ZoneRun> clocks(zones.begin(), zones.end());
        kinds = {};
        std::ranges::transform(all, utc.begin(), [&](const Row& row) {
            const Moments moments = clocks[row.zone].at(row.local);
            ++kinds[static_cast<std::size_t>(moments.kind)];
            return moments.earliest;
        });
    });
    const double alone = quickest(rows, [&] { std::ranges::transform(all, utc.begin(), [&](const Row& row) { return zones[row.zone].at(row.local).earliest; }); });
    std::printf("%zu rows: %zu unique, %zu repeated, %zu skipped\n", rows, kinds[0], kinds[1], kinds[2]);
    std::printf("adding a constant     %7.2f ns a row\n", constant);
    std::printf("as a run              %7.2f ns a row  x %5.1f\n", runs, runs / constant);
    std::printf("each asked alone      %7.2f ns a row  x %5.1f\n", alone, alone / constant);
    return 0;
}
