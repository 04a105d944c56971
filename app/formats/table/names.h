#pragma once
#include <string>
#include <string_view>

namespace lockstep::table {

/// The words of a column's head, ready to be compared: "startTime_UTC (h)" -> "start time", with what it says of the clock.
struct HeadName {
    std::string words; ///< small letters, one blank between them
    std::string last;  ///< of a nested name "user.name" the last part, else empty
    std::string within; ///< and what that is a part of: "user"
    bool isUtc = false, isLocal = false;
};

HeadName headName(std::string_view head);

/// How well a head's name fits the list `key` of words.txt: 3 the whole name, 2 a part of a joined or nested one,
/// 1 among other words, 0 not at all.
int fit(std::string_view key, const HeadName& name);

} // namespace lockstep::table
