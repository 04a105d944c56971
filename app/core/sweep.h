#pragma once
#include "core/activity.h"
#include "core/slide.h"
#include <functional>

namespace lockstep {

/// What a window does to the look-ups when it begins at one moment.
struct SweepStart {
    Instant at;
    int blocked = 0, possiblyBlocked = 0, stale = 0, possiblyStale = 0;
    friend bool operator==(const SweepStart&, const SweepStart&) = default;
};

/// A window tried at every start of a day.
struct Sweep {
    Window window;      ///< as it lies now
    Slide slide;        ///< what each start would edit
    std::vector<SweepStart> starts;
    std::vector<Touched> touched; ///< per start, of the activity it was asked with; else empty
    bool isWhole = true;          ///< false: it was stopped, and the starts end there

    Millis length() const { return window.end.latest - window.begin.earliest; } ///< uncertain ends counted fully
    MoveWindow editOf(const SweepStart& start) const { return slide.by(start.at - window.begin.earliest); }
};

struct SweepQuestion {
    WindowId window;
    std::chrono::minutes step{1};       ///< Range: at least 1
    const Activity* activity = nullptr; ///< on the axis of the timeline, see onAxisOf
    /// Asked after each start; false stops. May be empty.
    std::function<bool(std::size_t done, std::size_t all)> goesOn = {};
};

/// Slides a window over the 24 hours of the UTC day, or that of an undated axis, in which it begins now. Each start is
/// counted as applied() with the move has it; what went along and what would be void is in it.
/// Errors: the scenario has no such window.
Result<Sweep> sweepOf(const Timeline& record, const Scenario&, const SweepQuestion&);

// The safest starts, as indices into Sweep::starts; none without an activity. Of equals the earlier.
std::optional<std::size_t> leastOfTheWorld(const Sweep&);
std::optional<std::size_t> leastForTheWorstRegion(const Sweep&);
/// One start per region, each for that region's own inquiries.
std::vector<std::size_t> leastPerRegion(const Sweep&);

} // namespace lockstep
