// Time and memory to read a file and resolve it, and how both grow: ten times the file should take at most twelve
// times the time. Processor time, so that a busy machine blurs it little. Run by hand.
#include "core/resolve.h"
#include "formats/importer.h"
#include "processor_time.h"
#include "sample_files.h"
#include <cstdio>
#include <cstring>
#include <malloc.h>

namespace {

using namespace lockstep;
using namespace lockstep::bench;

double heldBytes()
{
    const auto held = mallinfo2();
    return static_cast<double>(held.uordblks) + static_cast<double>(held.hblkhd);
}

struct Cost {
    double read = 0, resolve = 0; ///< milliseconds
    double bytes = 0;             ///< held by draft and record together
    bool isRefused = false;
};

Cost costOf(const Sample& sample, int size)
{
    const Text text{sample.made(size)};
    const double heldBefore = heldBytes(), begin = processorMillis();
    const auto incident = readIncident(text, "sample", sample.format);
    const double read = processorMillis();
    if (!incident)
        return {.read = read - begin, .resolve = 0, .bytes = 0, .isRefused = true};
    const Resolved resolved = resolve(incident->draft, incident->reading);
    return {.read = read - begin, .resolve = processorMillis() - read, .bytes = heldBytes() - heldBefore};
}

/// The quickest of some runs, fewer of long ones, but never the first alone: what it pays to the system for memory that the
/// next ones find again would be told of the long ones only.
Cost quickest(const Sample& sample, int size)
{
    Cost best = costOf(sample, size);
    for (int run = 0; run < (best.read + best.resolve < 200 ? 4 : 2); ++run)
        if (const Cost again = costOf(sample, size); again.read + again.resolve < best.read + best.resolve)
            best = again;
    return best;
}

void measure(const Sample& sample, int least, int most)
{
    Cost before;
    for (int size = least; size <= most; size *= 10) {
        const Cost cost = quickest(sample, size);
        std::printf("%-28s %9d %9.1f ms", sample.name, size, cost.read);
        if (cost.isRefused)
            std::printf("   (refused)      ");
        else
            std::printf(" %9.1f ms %6.0f B", cost.resolve, cost.bytes / size);
        if (size > least)
            std::printf("  x %5.1f", (cost.read + cost.resolve) / (before.read + before.resolve));
        std::printf("\n");
        std::fflush(stdout);
        before = cost;
    }
}

} // namespace

int main(int argc, char** argv)
{
    const auto isWanted = [&](const Sample& sample) { return argc < 2 || std::strstr(sample.name, argv[1]); };
    std::printf("%-28s %9s %12s %12s %8s  %s\n", "", "size", "read", "resolve", "each", "for ten times the size");
    for (const Sample& sample : ordinaryFiles())
        if (isWanted(sample))
            measure(sample, 1'000, std::strcmp(sample.format, "csv") == 0 || std::strcmp(sample.format, "jsonl") == 0 ? 1'000'000 : 100'000);
    for (const WorstCase& worst : worstCases())
        if (isWanted(worst.sample))
            measure(worst.sample, worst.least, worst.least * 100);
    return 0;
}
