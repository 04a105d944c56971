#pragma once
#include "core/compare_words.h"

namespace lockstep {

/// A view and what a person calls it: "As recorded", "Lock only the master".
struct NamedView {
    std::string name;
    const TimelineView* view = nullptr;
};

/// One view beside one or several others over the same record; the record may be among them.
struct SideBySide {
    NamedView now;
    std::vector<NamedView> others;

    std::vector<NamedView> all() const; ///< the others and then the one compared with them
};

/// What one view has otherwise than another, in sentences; see sentencesOf.
std::vector<ComparedSentence> sentencesAgainst(const NamedView& other, const NamedView& now);

/// One line of the table: what it is about, and what each of all() has there.
struct ComparedLine {
    struct Cell {
        std::string words;
        Outcome outcome = Outcome::None;
        bool differs = false; ///< from what the view at hand has
    };
    std::string title;     ///< "Row 3, 10:35 in Vietnam"
    EventId row = 0;       ///< in the numbering of the view at hand; 0: it has no such row
    std::vector<Cell> cells;
    bool differs() const;
};

/// What became of every look-up, in order of time: "during the lock", "not there".
std::vector<ComparedLine> lookUpLines(const SideBySide&);

} // namespace lockstep
