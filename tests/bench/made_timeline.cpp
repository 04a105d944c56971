#include "made_timeline.h"

namespace lockstep::bench {

using namespace std::chrono_literals;

Timeline madeTimeline(int rows, int links)
{
    constexpr int windows = 10;
    Timeline t;
    t.sources = {{.name = "made", .hash = {}}};
    t.title = "A long night";
    t.lanes = {{.role = "Bank", .person = {}, .place = {}, .zoneName = "+00:00", .reads = "master"},
        {.role = "Client", .person = {}, .place = {}, .zoneName = "+00:00", .reads = "mirror"}};
    const Text words{"Somebody looks at the balance of an account: no movements"};
    Instant at{};
    std::uint32_t dice = 1;
    t.events.reserve(static_cast<std::size_t>(rows));
    for (int i = 0; i < rows; ++i) {
        dice = dice * 1'664'525u + 1'013'904'223u;
        at += Millis{dice >> 16};
        Event event;
        event.id = i + 1;
        event.lane = i / 2 % 2;
        event.kind = i % 2 == 0 ? Kind::Action : Kind::Read;
        event.zoneName = t.lanes[0].zoneName;
        event.text = words;
        event.at = at;
        event.local = WallTime{at.time_since_epoch()};
        t.events.push_back(std::move(event));
    }
    for (EventId id = 1; id <= links; ++id)
        t.links.push_back({.cause = id, .effect = id + 1, .kind = LinkKind::Triggers, .onlyIfCauseFailed = id % 10 == 4});
    const Millis share = (at - t.events.front().at) / windows;
    for (int i = 0; i < windows; ++i) {
        const Instant begin = t.events.front().at + i * share;
        t.windows.push_back({.id = "window " + std::to_string(i), .name = "Window", .what = {}, .effect = i % 2 == 0 ? Effect::Blocks : Effect::Stales,
            .scope = i % 3 == 0 ? Scope::everything() : Scope::of({"mirror"}), .begin = Bound::certain(begin), .end = Bound::certain(begin + share / 4), .because = {}});
        t.windows.back().end.latest += share / 20;
    }
    return t;
}

} // namespace lockstep::bench
