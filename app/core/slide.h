#pragma once
#include "core/scenario.h"

namespace lockstep {

/// A window slid along the axis as a whole: the edit that says how far, and what goes along through ties.
struct Slide {
    MoveWindow from;             ///< where the scenario has it, from where it is recorded
    std::set<EventId> rows;      ///< rows that go along
    std::set<WindowId> windows;  ///< the window itself and those that go along whole
    bool isRigid = true;         ///< false: another window would be stretched by a tie
    MoveWindow by(Millis) const; ///< the edit, counted from where it lies now
};

/// Errors: the view has no such window.
Result<Slide> slideOf(const TimelineView&, const Scenario&, const WindowId&);

/// How far a window of the view lies from where it is recorded, whichever edits brought it there.
MoveWindow distancesOf(const TimelineView&, const Scenario&, const Window&);

} // namespace lockstep
