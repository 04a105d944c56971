#include "ui/find_query.h"
#include "core/places.h"
#include "core/wording.h"
#include "core/words.h"
#include "formats/date_text.h"
#include "formats/elapsed_text.h"
#include "ui/figures.h"
#include "ui/find_clock.h"
#include "ui/typed_time.h"
#include "ui/words.h"
#include <QCoreApplication>
#include <algorithm>
#include <charconv>

namespace lockstep {

namespace {

constexpr Millis aMinute = std::chrono::minutes{1}, aDay = std::chrono::hours{24};

QString said(const char* text)
{
    return QCoreApplication::translate("Find", text);
}

/// Of the record's own places, the clocks of those that are called so; a beginning of three letters will do.
struct PlaceTyped {
    std::vector<Zone> zones;
    std::string label; ///< " in Vietnam", " UTC+7"
};

std::optional<PlaceTyped> lanePlace(const Timeline& record, const std::string& words)
{
    if (words == "utc" || words == "gmt" || words == "z")
        return PlaceTyped{{Zone::utc()}, " UTC"};
    PlaceTyped place;
    for (const Lane& lane : record.lanes) {
        const std::string names[] = {folded(lane.place), folded(clockName(lane)), folded(lane.zoneName), folded(zoneShortName(lane))};
        const bool isIt = !lane.zoneName.empty() && std::any_of(std::begin(names), std::end(names), [&](const std::string& name) {
            return name == words || (words.size() >= 3 && name.starts_with(words));
        });
        if (!isIt)
            continue;
        if (std::find(place.zones.begin(), place.zones.end(), lane.zone) == place.zones.end())
            place.zones.push_back(lane.zone);
        place.label = (isNamedByPlace(lane) ? " in " : " ") + clockName(lane);
    }
    return place.zones.empty() ? std::nullopt : std::optional{place};
}

/// A place the tables know. Errors: summer or winter time cannot be told, or the document has no zones.
std::optional<Result<PlaceTyped>> knownPlace(const Timeline& record, const std::string& words)
{
    // "is", "no" and "me" are words before they are countries.
    const bool isShort = words.size() < 3 && words.find_first_of("0123456789") == std::string::npos;
    const std::vector<PlaceCandidate> candidates = isShort ? std::vector<PlaceCandidate>{} : placesFor(words);
    if (candidates.empty() || candidates.front().source == "close spelling")
        return {};
    const Result<Zone> best = typedZone(record, words);
    if (!best)
        return tl::unexpected{best.error()};
    PlaceTyped place{{*best}, {}};
    for (const PlaceCandidate& candidate : candidates) {
        const Result<Zone> zone = candidate.statedOffset ? Result<Zone>{Zone::fixed(*candidate.statedOffset)} : Zone::find(candidate.zone);
        const bool isNew = zone && record.dated && std::find(place.zones.begin(), place.zones.end(), *zone) == place.zones.end();
        if (isNew)
            place.zones.push_back(*zone);
    }
    const std::string& source = candidates.front().source;
    if (source == "offset")
        place.label = " " + offsetLabel(best->offsetAt(Instant{}));
    else
        place.label = source == "abbreviation" ? " " + words : " in " + withCapital(words);
    return place;
}

std::vector<Zone> rulersOf(const Timeline& record)
{
    std::vector<Zone> zones{Zone::utc()};
    for (const Lane& lane : record.lanes)
        if (std::find(zones.begin(), zones.end(), lane.zone) == zones.end())
            zones.push_back(lane.zone);
    return zones;
}

/// Takes what was typed apart: date, clocks with their places, row number; the rest are words.
class Reader {
public:
    Reader(const Timeline& record, FindParts parts) : m_record(record), m_parts(std::move(parts)) {}

    TypedQuery read()
    {
        const std::optional<StatedDate> date = takeDate();
        while (takeClock(date)) { }
        if (date && m_typed.query.clocks.empty()) {
            m_typed.query.clocks.push_back({rulersOf(m_record), Millis{0}, aDay, date});
            m_typed.clock = shown(dateWords(*date));
        } else if (date)
            m_typed.clock += said(" on %1").arg(shown(dateWords(*date)));
        takeRow();
        for (const std::string& part : m_parts)
            if (std::string word = folded(part); !word.empty())
                m_typed.query.words.push_back(std::move(word));
        m_typed.words = shown(joined(m_parts, 0, m_parts.size()));
        return std::move(m_typed);
    }

private:
    void erase(std::size_t at, std::size_t count)
    {
        m_parts.erase(m_parts.begin() + static_cast<std::ptrdiff_t>(at), m_parts.begin() + static_cast<std::ptrdiff_t>(at + count));
    }

    std::optional<StatedDate> takeDate()
    {
        for (std::size_t i = 0; m_record.dated && i < m_parts.size(); ++i) {
            const Result<DateReading> read = readDate(joined(m_parts, i, m_parts.size()));
            const std::size_t count = read && !read->end ? partsWithin(m_parts, i, read->begin + read->length) : 0;
            if (count == 0)
                continue;
            erase(i, count);
            return read->date;
        }
        return {};
    }

