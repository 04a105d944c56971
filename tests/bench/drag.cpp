// One move of a drag with live outcomes: from the edits to the sentence beside the pointer. Beside it the same move where
// every row is asked what became of it. Run by hand.
#include "chart/drag.h"
#include "made_timeline.h"
#include "processor_time.h"
#include "whatif/dependants.h"
#include "whatif/edits.h"
#include <algorithm>
#include <cstdio>

namespace {

using namespace lockstep;
using namespace lockstep::bench;
using namespace std::chrono_literals;

constexpr int links = 1'000, moves = 40;

/// As it would be told by asking every row in both views.
std::size_t changedByAsking(const TimelineView& view)
{
    const TimelineView recorded = applied(view.record(), {});
    std::size_t changed = 0;
    for (EventId id = 1; id <= view.eventCount(); ++id)
        changed += recorded.outcome(id).outcome != view.outcome(id).outcome ? 1u : 0u;
    return changed;
}

struct Cost {
    double mean = 0, worst = 0, asking = 0; ///< milliseconds a move
};

Cost costOf(const Timeline& t, const Hit& grip)
{
    const Scenario scenario{"x", {}, {}};
    const TimelineView view = applied(t, scenario);
    const LiveOutcomes outcomes{t};
    Cost cost;
    std::size_t said = 0;
    for (int i = 1; i <= moves; ++i) {
        const double begin = processorMillis();
        const std::vector<Edit> edits = withDependants(view, scenario, moveEdits(view, scenario, grip, i * 7min));
        const TimelineView after = applied(t, withEdits(t, scenario, edits));
        said += dragSentence(after, grip, outcomes).size();
        const double took = processorMillis() - begin;
        cost.mean += took / moves;
        cost.worst = std::max(cost.worst, took);
        if (i > 3)
            continue;
        const double asked = processorMillis();
        said += changedByAsking(after);
        cost.asking += (processorMillis() - asked) / 3;
    }
    if (said == 0)
        std::printf("nothing was said\n");
    return cost;
}

void measure(const char* name, const Timeline& t, const Hit& grip)
{
    const Cost cost = costOf(t, grip);
    std::printf("%-34s %8zu rows %7.2f ms a move, %7.2f at worst; asking every row takes %8.2f ms more, x %.1f\n", name, t.events.size(), cost.mean,
        cost.worst, cost.asking, (cost.mean + cost.asking) / cost.mean);
}

} // namespace

int main()
{
    for (const int rows : {10'000, 100'000}) {
        const Timeline t = madeTimeline(rows, links);
        measure("a lock", t, gripOf("window 4", Hit::What::WindowBar));
        measure("a lock's end", t, gripOf("window 4", Hit::What::WindowEnd));
        measure("a row on which nothing depends", t, gripOf(rows - 1));
        measure("a row with ten dependants", t, gripOf(links - 9));
        measure("a row with a thousand dependants", t, gripOf(1));
    }
    return 0;
}
