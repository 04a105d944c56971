#pragma once
#include "core/places.h"
#include "core/zone.h"
#include "formats/markdown/row_head.h"
#include <unordered_map>

namespace lockstep::table {

/// What a UTC clock beside a row's own clock tells of it.
struct Told {
    std::optional<StatedDate> date; ///< the local date, where the row's own clock has none
    std::string zone;               ///< zone words for the row; empty: those it has stay
    std::string doubt;              ///< a contradiction, in a sentence
};

/// Sets a row's own clock against its UTC clock.
class TwoClocks {
public:
    /// words: the zone or place the row's own clock goes by; may be empty.
    Told told(const markdown::RowHead& own, const markdown::RowHead& utc, std::string_view words);

private:
    struct Option {
        PlaceCandidate place;
        Zone zone;
    };
    const std::vector<Option>& optionsOf(std::string_view words);
    std::unordered_map<std::string, std::vector<Option>> m_options; ///< each looked up once
};

/// A date and a clock as a wall time; absent without a year.
std::optional<WallTime> wallOf(const std::optional<StatedDate>& date, const Clock& clock);
StatedDate dateOf(WallTime wall);

} // namespace lockstep::table
