#include "formats/table/sheet_reader.h"
#include "core/notation.h"
#include "core/overruled_zones.h"
#include "core/wall_clock.h"
#include "formats/importer.h"
#include "formats/markdown/dates_around.h"
#include "formats/table/column_notes.h"
#include "formats/table/duration.h"
#include "formats/table/kept_words.h"
#include "formats/table/two_clocks.h"
#include "formats/text_scan.h"
#include <algorithm>
#include <map>
#include <set>

namespace lockstep::table {

using markdown::RowHead;

namespace {

constexpr std::size_t mostProblems = 200; ///< rows named one by one

class SheetReader {
public:
    SheetReader(const Sheet& sheet, Around around, Columns columns)
        : m_sheet(sheet), m_columns(std::move(columns)), m_around(std::move(around)), m_zoneAround(m_around.zone), m_carried(m_around.date) { }

    Draft read()
    {
        m_draft.title = std::move(m_around.title);
        m_draft.prose = std::move(m_around.prose);
        m_draft.problems = std::move(m_around.problems);
        m_draft.columns = m_columns.taken;
        m_draft.events.close();
        m_draft.events.reserve(m_sheet.cells.size() - m_sheet.body);
        for (auto record = m_sheet.body; record < m_sheet.cells.size(); ++record)
            row(record);
        sayOverruledZone();
        const auto notes = notesOn(m_sheet, m_columns, m_used);
        m_draft.problems.insert(m_draft.problems.end(), notes.begin(), notes.end());
        if (m_refused > mostProblems)
            m_draft.problems.push_back({Severity::Warning, 0, 0, std::to_string(m_refused - mostProblems) + " more rows are not understood.", {}});
        markdown::fillYears(m_draft, m_around.date);
        return std::move(m_draft);
    }

private:
    std::string_view cell(std::size_t record, int column) const { return m_sheet.cells.cell(record, column); }

    /// A zone that stands above the table, where the head of its clocks names another.
    void sayOverruledZone()
    {
        if (!m_zoneAround || m_columns.clocks.empty())
            return;
        const auto& clock = m_columns.clocks.front();
        if (clock.zone.empty() || clock.form.unit != Unit::None || !m_used.contains(clock.column))
            return;
        if (auto note = overruledZone(*m_zoneAround, {clock.zone, m_sheet.heads[static_cast<std::size_t>(clock.column)], Where::ColumnHead, m_sheet.headLine}))
            m_draft.problems.push_back(std::move(*note));
    }

    /// The moment of the first clock column that has one.
    RowHead momentOf(std::size_t record, const ClockColumn*& column) const
    {
        RowHead head;
        for (const auto& clock : m_columns.clocks) {
            const auto text = cell(record, clock.column);
            if (text.empty())
                continue;
            const auto half = cell(record, m_columns.half);
            auto found = half.empty() ? table::momentOf(text, clock.form) : table::momentOf(std::string{text} + ' ' + std::string{half}, clock.form);
            if (found.hasTime() || found.date) {
                column = &clock;
                return found;
            }
            if (head.faults.empty())
                head.faults = std::move(found.faults);
        }
        return head;
    }

    void addDate(std::size_t record, RowHead& head)
    {
        const auto text = cell(record, m_columns.date.column);
        if (text.empty() || head.date)
            return;
        m_used.insert(m_columns.date.column);
        auto day = table::momentOf(text, m_columns.date.form);
        head.date = day.date;
        head.dateWritten = std::move(day.dateWritten);
        head.doubts.insert(head.doubts.end(), day.doubts.begin(), day.doubts.end());
        head.faults.insert(head.faults.end(), day.faults.begin(), day.faults.end());
    }

    void row(std::size_t record)
    {
        const ClockColumn* clock = nullptr;
        auto head = momentOf(record, clock);
        addDate(record, head);
        if (!head.hasTime() && !head.date)
            return refuse(record, head);
        if (!head.hasTime() && takesDayLine(record, head))
            return;
        if (clock)
            m_used.insert(clock->column);
        DraftEvent event;
        event.line = m_sheet.cells.line(record);
        event.lastLine = m_sheet.cells.lastLine(record);
        event.source = m_sheet.cells.source(record);
        for (const auto& fault : head.faults)
            event.doubts.push_back(fault.what);
        describe(record, head, clock, event);
        place(record, head, clock, event);
        end(record, head, clock, event);
        event.written = m_words.partOf(cell(record, clock ? clock->column : m_columns.date.column), head.written);
        keep(std::move(head), event);
        m_draft.events.push_back(event);
    }

