#pragma once
#include "cli/arguments.h"
#include "core/incident.h"

namespace lockstep::cli {

/// The files of a command on one axis.
struct Sources {
    std::string path; ///< of the first, as given on the command line
    Incident incident;
    std::vector<std::string> paths; ///< per file on the timeline: as given on the command line, else the name it has in a study
};

/// Opens the files of a command, each in its format, the first as it is and the others added to it. A file that is on the
/// timeline already is left aside, and stderr says so.
/// Errors: no file, an unknown format (exit 1); a file that cannot be read (exit 2).
OrStop<Sources> openSources(const Arguments& arguments);

/// "FILE=VALUE": which file is meant, by its name or path, and the rest. Without one, or of one file: all of it.
struct ForFile {
    std::optional<std::size_t> file; ///< index into Sources::paths
    std::string value;
};
ForFile forFile(const std::string& written, const Sources& sources);

} // namespace lockstep::cli
