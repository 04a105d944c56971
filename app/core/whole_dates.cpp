#include "core/calendar.h"
#include <algorithm>
#include <cctype>
#include <map>
#include <tuple>

namespace lockstep {

namespace {

/// Years are kept where date arithmetic is sound.
bool isUsable(date::year_month_day ymd)
{
    return ymd.ok() && int{ymd.year()} >= 1 && int{ymd.year()} <= 9999;
}

date::year_month_day withYear(const StatedDate& d, int year)
{
    return date::year{year} / static_cast<int>(d.month) / static_cast<int>(d.day);
}

/// The year that brings a month and day closest to a date that is known: December rows before January ones.
std::optional<date::local_days> nearest(const StatedDate& d, date::local_days known)
{
    const int year{date::year_month_day{known}.year()};
    std::optional<date::local_days> best;
    for (const int candidate : {year, year - 1, year + 1}) {
        const date::year_month_day ymd = withYear(d, candidate);
        if (!isUsable(ymd))
            continue;
        const date::local_days day{ymd};
        if (!best || date::abs(day - known) < date::abs(*best - known))
            best = day;
    }
    return best;
}

/// What dates without a year are counted from.
struct YearSource {
    std::optional<date::local_days> known;
    int line = 0;
};

YearSource firstFullDate(const Draft& draft, const Corrections& corrections)
{
    for (const DraftEvent& e : draft.events)
        if (e.date && e.date->value.year && isUsable(withYear(e.date->value, *e.date->value.year)))
            return {date::local_days{withYear(e.date->value, *e.date->value.year)},
                    e.date->line > 0 ? e.date->line : e.line};
    if (corrections.firstRow)
        return {date::local_days{*corrections.firstRow}, 0};
    return {};
}

/// Where no year is known at all, any will do to count days in; one with a 29 February if a row names it.
date::local_days anyYear(const Draft& draft)
{
    const bool namesLeapDay = std::ranges::any_of(draft.events, [](const DraftEvent& e) {
        return e.date && e.date->value.month == 2 && e.date->value.day == 29;
    });
    const auto first = std::ranges::find_if(draft.events, [](const DraftEvent& e) { return e.date.has_value(); });
    if (first == draft.events.end())
        return date::local_days{};
    const date::year_month_day ymd = withYear(first->date->value, namesLeapDay ? 1972 : 1970);
    return isUsable(ymd) ? date::local_days{ymd} : date::local_days{};
}

bool isDayHeading(Where where) { return where == Where::DayLine || where == Where::Heading; }

class DateReader {
public:
    DateReader(const Draft& draft, const Corrections& corrections, WholeDates& out) : m_out(out)
    {
        m_source = firstFullDate(draft, corrections);
        m_latest = m_source.known.value_or(anyYear(draft));
    }

    bool hasYear() const { return m_source.known.has_value(); }

    std::optional<date::local_days> whole(std::size_t row, const DraftEvent& e, const StatedDate& stated,
                                          const std::string& written)
    {
        std::optional<date::local_days> day;
        if (stated.year && isUsable(withYear(stated, *stated.year)))
            day = date::local_days{withYear(stated, *stated.year)};
        if (!stated.year)
            day = nearest(stated, m_latest);
        if (!day) {
            m_out.problems.push_back({Severity::Warning, e.line, 0, "\"" + written + "\" is no date of the calendar.",
                                      "The row is read as if it had none."});
            return {};
        }
        if (!stated.year && m_source.line > 0)
            noteYear(row, written, *day);
        m_latest = *day;
        return day;
    }

private:
    void noteYear(std::size_t row, const std::string& written, date::local_days day)
    {
        if (!m_noted.insert(written).second)
            return;
        const int year{date::year_month_day{day}.year()};
        m_out.notes.push_back({row, "\"" + written + "\" has no year; " + std::to_string(year) +
                                        " is taken from the date on line " + std::to_string(m_source.line) + "."});
    }

