#pragma once
#include <string>
#include <string_view>
#include <vector>

/// Files made up for measuring: as long as wanted, the same every time.
namespace lockstep::bench {

/// A file that grows with `size`: rows, bytes, brackets or columns.
struct Sample {
    const char* name;
    const char* format; ///< the importer's id
    std::string (*made)(int size);
};

/// One of each format a document may have, with `size` rows.
const std::vector<Sample>& ordinaryFiles();

/// What is hardest for a reader or for what comes after it.
struct WorstCase {
    Sample sample;
    int least = 0; ///< size to begin with; measured at ten and a hundred times that too
};
const std::vector<WorstCase>& worstCases();

} // namespace lockstep::bench
