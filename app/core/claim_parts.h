#pragma once
#include "core/claim_check.h"
#include "core/vocabulary.h"

/// What the checks of claims share.
namespace lockstep {

/// A sentence or row of the document that may claim something.
struct ClaimText {
    const Timeline& timeline;
    MarkedText text;
    int line = 0, file = 0;
    EventId row = 0; ///< 0: prose
};

/// Each adds the claims of its sort to `found`.
void checkLengths(const ClaimText& said, std::vector<CheckedClaim>& found);
void checkDaily(const ClaimText& said, std::vector<CheckedClaim>& found);
void checkShares(const ClaimText& said, std::vector<CheckedClaim>& found);

/// A claim of this text: its line, and "Line 35 says “at least 1 hour” of the lock."
CheckedClaim claimed(const ClaimText& said, std::string_view written, const std::string& about);

/// The rows a window's bounds rest on: those it is tied to, and those named in its basis.
std::vector<EventId> rowsBehind(const Timeline&, const Window&);

/// "the lock", "the integration"
std::string nameOf(const Timeline&, const Window&);

/// The vocabulary's name for what runs in a window: "backups"; empty for what it does not know.
std::string processOf(const Window& window);

/// Whether "a day", "each day" stands right at these words, or after one small word.
bool isDaily(const MarkedText& text, std::size_t at);

/// The window of a process a sentence names, or whose first row shares a telling word with it; nullptr if none does.
const Window* processWindow(const ClaimText& said, int sentence);

} // namespace lockstep
