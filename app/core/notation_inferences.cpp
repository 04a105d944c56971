#include "core/notation.h"
#include "core/resolve_words.h"
#include "core/wall_clock.h"
#include "core/wording.h"
#include "core/words.h"
#include "core/written_date.h"
#include <algorithm>

namespace lockstep {

namespace {

std::string quoted(std::string_view written) { return '\'' + std::string{written} + '\''; }

int lineOf(const DraftEvent& row) { return row.date && row.date->line > 0 ? row.date->line : row.line; }

std::optional<date::local_days> dayOf(const StatedDate& d)
{
    const date::year_month_day ymd{date::year{d.year.value_or(2000)}, date::month{d.month}, date::day{d.day}};
    return ymd.ok() ? std::optional{date::local_days{ymd}} : std::nullopt;
}

/// "4 March 2022", "4 March" without a year; empty where there is no such day.
std::string words(const StatedDate& d)
{
    const auto day = dayOf(d);
    if (!day)
        return {};
    const std::string whole = dateWords(*day);
    return d.year ? whole : whole.substr(0, whole.rfind(' '));
}

/// The importer's own note on how something was read, with its reason.
const Problem* noteOn(const Draft& file, std::string_view ending)
{
    const auto found = std::ranges::find_if(file.problems, [&](const Problem& p) { return p.severity == Severity::Note && p.what.ends_with(ending); });
    return found == file.problems.end() ? nullptr : &*found;
}

std::string sentencesOf(const Problem& note) { return note.instead.empty() ? note.what : note.what + ' ' + note.instead; }

class Notations {
public:
    explicit Notations(const Understanding& known) : m_known(known), m_file(known.draft), m_source(nameInReading(known.draft)) {}

    std::vector<Inference> found()
    {
        addDayOrder();
        addYear();
        addEpochUnit();
        addHalfDays();
        addColumns();
        return std::move(m_found);
    }

private:
    using Row = DraftRows::const_iterator;

    /// The first row of which this is so, as its date alone tells; most rows share theirs with others.
    template <class Is> Row firstByDate(Is is) const
    {
        std::size_t row = 0;
        while (row < m_file.events.size() && !is(m_file.events.common(row)))
            ++row;
        return m_file.events.begin() + static_cast<std::ptrdiff_t>(row);
    }

    /// By a date that leaves a choice; another one in digits may leave none.
    void addDayOrder()
    {
        const auto leavesChoice = [](const DraftEvent& row) { return row.date && inOtherOrder(*row.date).has_value(); };
        const Row row = firstByDate(leavesChoice);
        if (row == m_file.events.end())
            return;
        const bool dayFirst = *isDayFirst(*row->date);
        const auto isSure = [&](const DraftEvent& other) { return other.date && other.date->value.day > 12 && isDayFirst(*other.date) == dayFirst; };
        const Row sure = firstByDate(isSure);
        const std::string other = words(*inOtherOrder(*row->date));
        Inference order{.about = "dates in digits", .answer = dayFirst ? "day first" : "month first", .because = {}, .rivals = {}, .line = lineOf(*row)};
        if (const Problem* note = noteOn(m_file, dayFirst ? readDayFirst : readMonthFirst)) {
            order.because = sentencesOf(*note);
            order.line = note->line;
        } else if (sure != m_file.events.end()) {
            order.because = quoted(sure->date->written) + " on line " + std::to_string(lineOf(*sure)) + " leaves no choice.";
        } else {
            order.because = quoted(row->date->written) + " is read as " + words(row->date->value) + "; it could be " + other + '.';
        }
        if (sure == m_file.events.end() && !other.empty())
            order.rivals.push_back({std::string{dayFirst ? "month" : "day"} + " first: " + quoted(row->date->written) + " is " + other, {SetDayOrder{!dayFirst, m_source}}});
        m_found.push_back(std::move(order));
    }

    /// The sentence of the row, or of its date, that says where its year is from.
    std::string yearReason(const DraftEvent& row, std::size_t index, int year) const
    {
        constexpr std::string_view noYear = " has no year; ";
        for (const std::string& doubt : row.doubts)
            if (doubt.find(noYear) != std::string::npos)
                return doubt;
        for (const RowNote& note : m_known.calendar.notes)
            if (note.row == index && note.sentence.find(noYear) != std::string::npos)
                return note.sentence;
        if (m_known.corrections.year)
            return quoted(row.date->written) + " has no year.";
        return quoted(row.date->written) + " has no year; " + std::to_string(year) + " is that of the nearest full date.";
    }

    void addYear()
    {
        const auto lacksYear = [](const DraftEvent& row) { return row.date && !row.date->written.empty() && !statesYear(row.date->written); };
        const Row row = firstByDate(lacksYear);
        const auto index = static_cast<std::size_t>(row - m_file.events.begin());
        if (row == m_file.events.end() || !m_known.calendar.dated || !m_known.calendar.local[index])
            return;
        // A date set by hand for the first row tells the year of all.
        if (m_known.corrections.firstRow && !row->date->value.year)
            return;
        const int year = row->date->value.year.value_or(int{date::year_month_day{date::floor<date::days>(*m_known.calendar.local[index])}.year()});
        Inference filled{.about = "year", .answer = std::to_string(year), .because = yearReason(*row, index, year), .rivals = {}, .line = lineOf(*row)};
        for (const int other : {year - 1, year + 1})
            if (const std::string day = words({other, row->date->value.month, row->date->value.day}); !day.empty())
                filled.rivals.push_back({quoted(row->date->written) + " is " + day, {SetYear{other, m_source}}});
        m_found.push_back(std::move(filled));
    }

