#pragma once
#include "formats/markdown/prose.h"
#include "formats/markdown/sections.h"

namespace lockstep::markdown {

/// A fact and the block that tells it. Not within the class below: clang 14 takes it for incomplete there.
template <class Fact> struct SaidAt {
    std::size_t block = 0;
    Fact fact;
};

/// What the text and the small tables of a document say of its days and zones. Each block is read once, whatever the number
/// of sections that ask, and the rows of the only one not at all.
class SaidAround {
public:
    template <class Fact> using At = SaidAt<Fact>;
    using Date = Stated<StatedDate>;
    using ZoneWords = Stated<std::string>;

    /// A sentence with a date that is not said to be another day's.
    struct DatedSentence {
        Date date;
        std::vector<SeenClock> clocks;
    };

    SaidAround(const std::vector<Block>& blocks, DayOrder order) : m_blocks(blocks), m_order(order) { }

    /// Everything but what stands in [begin, end) has been read when this returns; that may have been, too.
    void readOutside(std::size_t begin, std::size_t end);

    const std::vector<At<DatedSentence>>& dates() const { return m_dates; }
    const std::vector<At<SeenClock>>& zonedClocks() const { return m_zonedClocks; }
    const std::vector<At<Date>>& incidentDates() const { return m_incidentDates; } ///< "Incident date: 14 June 2023" in a line of its own
    const std::vector<At<Date>>& labelledDates() const { return m_labelledDates; } ///< "| **Date** | 2023-08-30 |" in a table
    const std::vector<At<ZoneWords>>& labelledZones() const { return m_labelledZones; }

    /// The first short sentence above a block that speaks of the zone of the clocks, or gives one behind a date.
    std::optional<ZoneWords> zoneAbove(std::size_t block) const;

private:
    void read(std::size_t begin, std::size_t end);
    void readLine(std::size_t at, const TextLine& line);
    void readSentence(std::size_t at, const Prose& sentence);
    void readTable(std::size_t at);

    const std::vector<Block>& m_blocks;
    DayOrder m_order;
    bool m_isBegun = false;
    std::size_t m_leftBegin = 0, m_leftEnd = 0; ///< not read yet
    std::vector<At<DatedSentence>> m_dates;
    std::vector<At<SeenClock>> m_zonedClocks;
    std::vector<At<Date>> m_incidentDates, m_labelledDates;
    std::vector<At<ZoneWords>> m_labelledZones;
    std::optional<At<ZoneWords>> m_zoneOfLine, m_zoneOfSentence, m_zoneBehindDate; ///< the first of each
};

} // namespace lockstep::markdown
