#pragma once
#include "core/resolve.h"

namespace lockstep {

/// What one file brings to a timeline, to be told before it is added and after.
struct FileSummary {
    std::string name;
    int rows = 0;
    std::string span;                ///< "Mon 7 Oct 2019 10:35 to 11:05 Vietnam"; "10:35 to 11:05" without date and zone
    std::vector<std::string> lanes;  ///< those its rows run in
    std::vector<std::string> zones;  ///< IANA names or offsets its rows go by; empty where none is known
    bool isDated = false;
    Millis clockAhead{0};
    std::vector<Problem> notUnderstood; ///< lines that are left aside or stand in doubt, by line
    friend bool operator==(const FileSummary&, const FileSummary&) = default;
};

/// file: index into Timeline::sources; draft: the file's own.
FileSummary summaryOf(const Resolved& whole, const Draft& draft, int file);

/// "chat.md: 12 rows, 10:35 to 11:05 Vietnam, 2 lines not understood."
std::string summaryLine(const FileSummary&);

} // namespace lockstep