    /// A record with a date and nothing else speaks for the rows below it.
    bool takesDayLine(std::size_t record, const RowHead& head)
    {
        std::size_t filled = 0;
        for (int i = 0; i < static_cast<int>(m_sheet.cells.cells(record)); ++i)
            filled += cell(record, i).empty() ? 0 : 1;
        if (filled != 1 || m_sheet.cells.cells(record) < 2)
            return false;
        m_carried = Stated<StatedDate>{*head.date, head.dateWritten, Where::DayLine, m_sheet.cells.line(record)};
        return true;
    }

    void describe(std::size_t record, const RowHead& head, const ClockColumn* clock, DraftEvent& event)
    {
        std::string_view text;
        for (auto column = m_columns.texts.begin(); column != m_columns.texts.end() && text.empty(); ++column)
            text = cell(record, *column);
        event.text = m_words.oneLine(text);
        // What stands behind the clock in its cell belongs to what happened.
        const auto moment = clock ? cell(record, clock->column) : std::string_view{};
        if (clock && head.textAt < moment.size())
            event.text = oneLine(moment.substr(head.textAt)) + (event.text.empty() ? "" : ": ") + event.text;
        event.role = m_words.named(cell(record, m_columns.role));
        event.person = m_words.named(cell(record, m_columns.person));
        for (auto speaker = m_columns.speakers.begin(); speaker != m_columns.speakers.end() && event.role.empty() && event.person.empty(); ++speaker)
            event.role = m_words.named(cell(record, *speaker));
        event.place = m_words.named(cell(record, m_columns.place));
        if (const auto group = cell(record, m_columns.group); !group.empty())
            event.group = m_groups.emplace(group, static_cast<int>(m_groups.size())).first->second;
        else if (m_columns.group >= 0 && !m_draft.events.empty())
            event.group = m_draft.events.back().group;
    }

    /// Which clock the row goes by, with what a UTC clock beside it tells.
    void place(std::size_t record, RowHead& head, const ClockColumn* clock, DraftEvent& event)
    {
        const auto words = cell(record, m_columns.zone);
        if (!head.zone.empty())
            event.zone = sameOr(m_zone, {head.zone, head.zone, Where::Row, 0});
        else if (clock && !clock->zone.empty())
            event.zone = sameOr(m_zone, {clock->zone, m_sheet.heads[static_cast<std::size_t>(clock->column)], Where::ColumnHead, m_sheet.headLine});
        else if (!words.empty())
            event.zone = sameOr(m_zone, {std::string{words}, std::string{words}, Where::Row, 0});
        else if (event.place.empty())
            event.zone = m_zoneAround;
        if (m_columns.clocks.size() < 2 || !clock || clock->isUtc || !head.clock)
            return;
        for (const auto& other : m_columns.clocks)
            if (other.isUtc && &other != clock && !cell(record, other.column).empty())
                return heed(other, table::momentOf(cell(record, other.column), other.form), head, event);
    }

    void heed(const ClockColumn& column, const RowHead& utc, RowHead& head, DraftEvent& event)
    {
        auto told = m_twoClocks.told(head, utc, event.zone ? std::string_view{event.zone->value} : event.place.view());
        if (told.date || !told.zone.empty())
            m_used.insert(column.column);
        if (told.date && !head.date) {
            head.date = told.date;
            head.dateWritten = utc.dateWritten;
        }
        if (!told.zone.empty())
            event.zone = Stated<std::string>{told.zone, event.zone ? event.zone->written : utc.written, Where::Row, 0};
        if (!told.doubt.empty())
            event.doubts.push_back(std::move(told.doubt));
    }

    void end(std::size_t record, RowHead& head, const ClockColumn* clock, DraftEvent& event)
    {
        if (const auto text = cell(record, m_columns.endDate.column); !text.empty() && !head.endDate)
            head.endDate = table::momentOf(text, m_columns.endDate.form).date;
        if (const auto text = cell(record, m_columns.end.column); !text.empty() && !head.endClock) {
            auto far = table::momentOf(text, m_columns.end.form);
            m_used.insert(m_columns.end.column);
            if (far.zone.empty())
                far.zone = m_columns.end.zone;
            endAt(far, head, event);
        } else if (const auto length = cell(record, m_columns.duration); !length.empty() && head.clock && !head.endClock && clock) {
            endAfter(length, head, event);
        }
    }

    /// An end on another clock than its begin's is brought to it, where both are fixed offsets.
    void endAt(const RowHead& far, RowHead& head, DraftEvent& event) const
    {
        if (!far.clock) {
            if (far.date)
                head.endDate = far.date;
            return;
        }
        head.endClock = far.clock;
        if (far.date)
            head.endDate = far.date;
        const std::string own = event.zone ? event.zone->value : std::string{};
        if (far.zone.empty() || far.zone == own)
            return;
        const auto from = fixedOffset(far.zone), to = fixedOffset(own);
        const auto wall = wallOf(far.date, *far.clock);
        if (from && to && *from == *to)
            return;
        head.endClock.reset();
        head.endDate.reset();
        if (!from || !to || !wall)
            return event.doubts.push_back("Its end, '" + far.written + "', is on another clock than its begin and is left out.");
        head.endClock = clockOf(*wall - *from + *to);
        head.endDate = dateOf(*wall - *from + *to);
    }

