#pragma once
#include "cli/arguments.h"
#include "core/incident.h"
#include "core/resolve.h"
#include <memory>

namespace lockstep::cli {

/// An incident as a command sees it: read, with the command line's date and zones, in the scenario asked for.
/// Held by pointer: the view refers to the timeline inside.
struct Opened {
    std::string file; ///< as given on the command line
    Incident incident;
    Resolved resolved;
    Scenario scenario; ///< without name and edits: the record
    TimelineView view;
};

/// Opens the one file of a command with its common options.
/// Errors: not exactly one file, an unusable date, zone, format or scenario (exit 1); cannot be read (exit 2).
OrStop<std::unique_ptr<Opened>> openFor(const Arguments& arguments);

/// problemText for a problem of an opened incident. Lines are those of the source document, so in a study, which names
/// the document it was read from, that document stands before the line.
std::string problemText(const Opened& opened, const Problem& problem);

/// Says on stderr what could not be read as written, and which edits of the scenario find nothing.
void printWarnings(const Opened& opened);

} // namespace lockstep::cli
