#pragma once
#include "core/resolve.h"

namespace lockstep {

/// One thing a document was taken to mean, by the program or by a person.
struct ReadAs {
    std::string about, answer, because; ///< as Inference; what a person decided needs no reason
    int line = 0, file = 0;
    EventId row = 0;                    ///< the row that stands on the line; 0: none does
    std::vector<Rival> rivals;
    std::vector<Change> chosen;         ///< the decisions of a person it follows from; empty: the program's
    std::string was;                    ///< what they replaced
    friend bool operator==(const ReadAs&, const ReadAs&) = default;
};

/// A line with a clock that became no row.
struct NotUnderstood {
    int line = 0, file = 0;
    std::string text;   ///< the line's words, where they are kept
    std::string reason; ///< what is wrong, and what would help
    friend bool operator==(const NotUnderstood&, const NotUnderstood&) = default;
};

/// How a document was read: every inference, a person's decision beside it or in its place, and the notes that are about
/// no single row. In the order of the inferences, the decisions that stand alone first.
std::vector<ReadAs> howItWasRead(const Resolved& resolved, const Reading& reading);

/// The lines that were not understood, in document order.
std::vector<NotUnderstood> notUnderstood(const Draft& draft);

} // namespace lockstep
