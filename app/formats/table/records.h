#pragma once
#include "core/result.h"
#include "formats/table/table.h"
#include <limits>

namespace lockstep::table {

/// Cuts a text into records as RFC 4180 has them: cells parted by a delimiter, quoted where they hold one, a quote or a
/// line break. Blank lines are left out. A quote that is never closed is an ordinary character, and is said.
Table recordsOf(const Text& text, char delimiter, std::vector<Problem>& problems,
                std::size_t most = std::numeric_limits<std::size_t>::max());

/// How a text is cut: its delimiter and where its head, if any, stands.
struct Cut {
    char delimiter = ',';
    std::size_t columns = 0; ///< what most records have; under 2: no table
    double share = 0;        ///< of the records that have that many
};

/// The delimiter, of , ; tab and |, that cuts the first records into the same number of cells most often. A first line
/// "sep=;" decides.
Cut cutOf(const Text& text);

} // namespace lockstep::table
