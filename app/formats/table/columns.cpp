#include "formats/table/columns.h"
#include "formats/markdown/words.h"
#include "formats/markdown/zone_phrase.h"
#include "formats/table/by_hand.h"
#include "formats/table/names.h"
#include "formats/text_scan.h"
#include <algorithm>
#include <functional>
#include <set>

namespace lockstep::table {

namespace {

class Finder {
public:
    explicit Finder(const Sheet& sheet) : m_sheet(sheet)
    {
        for (std::size_t i = 0; i < sheet.heads.size(); ++i) {
            m_names.push_back(sheet.headLine > 0 ? headName(sheet.heads[i]) : HeadName{});
            m_contents.push_back(contentOf(sheet.cells, sheet.body, static_cast<int>(i)));
        }
    }

    Result<Columns> find(std::string_view chosen)
    {
        const auto byHand = chosenColumns(m_sheet, chosen);
        if (!byHand)
            return tl::unexpected{byHand.error()};
        m_hand = *byHand;
        for (const auto& [field, column] : m_hand)
            m_taken.insert(column);
        findElapsed();
        m_columns.duration = pick("duration", "column-duration", [&](int i) { return content(i).dates < 0.5; });
        findEnds();
        findClocks();
        m_columns.half = best([&](int i) { return holdsHalfDays(i) ? 1 : 0; });
        findDate();
        m_columns.zone = pick("zone", "column-zone", [&](int i) { return !isMoment(i) && knownPlaces(m_sheet.cells, m_sheet.body, i) >= 0.5; });
        m_columns.group = pick("group", "column-group", [&](int i) { return content(i).different > 1 && content(i).different * 2 <= content(i).filled; });
        m_columns.place = pick("place", "column-place", [&](int i) { return !isMoment(i) && knownPlaces(m_sheet.cells, m_sheet.body, i) >= 0.5; });
        findWords();
        return std::move(m_columns);
    }

private:
    const Content& content(int i) const { return m_contents[static_cast<std::size_t>(i)]; }
    const HeadName& name(int i) const { return m_names[static_cast<std::size_t>(i)]; }
    int count() const { return static_cast<int>(m_names.size()); }
    bool isFree(int i) const { return !m_taken.contains(i) && content(i).filled > 0; }
    bool isMoment(int i) const { return content(i).holdsMoments() || content(i).form.unit != Unit::None; }
    bool isEnd(int i) const { return fit("column-end", name(i)) > 1 || markdown::beginsWithOneOf("column-end", name(i).words); }
    int taken(int i)
    {
        if (i >= 0)
            m_taken.insert(i);
        return i;
    }
    int byHand(std::string_view field) const
    {
        const auto found = m_hand.find(field);
        return found == m_hand.end() ? -1 : found->second;
    }

    /// The free column that fits best by `worth`, the first of equals; none below 1.
    int best(const std::function<int(int)>& worth)
    {
        int found = -1, most = 0;
        for (int i = 0; i < count(); ++i)
            if (const int here = isFree(i) ? worth(i) : 0; here > most) {
                most = here;
                found = i;
            }
        return taken(found);
    }

    int pick(std::string_view field, std::string_view key, const std::function<bool(int)>& holds)
    {
        if (const int hand = byHand(field); hand >= 0)
            return hand;
        return best([&](int i) { const int fits = fit(key, name(i)); return fits > 0 && holds(i) ? fits : 0; });
    }

    ClockColumn clockColumn(int i) const
    {
        ClockColumn column{i, content(i).form, dayOrderOf(m_sheet.cells, m_sheet.body, i), {}, false};
        // Readable moments are no bare numbers, whatever a few of them look like.
        if (content(i).holdsMoments())
            column.form.unit = Unit::None;
        column.form.isSerial = column.form.isSerial && column.form.unit == Unit::None && content(i).clocks < 0.5;
        column.form.order = column.order.order;
        column.isUtc = name(i).isUtc || column.form.unit != Unit::None;
        if (column.isUtc)
            column.zone = "UTC";
        else if (m_sheet.headLine > 0)
            column.zone = markdown::zoneOfHead(m_sheet.heads[static_cast<std::size_t>(i)]);
        return column;
    }

