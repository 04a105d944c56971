#pragma once
#include "core/result.h"

namespace lockstep::cli {

/// What the program returns to its caller.
enum class Exit { Done = 0, Usage = 1, CannotReadOrWrite = 2, CheckFound = 3 };

/// Why a command ended early: its exit code and the sentence for stderr.
struct Stop {
    Exit exit = Exit::Usage;
    std::string message; ///< ready to print, without the final line break
    friend bool operator==(const Stop&, const Stop&) = default;
};

template <class T> using OrStop = tl::expected<T, Stop>;

inline tl::unexpected<Stop> stop(Exit exit, std::string message)
{
    return tl::unexpected<Stop>{Stop{exit, std::move(message)}};
}

} // namespace lockstep::cli