    void endAfter(std::string_view length, RowHead& head, DraftEvent& event) const
    {
        const auto lasts = durationOf(length, m_sheet.heads[static_cast<std::size_t>(m_columns.duration)]);
        if (!lasts)
            return event.doubts.push_back("Its length, '" + excerpt(oneLine(length)) + "', is not understood.");
        if (*lasts == Millis{0})
            return;
        if (const auto begin = wallOf(head.date, *head.clock)) {
            head.endClock = clockOf(*begin + *lasts);
            head.endDate = dateOf(*begin + *lasts);
        } else if (*lasts < std::chrono::hours{24}) {
            head.endClock = clockOf(WallTime{head.clock->sinceMidnight() + *lasts});
        } else {
            event.doubts.push_back("Its length, '" + excerpt(oneLine(length)) + "', is a day or more and is left out.");
        }
    }

    void keep(RowHead head, DraftEvent& event)
    {
        event.clock = head.clock;
        event.elapsed = head.elapsed;
        event.endClock = head.endClock;
        event.endDate = head.endDate;
        event.approx = head.approx;
        if (head.date) {
            event.date = sameOr(m_date, {*head.date, std::move(head.dateWritten), Where::Row, 0});
            m_carried.reset(); // rows below without a date go on from this one
        } else {
            event.date = m_carried;
        }
        for (auto& doubt : head.doubts)
            if (m_said.insert(doubt).second)
                event.doubts.push_back(std::move(doubt));
    }

    void refuse(std::size_t record, const RowHead& head)
    {
        const int line = m_sheet.cells.line(record);
        std::string words, moment;
        for (int i = 0; i < static_cast<int>(m_sheet.cells.cells(record)); ++i)
            if (const auto text = cell(record, i); !text.empty())
                words += (words.empty() ? "" : ", ") + oneLine(text);
        for (auto clock = m_columns.clocks.begin(); clock != m_columns.clocks.end() && moment.empty(); ++clock)
            moment = excerpt(oneLine(cell(record, clock->column)));
        if (words.empty())
            return;
        m_draft.prose.push_back({line, words});
        if (++m_refused > mostProblems || words.starts_with('#'))
            return;
        const std::string what = !head.faults.empty() ? head.faults.front().what
            : moment.empty() ? "This row of the table has no clock, so it is not on the chart."
                             : "'" + moment + "' is no time of day, so this row is not on the chart.";
        m_draft.problems.push_back({Severity::Warning, line, 0, what, "Write a time of day in its column."});
    }

    const Sheet& m_sheet;
    Columns m_columns;
    Around m_around;
    Shared<Stated<std::string>> m_zoneAround, m_zone; ///< stated around the rows; by the last row that stated one
    Shared<Stated<StatedDate>> m_date;
    Shared<Stated<StatedDate>> m_carried; ///< of what stands around the rows, for those without one
    KeptWords m_words{m_sheet.cells};
    Draft m_draft;
    TwoClocks m_twoClocks;
    std::map<std::string, int, std::less<>> m_groups;
    std::set<std::string> m_said; ///< doubts that are the same for every row are said once
    std::set<int> m_used;         ///< columns that gave a moment
    std::size_t m_refused = 0;
};

} // namespace

Result<Draft> readSheet(const Sheet& sheet, Around around, std::string_view chosen)
{
    auto columns = columnsOf(sheet, chosen);
    if (!columns)
        return tl::unexpected{columns.error()};
    if (!columns->hasMoments())
        return refusal("No column of " + std::string{sourcePlaceholder} + " holds times. Its columns are " + listed(sheet.heads) + ".",
                       "Name the right ones: --columns time=NAME,text=NAME.", sheet.headLine);
    auto draft = SheetReader{sheet, std::move(around), std::move(*columns)}.read();
    if (draft.events.empty())
        return refusal("No row of " + std::string{sourcePlaceholder} + " has a time.", "Its columns are " + listed(sheet.heads) + ".", sheet.headLine);
    if (!chosen.empty())
        draft.problems.push_back({Severity::Note, sheet.headLine, 0, std::string{columnsByHand} + std::string{chosen} + '.', {}});
    std::ranges::stable_sort(draft.problems, {}, &Problem::line);
    return draft;
}

} // namespace lockstep::table
