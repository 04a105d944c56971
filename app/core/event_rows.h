#pragma once
#include "core/draft_rows.h"
#include "core/event.h"
#include <array>
#include <bit>

namespace lockstep {

/// A row to look at; it must not outlive the row it is of.
Event loanOf(const Event& row);

/// How the rows of a record are packed, see RowList. Their lines and words are those of the draft's rows.
class EventPacking {
public:
    /// Units: milliseconds since 1970 on the row's own clock. Halved, so that a row needs 12 bytes and not 16.
    using Own = std::array<std::uint32_t, 2>;

    EventPacking() = default;
    /// For the record of one draft.
    explicit EventPacking(const DraftRows& draft) { follow(draft); }
    /// The rows of this draft come after those of the drafts before it.
    void follow(const DraftRows& draft);

    bool fits(const Event& row, std::size_t index) const;
    Own own(const Event& row, std::size_t index) const;
    Event alike(const Event& row, std::size_t index) const;
    Event row(const Event& alike, const Own& own, std::size_t index) const;
    std::size_t hash(const Event& alike) const;
    void add(const Event&) { }
    void change(const Event&, std::size_t) { }
    void reserve(std::size_t) { }
    EventPacking fresh() const { return *this; }

private:
    struct File {
        std::size_t first; ///< index of its first row
        std::shared_ptr<const RowWords> words; ///< none where the draft is open
    };
    const File& fileOf(std::size_t index) const;

    std::vector<File> m_files;
    std::size_t m_rows = 0;
};

using EventRows = RowList<Event, EventPacking>;

/// As the row's `at`, without making the row.
inline Instant instantAt(const EventRows& rows, std::size_t index)
{
    return rows.fact(index, [](const Event& row) { return row.at; }, [](const Event& alike, const EventPacking::Own& own) {
        return alike.at + Millis{std::bit_cast<std::int64_t>(own)};
    });
}

} // namespace lockstep
