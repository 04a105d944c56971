#pragma once
#include "core/zone_choice.h"

namespace lockstep {

/// All that was found out about a draft, before it becomes a record.
struct Understanding {
    const Draft& draft;
    Company company;
    Corrections corrections;
    LanePlan lanes;
    ClockPlan clocks;
    Calendar calendar;
    ZoneChoices choices;

    const ClockSource& clock(int index) const { return clocks.clocks[static_cast<std::size_t>(index)]; }
    const ClockChoice& choice(int index) const { return choices.clocks[static_cast<std::size_t>(index)]; }
    /// The reading of its words a clock is taken to have; nullptr without a zone.
    const ZoneOption* option(int index) const
    {
        const ClockSource& source = clock(index);
        return source.options.empty() ? nullptr : &source.options[choice(index).setting().option];
    }
};

/// How the note on a row with a corrected clock begins.
inline constexpr std::string_view clockCorrected = "The clock is ";

/// How the note on a row begins whose file's clock was fast or slow.
inline constexpr std::string_view clockSetBack = "Its clock is set ";

/// One file by itself, whatever was added to it; company: those it shares the axis with.
Understanding understand(const Draft& draft, const Reading& reading, const Company& company = {});

/// The file's lanes and events with their instants; no kinds, windows or links yet. Event numbers go on from the files
/// before it. notes: what is to be said about single rows, gaps and repeats of the clock among them.
Timeline recordOf(const Understanding& known, std::vector<RowNote>& notes);

} // namespace lockstep
