#include "core/assumption.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

namespace {

bool isTied(const Timeline& record, EventId row)
{
    return std::any_of(record.windows.begin(), record.windows.end(),
        [row](const Window& window) { return window.begin.tiedTo == row || window.end.tiedTo == row; });
}

std::string sentence(const TimelineView& view, const std::vector<EventId>& rows)
{
    if (rows.empty())
        return {};
    constexpr std::size_t mostNamed = 6;
    const auto is = [&](bool earlier) {
        return std::all_of(rows.begin(), rows.end(), [&](EventId row) { return (view.moved(row) < Millis{0}) == earlier; });
    };
    const std::string when = is(true) ? "earlier" : is(false) ? "later" : "at another time";
    if (rows.size() == 1)
        return "Row " + std::to_string(rows.front()) + " was a person's act; that it would come " + when + " is an assumption.";
    std::vector<std::string> numbers;
    for (const EventId row : rows)
        numbers.push_back(std::to_string(row));
    const std::string which = rows.size() > mostNamed ? std::to_string(rows.size()) + " moved rows" : "Rows " + listed(numbers);
    return which + " were acts of people; that they would come " + when + " is an assumption.";
}

} // namespace

bool isPersonsAct(const Timeline& record, const Event& event)
{
    if (event.kind == Kind::Schedule)
        return false;
    const bool hasLane = event.lane >= 0 && static_cast<std::size_t>(event.lane) < record.lanes.size();
    if (hasLane && !record.lane(event.lane).person.empty())
        return true;
    return (event.kind == Kind::Read || event.kind == Kind::Message) && !isTied(record, event.id);
}

bool isAssumedMove(const TimelineView& view, EventId row)
{
    return view.moved(row) != Millis{0} && view.happens(row) && view.record().has(row)
        && isPersonsAct(view.record(), view.event(row));
}

std::string assumptionSentence(const TimelineView& view)
{
    std::vector<EventId> rows;
    for (const auto& [row, by] : view.movedRows())
        if (isAssumedMove(view, row))
            rows.push_back(row);
    return sentence(view, rows);
}

std::string assumptionSentence(const TimelineView& view, const std::set<EventId>& rows)
{
    std::vector<EventId> assumed;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(assumed), [&](EventId row) { return isAssumedMove(view, row); });
    return sentence(view, assumed);
}

} // namespace lockstep
