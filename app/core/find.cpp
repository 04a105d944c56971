#include "core/find.h"
#include "core/wording.h"
#include "core/words.h"
#include <algorithm>
#include <charconv>
#include <cstring>

namespace lockstep {

namespace {

constexpr Millis day = std::chrono::hours{24};

bool isPlain(std::string_view text)
{
    // Eight bytes at a time: most of most documents is ASCII, and that is what lets a search be quick.
    constexpr std::uint64_t high = 0x8080808080808080;
    std::size_t at = 0;
    for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, text.data() + at, sizeof bytes);
        if (bytes & high)
            return false;
    }
    return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

constexpr std::uint8_t small(char c)
{
    return static_cast<std::uint8_t>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

bool isPartOf(const std::string& word, const std::string& whole)
{
    return whole.find(word) != std::string::npos;
}

bool isNumber(std::string_view word)
{
    return !word.empty() && word.size() < 10 && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool narrows(const ClockSought& now, const ClockSought& before)
{
    const bool wordNarrows = now.orWord.empty() || (!before.orWord.empty() && isPartOf(before.orWord, now.orWord));
    return wordNarrows && now.zones == before.zones && now.date == before.date && now.from >= before.from && now.until <= before.until;
}

bool isOn(const StatedDate& date, date::local_days at)
{
    const date::year_month_day ymd{at};
    return (!date.year || date::year{*date.year} == ymd.year()) && date::month{date.month} == ymd.month() && date::day{date.day} == ymd.day();
}

bool reads(const ClockSought& sought, const Zone& zone, Instant at)
{
    const WallTime wall = zone.wallAt(at);
    const date::local_days today = date::floor<date::days>(wall);
    const Millis since = wall - today;
    const auto within = [&](Millis time) { return time >= sought.from && time < sought.until; };
    if (within(since) && (!sought.date || isOn(*sought.date, today)))
        return true;
    return sought.until > day && within(since + day) && (!sought.date || isOn(*sought.date, today - date::days{1}));
}

/// From an instant to the sought stretch on one clock: on its date, else the shortest way round the clock.
Millis distance(const ClockSought& sought, const Zone& zone, Instant at)
{
    const WallTime wall = zone.wallAt(at);
    const date::local_days today = date::floor<date::days>(wall);
    const auto away = [](Millis time, Millis from, Millis until) { return time < from ? from - time : time >= until ? time - until + Millis{1} : Millis{0}; };
    if (!sought.date) {
        const Millis since = wall - today;
        return std::min({away(since, sought.from, sought.until), away(since - day, sought.from, sought.until), away(since + day, sought.from, sought.until)});
    }
    const date::year_month_day near{today};
    const date::year year = sought.date->year ? date::year{*sought.date->year} : near.year();
    const Millis begin = date::local_days{year / date::month{sought.date->month} / date::day{sought.date->day}}.time_since_epoch();
    return away(wall.time_since_epoch(), begin + sought.from, begin + sought.until);
}

} // namespace

bool narrows(const FindQuery& now, const FindQuery& before)
{
    const auto isNarrowed = [&](const std::string& word) {
        // A number is also a row's: row 15 does not match "1".
        return std::any_of(now.words.begin(), now.words.end(), [&](const std::string& other) {
            return word == other || (!isNumber(other) && isPartOf(word, other));
        });
    };
    const bool sameRow = !before.row || before.row == now.row;
    return sameRow && std::all_of(before.words.begin(), before.words.end(), isNarrowed) && now.clocks.size() >= before.clocks.size()
        && std::equal(before.clocks.begin(), before.clocks.end(), now.clocks.begin(),
            [](const ClockSought& b, const ClockSought& n) { return narrows(n, b); });
}

Needle::Needle(std::string folded) : m_word(std::move(folded)), m_isPlain(isPlain(m_word))
{
    const std::size_t most = std::min<std::size_t>(m_word.size(), 255);
    m_skip.fill(static_cast<std::uint8_t>(most));
    for (std::size_t i = 0; i + 1 < m_word.size(); ++i) {
        const auto left = static_cast<std::uint8_t>(std::min<std::size_t>(m_word.size() - 1 - i, 255));
        for (const char c : {m_word[i], static_cast<char>(m_word[i] >= 'a' && m_word[i] <= 'z' ? m_word[i] - ('a' - 'A') : m_word[i])})
            m_skip[static_cast<std::uint8_t>(c)] = left;
    }
}

bool Needle::isIn(std::string_view text) const
{
    if (m_word.empty())
        return true;
    if (!isPlain(text))
        return folded(text).find(m_word) != std::string::npos;
    if (!m_isPlain)
        return false;
    const std::size_t length = m_word.size(), last = length - 1;
    for (std::size_t at = 0; at + length <= text.size(); at += m_skip[static_cast<std::uint8_t>(text[at + last])]) {
        std::size_t i = last;
        while (small(text[at + i]) == static_cast<std::uint8_t>(m_word[i])) {
            if (i-- == 0)
                return true;
        }
    }
    return false;
}

RowFinder::RowFinder(const TimelineView& view, FindQuery query)
    : m_view(&view), m_query(std::move(query)), m_count(static_cast<std::size_t>(view.eventCount()))
{
    for (const std::string& word : m_query.words)
        m_words.push_back(soughtIn(view.record(), word));
    for (const ClockSought& clock : m_query.clocks)
        m_orWords.emplace_back(clock.orWord);
    if (m_query.isEmpty())
        m_at = m_count = 0;
}

RowFinder::RowFinder(const TimelineView& view, FindQuery query, std::vector<EventId> among) : RowFinder(view, std::move(query))
{
    if (m_query.isEmpty())
        return;
    m_count = among.size();
    m_among = std::move(among);
}

RowFinder::WordSought RowFinder::soughtIn(const Timeline& record, const std::string& word) const
{
    WordSought sought{.needle = Needle{word}, .lanes = {}, .files = {}, .outcomes = {}, .row = {}};
    for (const Lane& lane : record.lanes) {
        const std::string names[] = {lane.role, lane.person, lane.place, lane.zoneName, clockName(lane)};
        sought.lanes.push_back(std::any_of(std::begin(names), std::end(names), [&](const std::string& name) { return sought.needle.isIn(name); }));
    }
    // One file's name is in no way a row's: it would match them all.
    for (const Source& source : record.sources)
        sought.files.push_back(record.sources.size() > 1 && sought.needle.isIn(source.name));
    for (const Outcome outcome : {Outcome::Fresh, Outcome::PossiblyStale, Outcome::Stale, Outcome::PossiblyBlocked, Outcome::Blocked, Outcome::Void})
        if (sought.needle.isIn(outcomeWords(outcome)))
            sought.outcomes.insert(outcome);
    if (isNumber(word)) {
        EventId number = 0;
        std::from_chars(word.data(), word.data() + word.size(), number);
        sought.row = number;
    }
    return sought;
}

bool RowFinder::holds(const WordSought& word, EventId id, const Event& event) const
{
    const auto lane = static_cast<std::size_t>(event.lane);
    const auto file = static_cast<std::size_t>(event.file);
    if (word.row == id || (lane < word.lanes.size() && word.lanes[lane]) || (file < word.files.size() && word.files[file]))
        return true;
    const bool canHaveOutcome = !word.outcomes.empty() && (event.kind == Kind::Read || m_view->isVoid(id));
    if (canHaveOutcome && word.outcomes.contains(m_view->isVoid(id) ? Outcome::Void : m_view->outcome(id).outcome))
        return true;
    return word.needle.isIn(event.text) || word.needle.isIn(event.actor) || word.needle.isIn(event.written) || word.needle.isIn(event.zoneName);
}

bool RowFinder::holds(const ClockSought& clock, const Needle& orWord, EventId id, const Event& event) const
{
    const bool isRead = event.hasInstant && std::any_of(clock.zones.begin(), clock.zones.end(), [&](const Zone& zone) { return reads(clock, zone, m_view->at(id)); });
    return isRead || (!orWord.word().empty() && (orWord.isIn(event.text) || orWord.isIn(event.written)));
}

void RowFinder::lookAt(EventId id)
{
    const Event& event = m_view->event(id);
    if (m_query.row && *m_query.row != id)
        return;
    if (!std::all_of(m_words.begin(), m_words.end(), [&](const WordSought& word) { return holds(word, id, event); }))
        return;
    const ClockSought* missed = nullptr;
    for (std::size_t i = 0; i < m_query.clocks.size(); ++i) {
        if (holds(m_query.clocks[i], m_orWords[i], id, event))
            continue;
        if (missed)
            return;
        missed = &m_query.clocks[i];
    }
    if (!missed)
        return keep(id, event);
    if (m_hits.empty() && event.hasInstant)
        keepNearest(id, *missed);
}

void RowFinder::keep(EventId id, const Event& event)
{
    m_hits.push_back(id);
    // Rows without an instant come last.
    const Instant at = event.hasInstant ? m_view->at(id) : Instant::max();
    m_areInTime = m_areInTime && at >= m_last;
    m_last = at;
}

void RowFinder::keepNearest(EventId id, const ClockSought& clock)
{
    for (const Zone& zone : clock.zones) {
        const Millis away = distance(clock, zone, m_view->at(id));
        if (away >= m_distance)
            continue;
        m_distance = away;
        m_nearest = id;
    }
}

bool RowFinder::look(std::size_t rows)
{
    const std::size_t until = std::min(m_count, m_at + rows);
    for (; m_at < until; ++m_at)
        lookAt(m_among ? (*m_among)[m_at] : static_cast<EventId>(m_at) + 1);
    return isDone();
}

std::vector<EventId> inTime(const TimelineView& view, std::vector<EventId> rows)
{
    const auto isBefore = [&](EventId a, EventId b) {
        const bool placedA = view.common(a).hasInstant, placedB = view.common(b).hasInstant;
        return placedA && placedB ? view.at(a) < view.at(b) : placedA && !placedB;
    };
    if (!std::is_sorted(rows.begin(), rows.end(), isBefore))
        std::stable_sort(rows.begin(), rows.end(), isBefore);
    return rows;
}

} // namespace lockstep
