#include "core/row_order.h"
#include "core/folding.h"
#include <algorithm>
#include <limits>
#include <span>

namespace lockstep {

namespace {

struct Keyed {
    std::uint64_t key = 0;
    EventId row = 0;
};

constexpr std::uint64_t nothing = std::numeric_limits<std::uint64_t>::max();

/// A signed number so that it compares as an unsigned one.
std::uint64_t unsignedOf(std::int64_t number)
{
    return static_cast<std::uint64_t>(number) ^ (std::uint64_t{1} << 63);
}

void sortRun(std::span<Keyed> rows, bool isDescending)
{
    const auto isBefore = [isDescending](const Keyed& a, const Keyed& b) { return isDescending ? a.key > b.key : a.key < b.key; };
    // Rows that all begin alike, and most documents by time, are in order as they are.
    if (!std::ranges::is_sorted(rows, isBefore))
        std::stable_sort(rows.begin(), rows.end(), isBefore);
}

/// The place of each lane among the names.
std::vector<std::uint64_t> lanePlaces(const Timeline& record)
{
    std::vector<std::string> names;
    for (const Lane& lane : record.lanes)
        names.push_back(foldedKey(lane.role));
    std::vector<std::string> inOrder = names;
    std::ranges::sort(inOrder);
    std::vector<std::uint64_t> places;
    for (const std::string& name : names)
        places.push_back(static_cast<std::uint64_t>(std::ranges::lower_bound(inOrder, name) - inOrder.begin()));
    return places;
}

std::uint64_t outcomeKey(const TimelineView& view, EventId id)
{
    const Outcome outcome = view.isVoid(id) ? Outcome::Void : view.outcome(id).outcome;
    switch (outcome) {
    case Outcome::Blocked: return 0;
    case Outcome::PossiblyBlocked: return 1;
    case Outcome::Stale: return 2;
    case Outcome::PossiblyStale: return 3;
    case Outcome::Fresh: return 4;
    case Outcome::Void: return view.common(id).kind == Kind::Read ? 5 : 6;
    case Outcome::None: break;
    }
    return nothing;
}

std::uint64_t numberOf(const TimelineView& view, const std::vector<std::uint64_t>& lanes, RowKey key, EventId id)
{
    const Event& event = view.event(id);
    switch (key) {
    case RowKey::Time: return event.hasInstant ? unsignedOf(view.at(id).time_since_epoch().count()) : nothing;
    case RowKey::Written: return event.hasClock ? unsignedOf(event.local.time_since_epoch().count()) : nothing;
    case RowKey::Lane: return event.lane >= 0 && static_cast<std::size_t>(event.lane) < lanes.size() ? lanes[static_cast<std::size_t>(event.lane)] : nothing;
    case RowKey::Outcome: return outcomeKey(view, id);
    case RowKey::Line: return event.line > 0 ? static_cast<std::uint64_t>(event.file) << 32 | static_cast<std::uint64_t>(event.line) : nothing;
    case RowKey::Row:
    case RowKey::Text: break;
    }
    return static_cast<std::uint64_t>(id);
}

/// The words of rows, folded, one after the other.
class Words {
public:
    Words(const TimelineView& view, const std::vector<EventId>& rows) : m_begins(static_cast<std::size_t>(view.eventCount()) + 1)
    {
        std::size_t bytes = 0;
        for (const EventId id : rows)
            bytes += view.event(id).text.size() + 1;
        m_all.reserve(bytes);
        for (const EventId id : rows) {
            m_begins[static_cast<std::size_t>(id)] = m_all.size();
            appendFoldedKey(m_all, view.event(id).text);
            m_all += '\0';
        }
    }
    bool areEmpty(EventId id) const { return m_all[m_begins[static_cast<std::size_t>(id)]] == '\0'; }
    /// Eight letters from the `part`th eight on; zeros behind their end.
    std::uint64_t letters(EventId id, std::size_t part) const
    {
        std::uint64_t found = 0;
        const char* at = m_all.data() + m_begins[static_cast<std::size_t>(id)] + part * 8;
        for (int i = 0; i < 8; ++i) {
            found = found << 8 | static_cast<unsigned char>(*at);
            at += *at != '\0' ? 1 : 0;
        }
        return found;
    }

private:
    std::string m_all;
    std::vector<std::size_t> m_begins;
};

/// Eight letters at a time: rows that begin alike, as those of a log do, are compared by what follows only.
void sortByWords(const Words& words, std::span<Keyed> rows, bool isDescending)
{
    std::vector<std::pair<std::span<Keyed>, std::size_t>> runs{{rows, 0}};
    while (!runs.empty()) {
        const auto [run, part] = runs.back();
        runs.pop_back();
        for (Keyed& row : run)
            row.key = words.letters(row.row, part);
        sortRun(run, isDescending);
        for (auto same = run.begin(); same != run.end();) {
            const auto next = std::find_if(same, run.end(), [key = same->key](const Keyed& row) { return row.key != key; });
            if (next - same > 1 && (same->key & 0xff) != 0) // the words go on
                runs.emplace_back(std::span{same, next}, part + 1);
            same = next;
        }
    }
}

} // namespace

std::vector<EventId> ordered(const TimelineView& view, std::vector<EventId> rows, RowOrder order)
{
    std::vector<Keyed> keyed;
    keyed.reserve(rows.size());
    const bool isByWords = order.key == RowKey::Text;
    const Words words(view, isByWords ? rows : std::vector<EventId>{});
    const std::vector<std::uint64_t> lanes = order.key == RowKey::Lane ? lanePlaces(view.record()) : std::vector<std::uint64_t>{};
    for (const EventId id : rows)
        keyed.push_back({isByWords && words.areEmpty(id) ? nothing : numberOf(view, lanes, order.key, id), id});
    const auto last = std::stable_partition(keyed.begin(), keyed.end(), [](const Keyed& row) { return row.key != nothing; });
    if (isByWords)
        sortByWords(words, {keyed.begin(), last}, order.isDescending);
    else
        sortRun({keyed.begin(), last}, order.isDescending);
    std::ranges::transform(keyed, rows.begin(), &Keyed::row);
    return rows;
}

} // namespace lockstep
