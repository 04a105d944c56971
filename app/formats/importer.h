#pragma once
#include "core/incident.h"
#include <span>
#include <string_view>

namespace lockstep {

/// A reader of one format. Each lives in importers/NAME.cpp as `const Importer NAME` in namespace importers;
/// the folder is the registry.
struct Importer {
    std::string_view id, title, suffixes; ///< "markdown", "Markdown or plain text", "md markdown txt"
    /// How sure this format is of a file from its first 64 KiB: 0 never, 1 to 99 by content, 100 certain.
    int (*confidence)(std::string_view head);
    /// Errors: a Problem with the line and what would help. Never throws.
    /// utf8: the whole file; rows keep their words as parts of it.
    Result<Incident> (*parse)(const Text& utf8);
    /// The same with columns or keys named by hand, "time=When,text=What"; absent where a format has none.
    Result<Incident> (*parseColumns)(const Text& utf8, std::string_view columns) = nullptr;
};

/// Where an importer's Problem should name the file it does not know, it writes this; the caller puts the name there.
inline constexpr std::string_view sourcePlaceholder = "{source}";

std::span<const Importer* const> allImporters();

/// Reads a file ("-": standard input) in the format its content shows, or in the one named `format`.
/// Strips a byte order mark, reads UTF-16 with one, normalises line ends for counting lines.
/// columns: what the columns of a table or the keys of objects hold, "time=When,text=What", which is then the first
/// decision of the reading; empty to find out.
/// Errors: not a file, empty, too large, not text (with the line of the first invalid byte), no timeline found
/// (with the clocks seen and where), an unknown format name, columns of a format that has none or not these.
Result<Incident> openIncident(const std::string& path, std::string_view format = {}, std::string_view columns = {});
Result<Incident> readIncident(const Text& bytes, const std::string& sourceName, std::string_view format = {},
                              std::string_view columns = {});

} // namespace lockstep
