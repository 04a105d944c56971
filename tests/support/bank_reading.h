#pragma once
#include "core/reading.h"

/// What a person says of the bank incident, as timelines/bank-vietnam.lockstep has it: who reads which copy, the two
/// windows and the recovery.
namespace lockstep::test {

inline Reading bankReading()
{
    using std::chrono::minutes;
    WindowSpec backups{.id = "backups", .name = "Backups", .what = "every table", .effect = Effect::Blocks, .scope = Scope::everything(),
        .begin = {{2}, {2}, "row 2", 2}, .end = {{2, minutes{60}}, {13}, "first correct balance", {}}};
    WindowSpec integration{.id = "integration", .name = "Integration", .what = {}, .effect = Effect::Stales, .scope = Scope::of({"mirror"}),
        .begin = {{1}, {1}, "row 1", 1}, .end = {{12}, {12}, "row 12", 12}};
    const std::vector<Change> changes{SetResource{{"master", "master"}}, SetResource{{"mirror", "mirror"}}, SetLaneReads{"Bank", "master"},
        SetLaneReads{"Client", "mirror"}, SetWindow{backups}, SetWindow{integration}, SetAnchor{{"recovered", 13}}};
    Reading reading;
    for (const Change& change : changes)
        reading.push_back({change, By::Person, {}});
    return reading;
}

} // namespace lockstep::test
