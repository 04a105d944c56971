#pragma once
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace lockstep {

enum class Severity { Note, Warning, Error };

/// Something a reader of the document should know, in a sentence.
struct Problem {
    Severity severity = Severity::Error;
    int line = 0;        ///< 1-based line of the source, 0 when it concerns no single line
    int column = 0;      ///< 1-based, 0 when unknown
    std::string what;    ///< one sentence: what is wrong or was assumed
    std::string instead; ///< what would help, or how it was read; may be empty
    int file = 0;        ///< whose line it is: index into Timeline::sources
    friend bool operator==(const Problem&, const Problem&) = default;
};

template <class T> using Result = tl::expected<T, Problem>;

inline tl::unexpected<Problem> refusal(std::string what, std::string instead = {}, int line = 0, int column = 0)
{
    return tl::unexpected<Problem>{Problem{Severity::Error, line, column, std::move(what), std::move(instead)}};
}

} // namespace lockstep