    void addEpochUnit()
    {
        const auto row = std::ranges::find_if(m_file.events, [](const DraftEvent& e) { return epochUnitOf(e).has_value(); });
        if (row == m_file.events.end())
            return;
        const EpochUnit unit = *epochUnitOf(*row);
        const auto read = [&](EpochUnit as) -> std::string {
            const auto at = epochInstant(row->written.view(), as);
            if (!at || *at < Instant{date::days{1}})
                return {}; // a count this small is in no unit anybody meant
            const WallTime wall{date::floor<std::chrono::seconds>(at->time_since_epoch())};
            return quoted(row->written) + " is " + dateWords(date::floor<date::days>(wall)) + ", " + clockLabel(wall) + " UTC";
        };
        Inference numbers{.about = "numbers in place of clocks", .answer = std::string{epochWords(unit)}, .because = read(unit) + '.', .rivals = {}, .line = row->line};
        if (const Problem* note = noteOn(m_file, since1970))
            numbers.because = sentencesOf(*note) + ' ' + numbers.because;
        for (const auto other : {EpochUnit::Seconds, EpochUnit::Milliseconds, EpochUnit::Microseconds, EpochUnit::Nanoseconds})
            if (const std::string then = read(other); other != unit && !then.empty())
                numbers.rivals.push_back({std::string{epochWords(other)} + ": " + then, {SetEpochUnit{other, m_source}}});
        m_found.push_back(std::move(numbers));
    }

    /// "20:00 pm", "0:30 pm": am or pm beside a clock of 24 hours.
    void addHalfDays()
    {
        for (std::size_t i = 0; i < m_file.events.size(); ++i) {
            const DraftEvent& row = m_file.events[i];
            const EventId id = rowNumber(m_file, i);
            if (!row.clock || !contradictsItsHalf(row.written) || m_known.corrections.clocks.contains(id))
                continue;
            Clock other = *row.clock;
            other.hour = (other.hour + 12) % 24;
            const auto label = [](const Clock& clock) { return clockLabel(WallTime{clock.sinceMidnight()}); };
            const std::string now = label(*row.clock);
            std::string because = quoted(row.written) + " is read as " + now + '.';
            for (const std::string& doubt : row.doubts)
                if (doubt.ends_with(" is read as " + now + '.'))
                    because = doubt;
            m_found.push_back({.about = "clock of row " + std::to_string(id), .answer = now, .because = std::move(because),
                .rivals = {{label(other), {SetClock{id, other, {}}}}}, .line = row.line});
        }
    }

    /// The file is read again by another column.
    void addColumns()
    {
        for (const ColumnTaken& taken : m_file.columns) {
            Inference column{.about = "column of the " + taken.holds, .answer = quoted(taken.column), .because = taken.because, .rivals = {}, .line = taken.line};
            for (const std::string& other : taken.others)
                column.rivals.push_back({quoted(other), {SetColumns{withColumn(m_known.corrections.columns, taken.holds, other), m_source}}});
            m_found.push_back(std::move(column));
        }
    }

    static bool contradictsItsHalf(std::string_view written)
    {
        const auto digits = written.find_first_of("0123456789");
        if (digits == std::string_view::npos)
            return false; // "noon"
        int hour = 0;
        auto at = digits;
        for (; at < written.size() && written[at] >= '0' && written[at] <= '9' && hour < 100; ++at)
            hour = hour * 10 + (written[at] - '0');
        if ((hour > 0 && hour < 13) || hour >= 24 || written.find_first_of("mM", at) == std::string_view::npos)
            return false;
        std::string letters;
        for (const char c : folded(written.substr(at)))
            if (c >= 'a' && c <= 'z')
                letters += c;
        const bool am = letters.starts_with("am"), pm = letters.starts_with("pm");
        return hour > 0 ? am || pm : pm;
    }

    const Understanding& m_known;
    const Draft& m_file;
    std::string m_source;
    std::vector<Inference> m_found;
};

} // namespace

std::optional<EpochUnit> epochUnitOf(const DraftEvent& row)
{
    constexpr std::size_t fewestDigits = 9; // seconds from 1973 on
    const std::string_view written = row.written.view();
    if (!row.clock || !row.date || !row.date->value.year || written.size() < fewestDigits || written.find_first_not_of("0123456789.,") != std::string_view::npos)
        return {};
    for (const auto unit : {EpochUnit::Seconds, EpochUnit::Milliseconds, EpochUnit::Microseconds, EpochUnit::Nanoseconds}) {
        const auto at = epochInstant(written, unit);
        const auto day = dayOf(row.date->value);
        if (at && day && WallTime{at->time_since_epoch()} == *day + row.clock->sinceMidnight())
            return unit;
    }
    return {};
}

std::string withColumn(std::string_view columns, std::string_view holds, std::string_view column)
{
    std::string with;
    for (std::size_t at = 0; at < columns.size();) {
        const auto end = std::min(columns.find(',', at), columns.size());
        const auto part = columns.substr(at, end - at);
        at = end + 1;
        if (part.substr(0, part.find('=')) != holds)
            with += std::string{part} + ',';
    }
    return with + std::string{holds} + '=' + std::string{column};
}

std::vector<Inference> notationInferences(const Understanding& known) { return Notations{known}.found(); }

} // namespace lockstep
