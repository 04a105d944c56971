#include "core/elapsed.h"
#include "core/wording.h"
#include <algorithm>
#include <map>

namespace lockstep {

namespace {

class ElapsedRows {
public:
    ElapsedRows(const Draft& draft, const Corrections& corrections, Calendar& calendar)
        : m_draft(draft), m_corrections(corrections), m_calendar(calendar)
    {
    }

    void place()
    {
        bool isPlaced = false;
        for (std::size_t i = 0; i < m_draft.events.size(); ++i) {
            isPlaced |= hasClock(i);
            if (hasClock(i) && row(i).elapsed && m_calendar.local[i])
                m_zeros.emplace(row(i).group, i);
        }
        m_calendar.isElapsed = !isPlaced;
        for (std::size_t i = 0; i < m_draft.events.size(); ++i)
            if (!hasClock(i))
                placeRow(i);
        if (m_calendar.isElapsed)
            m_calendar.dated = m_calendar.isYearless = false;
        else if (m_corrections.firstRow || !m_calendar.dated)
            putFirstRowOn(m_corrections.firstRow ? date::local_days{*m_corrections.firstRow} : date::local_days{}, m_calendar);
        for (const auto& [group, i] : m_zeros)
            sayZero(i);
    }

private:
    DraftEvent row(std::size_t i) const { return m_draft.events[i]; }
    bool hasClock(std::size_t i) const
    {
        return row(i).clock || m_corrections.clocks.contains(rowNumber(m_draft, i));
    }

    void placeRow(std::size_t i)
    {
        const DraftEvent said = row(i);
        auto& local = m_calendar.local[i];
        if (m_calendar.isElapsed || said.elapsed) {
            local.reset();
            m_calendar.setEnd(i, {});
        }
        if (!said.elapsed)
            return;
        const Elapsed& since = *said.elapsed;
        const auto zero = m_zeros.find(said.group);
        if (m_calendar.isElapsed)
            local = WallTime{since.begin};
        else if (zero != m_zeros.end())
            local = *m_calendar.local[zero->second] + (since.begin - row(zero->second).elapsed->begin);
        else
            m_calendar.notes.push_back({i, "Its time counts from a zero that no row gives a clock for, so it has no place yet."});
        if (local && since.end)
            m_calendar.setEnd(i, *local + (*since.end - since.begin));
    }

    void sayZero(std::size_t i)
    {
        const std::string number = std::to_string(rowNumber(m_draft, i));
        const WallTime zero = *m_calendar.local[i] - row(i).elapsed->begin;
        m_calendar.inferences.push_back({"zero of the elapsed times", clockLabel(zero),
            "Row " + number + " gives both; rows with an elapsed time alone are counted from it.", {}, row(i).line});
    }

    const Draft& m_draft;
    const Corrections& m_corrections;
    Calendar& m_calendar;
    std::map<int, std::size_t> m_zeros; ///< per incident, the first row that tells when its zero was
};

} // namespace

void placeElapsed(const Draft& draft, const Corrections& corrections, Calendar& calendar)
{
    const bool any = std::ranges::any_of(draft.events, [](const DraftEvent& e) { return e.elapsed && !e.clock; });
    if (any)
        ElapsedRows{draft, corrections, calendar}.place();
}

} // namespace lockstep
