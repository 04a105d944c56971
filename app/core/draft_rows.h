#pragma once
#include "core/draft_event.h"
#include "core/row_list.h"

namespace lockstep {

/// A row to look at; it must not outlive the row it is of.
DraftEvent loanOf(const DraftEvent& row);

/// Where the words of a document's rows stand in its bytes. Draft and record share it.
class RowWords {
public:
    /// Whether the row's words are parts of the bytes that the rows before it are parts of, near enough to each other.
    bool fits(const DraftEvent& row) const;
    void add(const DraftEvent& row);
    void change(const DraftEvent& row, std::size_t index) { m_places[index] = fits(row) ? placeOf(row) : Place{}; }
    void reserve(std::size_t count) { m_places.reserve(count); }
    /// Whether a record's row has the lines and words of this one.
    template <class Row> bool areOf(const Row& row, std::size_t index) const
    {
        const Place& place = m_places[index];
        return place.sourceSize > 0 && static_cast<std::uint32_t>(row.line) == place.line && row.lastLine - row.line == place.moreLines
            && isPart(row.text, place.source + place.text, place.textSize) && isPart(row.written, place.source + place.written, place.writtenSize);
    }
    /// Gives a row its lines and words.
    template <class Row> void lend(Row& row, std::size_t index) const
    {
        const Place& place = m_places[index];
        row.line = static_cast<int>(place.line);
        row.lastLine = row.line + place.moreLines;
        lend(row.text, place.source + place.text, place.textSize);
        lend(row.written, place.source + place.written, place.writtenSize);
    }
    void lendSource(DraftEvent& row, std::size_t index) const { row.source.lend(m_bytes, m_places[index].source, m_places[index].sourceSize); }

private:
    struct Place {
        std::uint32_t line = 0, source = 0;
        std::uint16_t sourceSize = 0, text = 0, textSize = 0, written = 0; ///< text and written: from the begin of the source
        std::uint8_t writtenSize = 0, moreLines = 0;
    };
    static Place placeOf(const DraftEvent& row);
    bool isPart(const Text& words, std::uint32_t begin, std::uint32_t size) const
    {
        return words.empty() ? size == 0 : words.bytes().isSame(m_bytes) && words.place() == begin && words.size() == size;
    }
    void lend(Text& words, std::uint32_t begin, std::uint32_t size) const
    {
        if (size > 0)
            words.lend(m_bytes, begin, size);
    }

    Shared<std::string> m_bytes;
    std::vector<Place> m_places;
};

/// How the rows of a draft are packed, see RowList.
class DraftPacking {
public:
    using Own = Compact<Clock>;

    bool fits(const DraftEvent& row, std::size_t) const { return m_words->fits(row) && !row.endClock && !row.endDate && !row.elapsed; }
    Own own(const DraftEvent& row, std::size_t) const { return row.clock; }
    DraftEvent alike(const DraftEvent& row, std::size_t) const;
    DraftEvent row(const DraftEvent& alike, const Own& own, std::size_t index) const;
    std::size_t hash(const DraftEvent& alike) const;
    void add(const DraftEvent& row) { ownWords().add(row); }
    void change(const DraftEvent& row, std::size_t index) { ownWords().change(row, index); }
    void reserve(std::size_t count) { ownWords().reserve(count); }
    /// For rows that are to be packed anew.
    DraftPacking fresh() const { return {}; }

    std::shared_ptr<const RowWords> words() const { return m_words; }

private:
    /// A record may hold the words as well, as they were.
    RowWords& ownWords()
    {
        if (m_words.use_count() > 1)
            m_words = std::make_shared<RowWords>(*m_words);
        return *m_words;
    }

    std::shared_ptr<RowWords> m_words = std::make_shared<RowWords>();
};

using DraftRows = RowList<DraftEvent, DraftPacking>;

} // namespace lockstep
