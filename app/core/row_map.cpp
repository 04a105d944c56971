#include "core/row_map.h"
#include "core/joined.h"
#include "core/words.h"
#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

namespace lockstep {

namespace {

/// Pairs of rows that are compared word by word between two rows that were found; more and they count as others.
constexpr std::size_t pairsToCompare = 10'000;

using Key = std::string (*)(const DraftEvent&);

std::string parts(std::initializer_list<std::string_view> words)
{
    std::string key;
    for (const std::string_view word : words)
        key.append(word).push_back('\0');
    return key;
}

/// The surest first.
constexpr Key keys[] = {
    [](const DraftEvent& e) { return parts({e.text, e.written, e.role}); },
    [](const DraftEvent& e) { return parts({e.text, e.written}); },
    [](const DraftEvent& e) { return parts({e.text, e.role}); },
};

/// How many words two texts share, beside the shorter and the longer of them.
struct Likeness {
    std::size_t common = 0, shorter = 0, longer = 0;
};

Likeness likeness(std::string_view a, std::string_view b)
{
    const auto sorted = [](std::string_view text) {
        std::vector<std::string> words;
        for (Word& word : wordsOf(text))
            words.push_back(std::move(word.folded));
        std::sort(words.begin(), words.end());
        return words;
    };
    const auto one = sorted(a), other = sorted(b);
    std::vector<std::string> common;
    std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(common));
    return {common.size(), std::min(one.size(), other.size()), std::max(one.size(), other.size())};
}

/// One file's rows before and now; each found once.
class Matcher {
public:
    Matcher(const DraftRows& before, const DraftRows& now) : m_before(before), m_now(now), m_to(before.size(), -1), m_from(now.size(), -1) { }

    std::vector<int> matched()
    {
        for (const Key key : keys)
            byKey(key);
        bySimilarWords();
        return std::move(m_to);
    }

private:
    struct Places {
        std::vector<int> before, now;
    };

    void pair(int before, int now)
    {
        m_to[static_cast<std::size_t>(before)] = now;
        m_from[static_cast<std::size_t>(now)] = before;
    }
    bool isFree(int before, int now) const { return m_to[static_cast<std::size_t>(before)] < 0 && m_from[static_cast<std::size_t>(now)] < 0; }
    DraftEvent old(int i) const { return m_before[static_cast<std::size_t>(i)]; }
    DraftEvent young(int i) const { return m_now[static_cast<std::size_t>(i)]; }
    int oldCount() const { return static_cast<int>(m_before.size()); }
    int nowCount() const { return static_cast<int>(m_now.size()); }