    bool isClock(int i) const { return content(i).clocks >= 0.5 || content(i).form.unit != Unit::None || content(i).form.isSerial; }
    int clockFit(int i) const
    {
        const int fits = std::max(fit("column-time", name(i)), fit("column-date", name(i)));
        const bool speaks = name(i).isUtc || name(i).isLocal || (m_sheet.headLine > 0 && !markdown::zoneOfHead(m_sheet.heads[static_cast<std::size_t>(i)]).empty());
        return fits > 0 ? fits : speaks ? 1 : 0;
    }

    void findEnds()
    {
        for (int i = 0; i < count(); ++i) {
            const bool hand = byHand("end") == i;
            if (!hand && (byHand("end") >= 0 || !isFree(i) || !isEnd(i) || !isMoment(i)))
                continue;
            auto& column = isClock(i) || hand ? m_columns.end : m_columns.endDate;
            if (column.column < 0 || hand)
                column = clockColumn(taken(i));
        }
    }

    /// Where no column tells a moment, one that counts from a zero: "Elapsed", "T+".
    void findElapsed()
    {
        if (byHand("time") >= 0 || byHand("utc") >= 0)
            return;
        const auto counts = [&](int i) { return isFree(i) && content(i).lengths >= 0.9 && markdown::isOneOf("column-elapsed", name(i).words); };
        for (int i = 0; i < count(); ++i)
            if (!counts(i) && isMoment(i))
                return;
        if (const int column = best([&](int i) { return counts(i) ? 1 : 0; }); column >= 0) {
            m_columns.clocks.push_back({column, content(column).form, {}, {}, false});
            m_columns.clocks.back().form = {.isElapsed = true};
        }
    }

    /// The row's own clock: the best named one that is not UTC and not a bare number; then those that tell UTC.
    void findClocks()
    {
        for (const char* field : {"time", "utc"})
            if (const int hand = byHand(field); hand >= 0) {
                m_columns.clocks.push_back(clockColumn(hand));
                if (std::string_view{field} == "utc") {
                    m_columns.clocks.back().isUtc = true;
                    m_columns.clocks.back().zone = "UTC";
                }
            }
        if (byHand("time") >= 0 || !m_columns.clocks.empty())
            return;
        const auto own = [&](int i) { return isClock(i) && !name(i).isUtc && content(i).clocks >= 0.5 ? 4 * clockFit(i) + (name(i).isLocal ? 2 : 0) : 0; };
        if (const int column = best(own); column >= 0)
            m_columns.clocks.insert(m_columns.clocks.begin(), clockColumn(column));
        for (const bool readable : {true, false})
            for (int i = 0; i < count(); ++i) {
                const bool utc = name(i).isUtc || content(i).clocks < 0.5;
                if (isFree(i) && isClock(i) && clockFit(i) > 0 && utc && (content(i).clocks >= 0.5) == readable && !isWholeDays(i))
                    m_columns.clocks.push_back(clockColumn(taken(i)));
                else if (readable && isFree(i) && isClock(i) && !m_columns.clocks.empty() && statesZone(i))
                    m_columns.clocks.push_back(clockColumn(taken(i)));
            }
        if (m_columns.clocks.empty())
            clockByContent();
    }

    bool holdsHalfDays(int i) const
    {
        if (content(i).different > 4 || content(i).length > 4)
            return false;
        for (auto r = m_sheet.body; r < m_sheet.cells.size(); ++r)
            if (const auto cell = m_sheet.cells.cell(r, i); !cell.empty() && !markdown::isOneOf("half-day", cell))
                return false;
        return true;
    }
    int firstMoment() const { return m_columns.clocks.empty() ? m_columns.date.column : m_columns.clocks.front().column; }
    bool isWholeDays(int i) const { return content(i).form.isSerial && content(i).form.unit == Unit::None && content(i).numbers > 0.5 && !hasFractions(i); }
    bool hasFractions(int i) const
    {
        for (auto r = m_sheet.body; r < m_sheet.cells.size(); ++r)
            if (m_sheet.cells.cell(r, i).find_first_of(".,") != std::string_view::npos)
                return true;
        return false;
    }
    bool statesZone(int i) const { return content(i).clocks >= 0.5 && !name(i).isUtc && !clockColumn(i).zone.empty(); }

