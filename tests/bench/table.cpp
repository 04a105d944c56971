// What filtering and sorting a long table cost, against one look at each of its rows. Processor time; run by hand.
#include "core/row_filter.h"
#include "core/row_order.h"
#include "made_timeline.h"
#include "processor_time.h"
#include <cstdio>
#include <functional>
#include <numeric>

namespace {

using namespace lockstep;
using lockstep::bench::processorMillis;

double best(const std::function<void()>& work)
{
    double least = 1e9;
    for (int run = 0; run < 5; ++run) {
        const double begin = processorMillis();
        work();
        least = std::min(least, processorMillis() - begin);
    }
    return least;
}

} // namespace

int main()
{
    constexpr int count = 1'000'000;
    Timeline record = bench::madeTimeline(count);
    // Rows of a log begin alike.
    for (Event& event : record.events.open())
        event.text = "2019-10-07 INFO worker-" + std::to_string(event.id % 16) + ": the balance of account " + std::to_string(event.id * 7919 % 99'991);
    const TimelineView view = applied(record, {});
    std::vector<EventId> rows(count);
    std::iota(rows.begin(), rows.end(), 1);
    long long sum = 0;
    const double look = best([&] {
        for (const EventId id : rows)
            sum += view.at(id).time_since_epoch().count() + static_cast<int>(view.event(id).text.size());
    });
    std::printf("%-34s %8.1f ms (%lld)\n", "one look at each of 1,000,000 rows", look, sum % 10);
    const auto tell = [&](const char* name, double millis) { std::printf("%-34s %8.1f ms   x %6.1f\n", name, millis, millis / look); };
    tell("filter by lane", best([&] { hiddenRows(view, {.lanes = {record.lanes[0].role}, .kinds = {}, .outcomes = {}, .files = {}}); }));
    tell("filter by what look-ups met", best([&] { hiddenRows(view, {.lanes = {}, .kinds = {}, .outcomes = {Outcome::Blocked}, .files = {}}); }));
    tell("what there is to filter by", best([&] { countedRows(view); }));
    const std::pair<const char*, RowKey> keys[] = {{"sort by time", RowKey::Time}, {"sort by clock as written", RowKey::Written}, {"sort by lane", RowKey::Lane},
        {"sort by words", RowKey::Text}, {"sort by what look-ups met", RowKey::Outcome}};
    for (const auto& [name, key] : keys)
        tell(name, best([&, by = key] { ordered(view, rows, {by, true}); }));
    return 0;
}
