// What a row costs in memory once a file is read and resolved and the chart has sorted it: against a row of the draft and
// one of the record each kept as they are. Usage: bench_memory [rows]
#include "chart/lod_index.h"
#include "core/resolve.h"
#include "formats/importer.h"
#include <cstdio>
#include <fstream>
#include <string>
#include <unistd.h>

namespace {

using namespace lockstep;

/// Units: bytes.
double residentBytes()
{
    std::ifstream statm("/proc/self/statm");
    double pages = 0, resident = 0;
    statm >> pages >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE));
}

/// A log in order of time: five services, a handful of sentences, a date in each row.
std::string made(int rows)
{
    constexpr const char* whats[] = {"Deploys the release", "Request served in 12 ms", "Restarts the pod", "Timeout calling the database", "Queue drained"};
    std::string csv = "time,service,what\n";
    char line[96];
    for (int i = 0; i < rows; ++i) {
        const int second = i / 4;
        std::snprintf(line, sizeof line, "2024-03-%02d %02d:%02d:%02d.%03d,service-%d,%s #%d\n", 1 + second / 86'400 % 28, second / 3'600 % 24, second / 60 % 60,
            second % 60, i % 4 * 250, i % 5, whats[i % 5], i);
        csv += line;
    }
    return csv;
}

void print(const char* what, double bytes, int rows)
{
    std::printf("%-52s %6.1f bytes a row\n", what, bytes / rows);
}

} // namespace

int main(int argc, char** argv)
{
    const int rows = argc > 1 ? std::max(1, std::atoi(argv[1])) : 1'000'000;
    const Text file{made(rows)};
    const double before = residentBytes();
    Result<Incident> incident = readIncident(file, "log.csv");
    if (!incident)
        return 1;
    Resolved resolved = resolve(incident->draft, incident->reading);
    const double packed = residentBytes() - before;
    const LodIndex index{resolved.timeline};
    const double indexed = residentBytes() - before;
    resolved.timeline.events.open();
    incident->draft.events.open();
    const double open = residentBytes() - before - (indexed - packed);
    print("draft and record", packed, rows);
    print("and the lanes sorted by time", indexed, rows);
    print("draft and record kept row by row", open, rows);
    std::printf("%-52s %6.1f\n", "ratio", open / packed);
    return index.laneCount() == 0;
}
