#pragma once
#include "core/reading.h"

namespace lockstep {

struct Understanding;

/// A small change of the reading under which the rows of a document no longer contradict it. Never applied unasked.
struct Repair {
    std::string what;            ///< "Read row 1 as 00:00; it says '12:00PM'."
    std::string effect;          ///< "Then no row runs backwards instead of 1."
    std::vector<Change> changes; ///< to add to the reading as a person's
    friend bool operator==(const Repair&, const Repair&) = default;
};

/// The repairs of rows that run backwards, and of a midnight without which the document's own duration would fit:
/// am for pm, the next day or the day before, another place of that name, the other side of the year, a zone written
/// elsewhere in the document. Those that leave the fewest rows backwards come first, among them those that move the
/// fewest rows. Empty where nothing is wrong, nothing helps, or the document has more than limits::repairedRows rows.
/// record: what `known` comes to.
std::vector<Repair> repairsFor(const Draft& draft, const Reading& reading, const Understanding& known,
                               const Timeline& record);

} // namespace lockstep
