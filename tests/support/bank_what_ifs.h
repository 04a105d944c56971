#pragma once
#include "core/scenario.h"

/// The shipped what-ifs of the bank incident, edit by edit.
namespace lockstep::test {

inline const SetScope onlyMaster{"backups", Scope::of({"master"})};
inline const MoveWindow atEleven{"integration", -std::chrono::minutes{30}, -std::chrono::minutes{30}};
inline const SetReads bankReadsMirror{"Bank", "mirror"};

/// "Back up in each region's night": the lock on the master at 06:57Z, a second one on the mirror the day before.
inline std::vector<Edit> eachNight()
{
    WindowSpec second{.id = "mirror backups", .name = "Mirror backups", .what = {}, .effect = Effect::Blocks,
        .scope = Scope::of({"mirror"}), .begin = {}, .end = {}};
    using std::chrono::hours;
    using std::chrono::minutes;
    // 19:57Z the day before lies 7 h 33 min before row 2; the lock is as long as recorded.
    const Millis before = -(hours{7} + minutes{33});
    second.begin = {.earliest = {2, before}, .latest = {2, before}, .basis = {}, .tiedTo = {}};
    second.end = {.earliest = {2, before + minutes{60}}, .latest = {2, before + minutes{65}}, .basis = {}, .tiedTo = {}};
    const Millis by = hours{3} + minutes{27};
    return {MoveWindow{"backups", by, by}, onlyMaster, AddWindow{second}};
}

} // namespace lockstep::test