    WholeDates& m_out;
    YearSource m_source;
    date::local_days m_latest;
    std::set<std::string> m_noted;
};

/// Numbers the statements that several rows share.
class Statements {
public:
    int numberOf(Where where, int line, date::local_days day)
    {
        const std::tuple key{where, line, day};
        return m_numbers.emplace(key, static_cast<int>(m_numbers.size()) + 1).first->second;
    }

private:
    std::map<std::tuple<Where, int, date::local_days>, int> m_numbers;
};

} // namespace

bool hasYear(const Draft& draft, const Corrections& corrections)
{
    return firstFullDate(draft, corrections).known.has_value();
}

WholeDates wholeDates(const Draft& draft, const Corrections& corrections)
{
    WholeDates out;
    DateReader reader{draft, corrections, out};
    Statements statements;
    bool statesDate = false;
    const bool countsDays = std::ranges::none_of(draft.events, [](const DraftEvent& e) { return e.date.has_value(); });
    out.rows.reserve(draft.events.size());
    if (std::ranges::any_of(draft.events, [](const DraftEvent& e) { return e.endDate.has_value(); }))
        out.ends.resize(draft.events.size());
    for (std::size_t i = 0; i < draft.events.size(); ++i) {
        const DraftEvent& e = draft.events[i];
        WholeDate row;
        if (e.date) {
            row.day = reader.whole(i, e, e.date->value, e.date->written);
            row.own = e.date->where == Where::Row;
            row.startsDay = isDayHeading(e.date->where);
            row.statement = row.day && !row.own ? statements.numberOf(e.date->where, e.date->line, *row.day) : 0;
            statesDate = statesDate || row.day;
        } else if (countsDays && e.dayNumber > 0) {
            row.day = date::local_days{} + date::days{e.dayNumber - 1};
            row.startsDay = true;
            row.statement = statements.numberOf(Where::DayLine, 0, *row.day);
        }
        out.rows.push_back(row);
        if (e.endDate)
            out.ends[i] = reader.whole(i, e, *e.endDate, e.written);
    }
    out.dated = reader.hasYear();
    out.isYearless = !out.dated && statesDate;
    return out;
}

namespace {

std::string lowered(std::string_view text)
{
    std::string out{text};
    std::ranges::transform(out, out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// A date as written with its day counted one on: "29 april 2022" -> "30 april 2022". The year is left away at the
/// end, so that "30 april" is found as well. Empty where the day cannot be told from the rest, or the month ends.
std::string writtenOneOn(std::string_view written, unsigned day)
{
    std::string out = lowered(written);
    const std::string from = std::to_string(day), to = std::to_string(day + 1);
    for (std::size_t at = out.find(from); at != std::string::npos; at = out.find(from, at + 1)) {
        const bool startsNumber = at == 0 || !isDigit(out[at - 1]) || (out[at - 1] == '0' && from.size() == 1);
        const bool endsNumber = at + from.size() == out.size() || !isDigit(out[at + from.size()]);
        if (!startsNumber || !endsNumber)
            continue;
        out.replace(at, from.size(), to);
        const std::size_t end = out.find_last_not_of("0123456789 ,'");
        const bool hasWord = std::ranges::any_of(out, [](unsigned char c) { return std::isalpha(c) || c >= 0x80; });
        return hasWord && end != std::string::npos && end > at + to.size() ? out.substr(0, end + 1) : out;
    }
    return {};
}

std::string isoDate(date::local_days day)
{
    return date::format("%F", day);
}

} // namespace

bool speaksOfNextDay(const Draft& draft, const WholeDates& dates, date::local_days next)
{
    const auto isNext = [&](const Compact<date::local_days>& day) { return day == next; };
    if (std::ranges::any_of(dates.rows, isNext, &WholeDate::day) || std::ranges::any_of(dates.ends, isNext))
        return true;
    std::set<std::string> spellings{isoDate(next)};
    const date::local_days day = next - date::days{1};
    for (std::size_t i = 0; i < dates.rows.size(); ++i)
        if (dates.rows[i].own && dates.rows[i].day == day)
            if (std::string s = writtenOneOn(draft.events[i].date->written, unsigned{date::year_month_day{day}.day()});
                !s.empty())
                spellings.insert(std::move(s));
    const auto holds = [&](const std::string& text) {
        const std::string low = lowered(text);
        return std::ranges::any_of(spellings, [&](const std::string& s) { return low.find(s) != std::string::npos; });
    };
    return holds(draft.title) || std::ranges::any_of(draft.prose, holds, &Prose::text);
}

} // namespace lockstep