    void clockByContent()
    {
        int column = best([&](int i) { return content(i).clocks >= 0.6 ? 1 : 0; });
        if (column < 0)
            column = best([&](int i) { return content(i).form.unit != Unit::None && content(i).rises && content(i).different > 1 ? 1 : 0; });
        if (column < 0)
            return;
        m_columns.clocks.push_back(clockColumn(column));
        if (m_sheet.headLine > 0)
            say(column, "the time, for its cells hold clocks", "time", [&](int i) { return isClock(i); });
    }

    void findDate()
    {
        const auto holdsDates = [&](int i) { return content(i).dates >= 0.5 || isWholeDays(i); };
        int column = byHand("date");
        if (column < 0)
            column = best([&](int i) {
                const int fits = std::max(fit("column-date", name(i)), m_columns.clocks.empty() ? fit("column-time", name(i)) : 0);
                return holdsDates(i) ? fits : 0;
            });
        if (column < 0 && (m_columns.clocks.empty() || !hasDates(m_columns.clocks.front()))) {
            column = best([&](int i) { return content(i).dates >= 0.6 ? 1 : 0; });
            if (column >= 0 && m_sheet.headLine > 0)
                say(column, "the date, for its cells hold dates", "date", holdsDates);
        }
        if (column >= 0)
            m_columns.date = clockColumn(column);
    }

    bool hasDates(const ClockColumn& clock) const
    {
        if (clock.form.unit != Unit::None || clock.form.isSerial)
            return true;
        for (auto r = m_sheet.body; r < std::min(m_sheet.cells.size(), m_sheet.body + 20); ++r)
            if (momentOf(m_sheet.cells.cell(r, clock.column), clock.form).date)
                return true;
        return false;
    }

    bool isId(int i) const
    {
        const auto& words = name(i).words;
        return markdown::isOneOf("column-id", words) || markdown::isOneOf("column-id", words.substr(words.rfind(' ') + 1));
    }
    bool isWords(int i) const { return !isMoment(i) && content(i).numbers < 0.5 && !isId(i); }

    /// "agent.summary": what somebody is called.
    bool isOfSomebody(int i) const
    {
        const auto& whose = name(i).within;
        return markdown::isOneOf("name-within", name(i).last) && (markdown::isOneOf("column-actor", whose) || markdown::isOneOf("column-person", whose));
    }
    bool isCodes(int i) const { return content(i).codes >= 0.9; }
    bool holdsNames() const
    {
        for (int i = 0; i < count(); ++i)
            if (isFree(i) && isWords(i) && !isCodes(i) && (isOfSomebody(i) || fit("column-person", name(i)) > 0))
                return true;
        return false;
    }
    /// An id that stands beside the name of the same person: "user" beside "user_profile.real_name".
    bool isCodeOfSomebody(int i) const { return isCodes(i) && (!name(i).last.empty() || fit("column-person", name(i)) > 0); }

    /// A table without a head: a few short words that come again and again, "web-2", "alice", and no levels such as "INFO".
    bool holdsFewNames(int i) const
    {
        if (!isWords(i) || content(i).different < 2 || 2 * content(i).different > content(i).filled || content(i).length > 24)
            return false;
        for (auto r = m_sheet.body; r < m_sheet.cells.size(); ++r)
            if (const auto cell = m_sheet.cells.cell(r, i); markdown::isOneOf("level", cell))
                return false;
        return true;
    }

