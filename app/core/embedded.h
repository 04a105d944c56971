#pragma once
#include <span>
#include <string_view>

namespace lockstep {

/// A file of resources/ compiled in, for the layers that have no Qt.
struct EmbeddedFile {
    std::string_view path; ///< below resources/: "places/aliases.tsv"
    std::string_view content;
};

std::span<const EmbeddedFile> embeddedFiles();

} // namespace lockstep