    /// The longest name of up to three words beside the clock that is a place, else one of the record's own anywhere.
    std::optional<PlaceTyped> takePlace(std::size_t at)
    {
        const bool isLed = at + 1 < m_parts.size() && folded(m_parts[at]) == "in";
        const std::size_t after = isLed ? at + 1 : at;
        for (std::size_t count = std::min<std::size_t>(3, m_parts.size() - after); count > 0; --count)
            if (auto place = placeOf(joined(m_parts, after, after + count))) {
                erase(at, after + count - at);
                return place;
            }
        for (std::size_t count = std::min<std::size_t>(3, at); count > 0; --count)
            if (auto place = placeOf(joined(m_parts, at - count, at))) {
                erase(at - count, count);
                return place;
            }
        for (std::size_t i = 0; i < m_parts.size(); ++i)
            if (auto place = lanePlace(m_record, folded(m_parts[i]))) {
                erase(i, 1);
                return place;
            }
        return {};
    }

    std::optional<PlaceTyped> placeOf(const std::string& words)
    {
        if (const auto own = lanePlace(m_record, folded(words)))
            return own;
        const auto known = knownPlace(m_record, words);
        if (!known)
            return {};
        if (!*known) {
            const Problem& problem = known->error();
            m_typed.fault = shownProblem(problem);
            return PlaceTyped{};
        }
        return **known;
    }

    bool takeElapsed()
    {
        for (std::size_t i = 0; m_record.isElapsed && i < m_parts.size(); ++i) {
            const Result<ElapsedReading> read = readElapsed(m_parts[i]);
            if (!read)
                continue;
            const Instant at{read->elapsed.begin};
            const auto day = date::floor<date::days>(at);
            const date::year_month_day ymd{day};
            m_typed.query.clocks.push_back({{Zone::utc()}, at - day, at - day + aMinute,
                StatedDate{static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day())}, folded(m_parts[i])});
            m_typed.clock = shown(clockLabel(m_record, Zone::utc().wallAt(at)));
            erase(i, 1);
            return true;
        }
        return false;
    }

    bool takeClock(const std::optional<StatedDate>& date)
    {
        if (m_record.isElapsed)
            return takeElapsed();
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            const auto clock = clockAt(m_parts, i);
            if (!clock)
                continue;
            erase(i, clock->parts);
            const auto place = clock->zone.empty() ? takePlace(i) : placeOf(clock->zone);
            ClockSought sought{place ? place->zones : rulersOf(m_record), clock->from, clock->until, date};
            if (!place && !date)
                sought.orWord = clock->asWord;
            if (place && place->zones.size() == 1)
                m_typed.zone = place->zones.front();
            m_typed.query.clocks.push_back(std::move(sought));
            const QString label = shown(clock->label + (place ? place->label : std::string{}));
            m_typed.clock += m_typed.clock.isEmpty() ? label : said(" and %1").arg(label);
            return true;
        }
        return false;
    }

    void takeRow()
    {
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            const bool isMarked = m_parts[i].size() > 1 && m_parts[i].front() == '#';
            const bool isSaid = folded(m_parts[i]) == "row" && i + 1 < m_parts.size();
            const std::string_view digits = isMarked ? std::string_view{m_parts[i]}.substr(1) : isSaid ? std::string_view{m_parts[i + 1]} : std::string_view{};
            EventId row = 0;
            const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), row);
            if (digits.empty() || end.ec != std::errc{} || end.ptr != digits.data() + digits.size())
                continue;
            m_typed.query.row = row;
            return erase(i, isMarked ? 1 : 2);
        }
    }

    const Timeline& m_record;
    FindParts m_parts;
    TypedQuery m_typed;
};

QString nearestWords(const TimelineView& view, const TypedQuery& typed, EventId nearest)
{
    const Timeline& record = view.record();
    const Zone zone = typed.zone.value_or(record.lanes.empty() ? Zone::utc() : record.lane(view.event(nearest).lane).zone);
    const WallTime wall = zone.wallAt(view.at(nearest));
    const QString clock = shown(clockLabel(record, wall));
    if (typed.query.clocks.front().date && record.dated)
        return said("The nearest is row %1, %2 on %3.").arg(QString::number(nearest), clock, shown(dayLabel(record, wall)));
    return said("The nearest is row %1, %2.").arg(QString::number(nearest), clock);
}

} // namespace

TypedQuery typedQuery(const TimelineView& view, const QString& text)
{
    return Reader(view.record(), partsOf(bytes(text.simplified()))).read();
}

QString nothingFound(const TimelineView& view, const TypedQuery& typed, EventId nearest)
{
    if (!typed.fault.isEmpty())
        return typed.fault;
    const FindQuery& query = typed.query;
    if (query.row && *query.row > view.eventCount())
        return said("There is no row %1. The last is row %2.").arg(*query.row).arg(view.eventCount());
    if (query.clocks.empty())
        return said("No row has \u2018%1\u2019.").arg(typed.words);
    const bool isDate = query.clocks.front().until - query.clocks.front().from >= aDay;
    QString text = isDate ? said("No row on %1").arg(typed.clock) : said("No row at %1").arg(typed.clock);
    text = typed.words.isEmpty() ? text + QLatin1Char('.') : said("%1 has \u2018%2\u2019.").arg(text, typed.words);
    return nearest > 0 ? text + QLatin1Char(' ') + nearestWords(view, typed, nearest) : text;
}

} // namespace lockstep
