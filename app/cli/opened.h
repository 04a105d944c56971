#pragma once
#include "cli/sources.h"
#include "core/resolve.h"
#include <memory>

namespace lockstep::cli {

/// An incident as a command sees it: read, with the command line's dates, zones and clock offsets, in the scenario asked for.
/// Held by pointer: the view refers to the timeline inside.
struct Opened {
    Sources sources;
    Resolved resolved;
    Scenario scenario; ///< without name and edits: the record
    TimelineView view;

    const Incident& incident() const { return sources.incident; }
};

/// Opens the files of a command with its common options.
/// Errors: no file, an unusable date, zone, offset, format or scenario (exit 1); cannot be read (exit 2).
OrStop<std::unique_ptr<Opened>> openFor(const Arguments& arguments);

/// The what-if of an opened incident that goes by this name, whatever its case; one without name and edits for the record.
/// Errors: no such scenario (exit 1), with those there are.
OrStop<Scenario> scenarioNamed(const std::string& name, const std::vector<Scenario>& scenarios);

/// What the scenario is called: "As recorded" for the record.
std::string scenarioTitle(const Opened& opened);

/// problemText for a problem of an opened incident. Lines are those of the source document, so in a study, which names
/// the documents it was read from, that document stands before the line.
std::string problemText(const Opened& opened, const Problem& problem);

/// Says on stderr what could not be read as written, and which edits of the scenario find nothing.
void printWarnings(const Opened& opened);

} // namespace lockstep::cli
