#pragma once
#include "core/reading.h"

namespace lockstep {

struct Understanding;

/// A change that might mend rows that run backwards; whether it does is still to be tried.
struct RepairCandidate {
    std::string what;
    std::vector<Change> changes;
    std::size_t moves = 0; ///< rows that land elsewhere: the fewer, the smaller the repair
};

/// Those worth a try around the rows that run backwards and, with `midnightsToo`, around midnights nobody stated.
std::vector<RepairCandidate> repairCandidates(const Draft& draft, const Reading& reading, const Understanding& known,
                                              const Timeline& record, bool midnightsToo);

} // namespace lockstep
