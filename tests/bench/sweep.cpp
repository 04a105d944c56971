// What a sweep of every start of a day costs, against asking each start by itself. Processor time; run by hand.
#include "core/sweep.h"
#include "processor_time.h"
#include "support/bank_timeline.h"
#include <cstdio>
#include <random>

namespace {

using namespace lockstep;
using bench::processorMillis;
using std::chrono::minutes;

/// Look-ups and windows over a day; every tenth look-up has a cause.
Timeline busyDay(int reads, int windows, int links)
{
    std::mt19937 random{19};
    const auto upTo = [&](int most) { return std::uniform_int_distribution{0, most}(random); };
    Timeline day = bankTimeline(true);
    const std::vector<Event> kept{day.event(3)}; // it outlives the rows it is of
    const Event& like = kept.front();
    const Instant midnight = date::floor<date::days>(like.at);
    const Window lock = day.windows.front();
    day.events.open().clear();
    day.windows.clear();
    day.links.clear();
    for (int id = 1; id <= reads; ++id) {
        Event event = like;
        event.id = id;
        event.lane = upTo(1);
        event.saysRefused = event.saysCorrect = false;
        event.at = midnight + std::chrono::seconds{upTo(86'399)};
        day.events.push_back(std::move(event));
    }
    for (int i = 0; i < windows; ++i) {
        Window window = lock;
        window.id += std::to_string(i);
        window.effect = i % 2 == 0 ? Effect::Blocks : Effect::Stales;
        window.begin = Bound::certain(midnight + minutes{upTo(1'300)});
        window.end = Bound::certain(window.begin.earliest + minutes{20 + upTo(100)});
        window.end.latest += minutes{5};
        day.windows.push_back(std::move(window));
    }
    for (int i = 0; i < links; ++i)
        day.links.push_back({.cause = 1 + upTo(reads / 2 - 1), .effect = reads / 2 + 1 + upTo(reads / 2 - 1),
            .kind = LinkKind::Triggers, .onlyIfCauseFailed = i % 3 == 0, .leastDelay = Millis{0}});
    return day;
}

int blockedOneByOne(const Timeline& timeline, const Sweep& sweep, std::size_t stride)
{
    int blocked = 0;
    for (std::size_t i = 0; i < sweep.starts.size(); i += stride) {
        const TimelineView view = applied(timeline, {.name = {}, .note = {}, .edits = {sweep.editOf(sweep.starts[i])}});
        for (EventId id = 1; id <= view.eventCount(); ++id)
            blocked += view.outcome(id).outcome == Outcome::Blocked;
    }
    return blocked;
}

void measure(const char* name, const Timeline& timeline, const Activity* activity, std::size_t stride)
{
    const WindowId window = timeline.windows.front().id;
    double best = 1e9;
    Sweep sweep;
    for (int run = 0; run < 5; ++run) {
        const double begin = processorMillis();
        sweep = sweepOf(timeline, {}, {.window = window, .step = minutes{1}, .activity = activity, .goesOn = {}}).value();
        best = std::min(best, processorMillis() - begin);
    }
    const double begin = processorMillis();
    const int expected = blockedOneByOne(timeline, sweep, stride);
    const double oneByOne = (processorMillis() - begin) * static_cast<double>(stride);
    int blocked = 0;
    for (std::size_t i = 0; i < sweep.starts.size(); i += stride)
        blocked += sweep.starts[i].blocked;
    std::printf("%-44s %9.1f ms   one by one %10.1f ms   x %6.1f   %s\n", name, best, oneByOne, oneByOne / best,
        blocked == expected ? "the same" : "DIFFERENT");
}

} // namespace

int main()
{
    const auto activity = activityIllustration();
    measure("the bank, 1,440 starts", bankTimeline(true), nullptr, 1);
    measure("the bank, with shares of three regions", bankTimeline(true), activity ? &*activity : nullptr, 1);
    measure("10,000 look-ups, 50 windows", busyDay(10'000, 50, 0), activity ? &*activity : nullptr, 40);
    measure("10,000 look-ups, 50 windows, 1,000 links", busyDay(10'000, 50, 1'000), activity ? &*activity : nullptr, 40);
    return 0;
}
