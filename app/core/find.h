#pragma once
#include "core/scenario.h"

/// Finding rows as a person types: by words, row number and clocks of any zone.
namespace lockstep {

/// A stretch of the day on a clock, on one date or on any: "10:41 in Vietnam" is [10:41, 10:42) there.
struct ClockSought {
    std::vector<Zone> zones;        ///< it may stand on any of these clocks
    Millis from{0}, until{0};       ///< since midnight, half open; past 24 h it goes on into the next morning
    std::optional<StatedDate> date; ///< on that clock
    std::string orWord = {};        ///< folded; a row whose words hold it matches as well. Empty: none does
    friend bool operator==(const ClockSought&, const ClockSought&) = default;
};

/// What is looked for. All of it must hold of a row.
struct FindQuery {
    std::vector<std::string> words; ///< folded; a part of the row's words, actor, clock as written, lane, place, zone or outcome
    std::vector<ClockSought> clocks;
    std::optional<EventId> row;     ///< "row 8"; a word of digits alone is a row's number or a part of its words
    bool isEmpty() const { return words.empty() && clocks.empty() && !row; }
    friend bool operator==(const FindQuery&, const FindQuery&) = default;
};

/// Whether every row that matches `now` matches `before` too: only the hits of that search need another look.
bool narrows(const FindQuery& now, const FindQuery& before);

/// A folded word to look for in texts of any case and with any accents.
class Needle {
public:
    explicit Needle(std::string folded);
    bool isIn(std::string_view text) const;
    const std::string& word() const { return m_word; }

private:
    std::string m_word;
    std::array<std::uint8_t, 256> m_skip{}; ///< how far a search may go on when its last byte is this one
    bool m_isPlain = true;                  ///< ASCII alone
};

/// One search through the rows, in slices: as many rows at a time as there is time for.
class RowFinder {
public:
    /// The view must outlive the search.
    RowFinder(const TimelineView& view, FindQuery query);
    /// Only among these rows: the hits of a search that this one narrows.
    RowFinder(const TimelineView& view, FindQuery query, std::vector<EventId> among);

    /// Looks at so many rows more. Returns whether that was all of them.
    bool look(std::size_t rows);
    bool isDone() const { return m_at == m_count; }
    const FindQuery& query() const { return m_query; }
    /// In the order of the rows.
    const std::vector<EventId>& hits() const { return m_hits; }
    /// Whether the hits are in order of time as they are: those of most documents are.
    bool areInTime() const { return m_areInTime; }
    /// The row that matches all but one clock and comes closest to it; 0 for none. Only meaningful without hits.
    EventId nearest() const { return m_nearest; }

private:
    struct WordSought {
        Needle needle;
        std::vector<bool> lanes, files; ///< those whose names hold it
        std::set<Outcome> outcomes;     ///< likewise: "during the lock"
        std::optional<EventId> row;     ///< it is a number
    };
    WordSought soughtIn(const Timeline& record, const std::string& word) const;
    bool holds(const WordSought& word, EventId id, const Event& event) const;
    bool holds(const ClockSought& clock, const Needle& orWord, EventId id, const Event& event) const;
    void lookAt(EventId id);
    void keep(EventId id, const Event& event);
    void keepNearest(EventId id, const ClockSought& clock);

    const TimelineView* m_view;
    FindQuery m_query;
    std::vector<WordSought> m_words;
    std::vector<Needle> m_orWords; ///< of the clocks
    std::optional<std::vector<EventId>> m_among;
    std::size_t m_at = 0, m_count = 0;
    std::vector<EventId> m_hits;
    Instant m_last = Instant::min(); ///< of the hits
    bool m_areInTime = true;
    EventId m_nearest = 0;
    Millis m_distance = Millis::max();
};

/// Rows in order of time, those of one moment in order of the document; those without an instant come last.
std::vector<EventId> inTime(const TimelineView& view, std::vector<EventId> rows);

} // namespace lockstep
