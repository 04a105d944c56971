#pragma once
#include "core/result.h"

namespace lockstep::cli {

/// What the program returns to its caller.
enum class Exit { Done = 0, Usage = 1, CannotReadOrWrite = 2, CheckFound = 3 };

/// Why a command ended early: its exit code and the sentence for stderr.
struct Stop {
    Exit exit = Exit::Usage;
    std::string message; ///< ready to print, without the final line break
    bool showsUsage = false; ///< the usage line would help
    friend bool operator==(const Stop&, const Stop&) = default;
};

template <class T> using OrStop = tl::expected<T, Stop>;

inline tl::unexpected<Stop> stop(Exit exit, std::string message)
{
    return tl::unexpected<Stop>{Stop{exit, std::move(message), false}};
}

/// The command line itself is wrong: the usage line follows the sentence.
inline tl::unexpected<Stop> wrongUsage(std::string message)
{
    return tl::unexpected<Stop>{Stop{Exit::Usage, std::move(message), true}};
}

} // namespace lockstep::cli