    void byKey(Key key)
    {
        std::unordered_map<std::string, Places> places;
        for (int i = 0; i < oldCount(); ++i)
            if (m_to[static_cast<std::size_t>(i)] < 0)
                places[key(old(i))].before.push_back(i);
        for (int i = 0; i < nowCount(); ++i)
            if (m_from[static_cast<std::size_t>(i)] < 0)
                if (const auto found = places.find(key(young(i))); found != places.end())
                    found->second.now.push_back(i);
        for (const auto& [words, at] : places)
            if (at.before.size() == 1 && at.now.size() == 1)
                pair(at.before.front(), at.now.front());
        besideNeighbours(key);
        for (const auto& [words, at] : places)
            inOrder(at);
    }
    /// Of several equal rows those beside a row that was found are the same.
    void besideNeighbours(Key key)
    {
        const auto take = [&](int before, int now) {
            if (now >= 0 && now < nowCount() && isFree(before, now) && key(old(before)) == key(young(now)))
                pair(before, now);
        };
        for (int i = 0; i < oldCount(); ++i)
            if (const int last = i == 0 ? -1 : m_to[static_cast<std::size_t>(i) - 1]; i == 0 || last >= 0)
                take(i, last + 1);
        for (int i = oldCount() - 1; i >= 0; --i)
            if (const int next = i + 1 == oldCount() ? nowCount() : m_to[static_cast<std::size_t>(i) + 1]; next >= 0)
                take(i, next - 1);
    }
    void inOrder(const Places& at)
    {
        auto now = at.now.begin();
        for (const int before : at.before) {
            now = std::find_if(now, at.now.end(), [&](int i) { return m_from[static_cast<std::size_t>(i)] < 0; });
            if (now == at.now.end())
                return;
            if (m_to[static_cast<std::size_t>(before)] < 0)
                pair(before, *now);
        }
    }
    void bySimilarWords()
    {
        for (int i = 0, last = -1; i < oldCount();) {
            if (const int to = m_to[static_cast<std::size_t>(i)]; to >= 0) {
                last = to;
                ++i;
                continue;
            }
            int end = i;
            while (end < oldCount() && m_to[static_cast<std::size_t>(end)] < 0)
                ++end;
            const int next = end == oldCount() ? nowCount() : m_to[static_cast<std::size_t>(end)];
            similarBetween(i, end, last + 1, next);
            i = end;
        }
    }
    void similarBetween(int first, int end, int firstNow, int endNow)
    {
        const auto pairs = static_cast<std::size_t>(end - first) * static_cast<std::size_t>(std::max(0, endNow - firstNow));
        if (pairs > pairsToCompare)
            return;
        for (int i = first; i < end; ++i)
            for (int j = firstNow; j < endNow; ++j)
                if (isFree(i, j) && isSimilar(old(i), young(j))) {
                    pair(i, j);
                    firstNow = j + 1;
                    break;
                }
    }
    static bool isSimilar(const DraftEvent& a, const DraftEvent& b)
    {
        const Likeness words = likeness(a.text, b.text);
        if (words.common == 0)
            return false;
        if (a.written == b.written && a.role == b.role)
            return words.common * 2 >= words.shorter;
        return words.common * 3 >= words.longer * 2;
    }

    const DraftRows &m_before, &m_now;
    std::vector<int> m_to, m_from;
};

/// The same bytes, read by other columns: rows are the same where they stand on one line.
std::vector<int> byLine(const DraftRows& before, const DraftRows& now)
{
    using Place = std::pair<int, int>; // a line, and which of its rows
    const auto placeAfter = [](Place last, const DraftEvent& e) { return e.line == last.first ? Place{e.line, last.second + 1} : Place{e.line, 0}; };
    std::map<Place, int> rows;
    Place place{0, 0};
    for (std::size_t i = 0; i < now.size(); ++i)
        rows.emplace(place = placeAfter(place, now[i]), static_cast<int>(i));
    place = {0, 0};
    std::vector<int> to;
    for (const DraftEvent& e : before) {
        const auto found = rows.find(place = placeAfter(place, e));
        to.push_back(found == rows.end() ? -1 : found->second);
    }
    return to;
}

std::vector<int> matched(const Draft& before, const Draft& now)
{
    const bool isSameFile = !before.sourceHash.empty() && before.sourceHash == now.sourceHash;
    return isSameFile ? byLine(before.events, now.events) : Matcher{before.events, now.events}.matched();
}

} // namespace

RowMap RowMap::same(std::size_t rows)
{
    RowMap map;
    map.m_now.resize(rows);
    std::iota(map.m_now.begin(), map.m_now.end(), 1);
    map.m_rowsNow = rows;
    return map;
}

RowMap RowMap::between(const Draft& before, const Draft& again)
{
    RowMap map;
    const auto filesNow = filesOf(again);
    for (const Draft* file : filesNow)
        map.m_rowsNow += file->events.size();
    for (const Draft* file : filesOf(before)) {
        const auto same = file->file == 0 ? filesNow.begin() : std::ranges::find(filesNow, file->sourceName, &Draft::sourceName);
        const std::vector<int> to = same == filesNow.end() ? std::vector<int>(file->events.size(), -1) : matched(*file, **same);
        for (const int index : to)
            map.m_now.push_back(index < 0 ? 0 : rowNumber(**same, static_cast<std::size_t>(index)));
    }
    return map;
}

EventId RowMap::operator()(EventId before) const
{
    const auto index = static_cast<std::size_t>(before - 1);
    if (before < 1)
        return 0;
    if (index < m_now.size())
        return m_now[index];
    return static_cast<EventId>(m_rowsNow + index - m_now.size()) + 1;
}

} // namespace lockstep