    /// Who, and what happened.
    void findWords()
    {
        const int hand = byHand("actor");
        const auto eventFit = [&](int i) { return isWords(i) && !isOfSomebody(i) ? fit("column-event", name(i)) : 0; };
        const bool hasNames = holdsNames();
        const auto actorFit = [&](int i, bool person) {
            if (!isWords(i) || (hasNames && isCodeOfSomebody(i)))
                return 0;
            const int actor = fit("column-actor", name(i)), own = isOfSomebody(i) ? 4 : fit("column-person", name(i)), fits = std::max(actor, own);
            const bool isFilled = m_columns.hasMoments() && 2 * content(i).filled >= content(firstMoment()).filled;
            return fits > eventFit(i) && (own >= actor) == person ? fits + (isFilled ? 10 : 0) : 0;
        };
        m_columns.role = hand >= 0 ? hand : best([&](int i) { return actorFit(i, false); });
        m_columns.person = byHand("person") >= 0 ? byHand("person") : best([&](int i) { return actorFit(i, true); });
        if (m_columns.role < 0 && byHand("person") < 0)
            m_columns.role = std::exchange(m_columns.person, -1);
        if (m_columns.role < 0)
            m_columns.role = best([&](int i) { return isWords(i) && fit("column-place", name(i)) > fit("column-event", name(i)) ? 1 : 0; });
        for (int i = 0; i < count() && hand < 0; ++i)
            if (isFree(i) && isWords(i) && markdown::isOneOf("speaker", name(i).words))
                m_columns.speakers.push_back(taken(i));
        if (const int text = byHand("text"); text >= 0)
            return m_columns.texts.push_back(text);
        // Of several that could say it, one that most rows fill, then the one with more to say: "event", "description", "notes".
        const auto rows = std::max<std::size_t>(1, m_columns.hasMoments() ? content(firstMoment()).filled : 0);
        const auto worth = [&](int i) { return 100 * eventFit(i) + static_cast<int>(50 * content(i).filled / rows) + std::min(40, static_cast<int>(content(i).length)); };
        for (int next = 0; next >= 0;) {
            next = best([&](int i) { return eventFit(i) > 0 ? worth(i) : 0; });
            if (next >= 0)
                m_columns.texts.push_back(next);
        }
        if (!m_columns.texts.empty())
            return;
        if (const int longest = best([&](int i) { return isMoment(i) ? 0 : isId(i) || content(i).numbers >= 0.5 ? 1 : 2 + static_cast<int>(content(i).length); }); longest >= 0) {
            m_columns.texts.push_back(longest);
            if (m_sheet.headLine > 0)
                say(longest, "what happened, for its cells are the longest", "text", [&](int i) { return !isMoment(i); });
            else if (m_columns.role < 0 && hand < 0)
                m_columns.role = best([&](int i) { return i > firstMoment() && i < longest && holdsFewNames(i) ? 1 : 0; });
        }
    }

    /// couldBe: whether another column might hold it as well.
    void say(int column, const std::string& meaning, const std::string& field, const std::function<bool(int)>& couldBe)
    {
        const auto& head = m_sheet.heads[static_cast<std::size_t>(column)];
        m_columns.notes.push_back({Severity::Note, m_sheet.headLine, 0, "Column '" + head + "' is read as " + meaning + ".",
                                   "Another can be named: --columns " + field + "=NAME."});
        ColumnTaken taken{field, head, m_columns.notes.back().what, {}, m_sheet.headLine};
        for (int i = 0; i < count(); ++i)
            if (i != column && content(i).filled > 0 && couldBe(i))
                taken.others.push_back(nameByHand(i));
        if (!taken.others.empty())
            m_columns.taken.push_back(std::move(taken));
    }

    /// Its head, or its number where a head would be mistaken for another or for a sign between two.
    std::string nameByHand(int column) const
    {
        const auto& head = m_sheet.heads[static_cast<std::size_t>(column)];
        const auto isSame = [&](const std::string& other) { return markdown::folded(other) == markdown::folded(head); };
        const bool isPlain = scan::trimmed(head) == head && !head.empty() && head.find_first_of(",=") == std::string::npos;
        return isPlain && std::ranges::count_if(m_sheet.heads, isSame) == 1 ? head : std::to_string(column + 1);
    }

    const Sheet& m_sheet;
    std::vector<HeadName> m_names;
    std::vector<Content> m_contents;
    std::set<int> m_taken;
    ChosenColumns m_hand;
    Columns m_columns;
};

} // namespace

Result<Columns> columnsOf(const Sheet& sheet, std::string_view chosen)
{
    return Finder{sheet}.find(chosen);
}

std::string listed(const std::vector<std::string>& heads)
{
    constexpr std::size_t most = 12;
    std::string words;
    const auto shown = std::min(heads.size(), most);
    for (std::size_t i = 0; i < shown; ++i)
        words += (i == 0 ? "'" : i + 1 == heads.size() ? " and '" : ", '") + heads[i] + "'";
    return words + (heads.size() > most ? " and " + std::to_string(heads.size() - most) + " more" : "");
}

} // namespace lockstep::table
