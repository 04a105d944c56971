#include "chart/lod_index.h"
#include <algorithm>
#include <functional>
#include <tuple>
#include <utility>

namespace lockstep {

namespace {

/// What sets the look-ups of one lane apart, beside the instant, in what they meet.
auto keyOf(const Event& event)
{
    return std::tuple{event.lane, event.reads.view(), event.file, event.isDated, event.zoneName.empty(), event.saysRefused};
}

/// Numbers the sorts of look-ups of one lane as they come.
class SortNumbers {
public:
    std::uint8_t of(const Event& event)
    {
        const auto key = keyOf(event);
        const auto found = std::ranges::find(m_keys, key);
        if (found == m_keys.end() && m_keys.size() + 1 >= sundryLookUps)
            return sundryLookUps;
        const auto number = static_cast<std::uint8_t>(found - m_keys.begin() + 1);
        if (found == m_keys.end())
            m_keys.push_back(key);
        return number;
    }

private:
    std::vector<decltype(keyOf(std::declval<const Event&>()))> m_keys;
};

} // namespace

std::size_t LodLane::firstFrom(Instant t, std::size_t from) const
{
    const std::int64_t wanted = t.time_since_epoch().count();
    std::size_t step = 1, low = from, high = from;
    while (high < m_at.size() && m_at[high] < wanted) {
        low = high + 1;
        high += step;
        step *= 2;
    }
    const auto begin = m_at.begin();
    const auto end = begin + static_cast<std::ptrdiff_t>(std::min(high, m_at.size()));
    return static_cast<std::size_t>(std::lower_bound(begin + static_cast<std::ptrdiff_t>(low), end, wanted) - begin);
}

std::size_t LodLane::placeOf(Placed row) const
{
    for (std::size_t place = firstFrom(row.at); place < size() && at(place) == row.at; ++place)
        if (m_event[place] == row.event)
            return place;
    return size();
}

Sorts LodLane::sortsIn(std::size_t first, std::size_t last) const
{
    Sorts sorts = 0;
    const Sorts all = m_levels.back().front(); // once all are met, more rows tell no more
    while (first < last && sorts != all) {
        std::size_t level = 0, width = 1;
        for (; level < m_levels.size() && first % (width * block) == 0 && first + width * block <= last; ++level)
            width *= block;
        sorts |= level == 0 ? bit(first) : m_levels[level - 1][first / width];
        first += width;
    }
    return sorts;
}

std::size_t LodLane::firstOf(Sorts sorts, std::size_t first, std::size_t last) const
{
    while (first < last && (bit(first) & sorts) == 0) {
        std::size_t width = 1;
        for (std::size_t level = 0; level < m_levels.size() && first % (width * block) == 0; ++level) {
            if ((m_levels[level][first / (width * block)] & sorts) != 0)
                break;
            width *= block;
        }
        first += width;
    }
    return std::min(first, last);
}

KindCounts LodLane::kindsBefore(std::size_t place) const
{
    KindCounts counts{};
    const std::size_t whole = place / kindBlock;
    std::ranges::copy(m_kinds[whole], counts.begin());
    for (std::size_t i = whole * kindBlock; i < place; ++i)
        ++counts[static_cast<std::size_t>(kind(i))];
    return counts;
}

KindCounts LodLane::kindsIn(std::size_t first, std::size_t last) const
{
    const KindCounts before = kindsBefore(first);
    KindCounts counts = kindsBefore(last);
    for (std::size_t kind = 0; kind < kindCount; ++kind)
        counts[kind] -= before[kind];
    return counts;
}

std::size_t LodLane::lookUpsBefore(std::size_t place) const
{
    const std::size_t whole = place / block;
    const auto from = m_sort.begin() + static_cast<std::ptrdiff_t>(whole * block);
    const auto to = m_sort.begin() + static_cast<std::ptrdiff_t>(place);
    return m_lookUps[whole] + static_cast<std::size_t>(std::count_if(from, to, [](std::uint8_t sort) { return sort < otherKinds; }));
}

std::vector<Span> LodLane::silences(Millis longerThan) const
{
    std::vector<Span> found;
    for (std::size_t i = 1; i < m_at.size(); ++i)
        if (m_at[i] - m_at[i - 1] > longerThan.count())
            found.push_back({at(i - 1), at(i)});
    return found;
}

void LodLane::sortByTime()
{
    if (std::ranges::is_sorted(m_at))
        return;
    std::vector<std::pair<Placed, std::uint8_t>> rows;
    rows.reserve(size());
    for (std::size_t i = 0; i < size(); ++i)
        rows.emplace_back(row(i), m_sort[i]);
    std::ranges::stable_sort(rows, {}, [](const auto& r) { return r.first.at; });
    for (std::size_t i = 0; i < size(); ++i) {
        m_at[i] = rows[i].first.at.time_since_epoch().count();
        m_event[i] = rows[i].first.event;
        m_sort[i] = rows[i].second;
    }
}

void LodLane::countKinds()
{
    m_kinds.assign(size() / kindBlock + 1, {});
    std::array<std::uint32_t, kindCount> counts{};
    for (std::size_t i = 0; i < size(); ++i) {
        if (i % kindBlock == 0)
            m_kinds[i / kindBlock] = counts;
        ++counts[static_cast<std::size_t>(kind(i))];
    }
    if (size() % kindBlock == 0)
        m_kinds.back() = counts;
}

void LodLane::buildPyramid()
{
    const std::size_t blocks = size() / block + 1;
    std::vector<Sorts> level(blocks, 0);
    m_lookUps.assign(blocks, 0);
    std::uint32_t lookUps = 0;
    for (std::size_t i = 0; i < size(); ++i) {
        if (i % block == 0)
            m_lookUps[i / block] = lookUps;
        level[i / block] |= bit(i);
        lookUps += sort(i) != noLookUp ? 1 : 0;
    }
    if (size() % block == 0)
        m_lookUps.back() = lookUps;
    while (level.size() > 1) {
        std::vector<Sorts> above(level.size() / block + 1, 0);
        for (std::size_t i = 0; i < level.size(); ++i)
            above[i / block] |= level[i];
        m_levels.push_back(std::exchange(level, std::move(above)));
    }
    m_levels.push_back(std::move(level));
}

LodIndex::LodIndex(const Timeline& record, std::shared_ptr<const Bands> bands, const HiddenRows* hidden)
    : m_bands(bands ? std::move(bands) : std::make_shared<const Bands>(record))
    , m_lanes(m_bands->size())
    , m_isPlaced(record.lanes.size())
{
    std::vector<SortNumbers> numbers(m_lanes.size());
    for (EventId id = 1; record.has(id); ++id) {
        const Event& event = record.common(id); // a row with an end is kept whole
        const auto lane = static_cast<std::size_t>(m_bands->of(event));
        const bool hasLane = event.lane >= 0 && static_cast<std::size_t>(event.lane) < m_isPlaced.size() && lane < m_lanes.size();
        if (!event.hasInstant || !hasLane || (hidden && hidden->has(id)))
            continue;
        m_lanes[lane].m_at.push_back(record.at(id).time_since_epoch().count());
        m_lanes[lane].m_event.push_back(id);
        m_lanes[lane].m_sort.push_back(event.kind == Kind::Read ? numbers[lane].of(event) : LodLane::sortOf(event.kind));
        m_isPlaced[static_cast<std::size_t>(event.lane)] = true;
        if (event.end && *event.end > event.at)
            m_lasting.push_back(id);
    }
    for (LodLane& lane : m_lanes) {
        lane.sortByTime();
        lane.buildPyramid();
        lane.countKinds();
    }
    std::ranges::stable_sort(m_lasting, std::greater{}, [&](EventId id) { return *record.event(id).end; });
}

} // namespace lockstep
