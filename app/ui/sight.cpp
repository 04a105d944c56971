#include "ui/sight.h"
#include "ui/words.h"
#include "whatif/document.h"
#include <utility>

namespace lockstep {

Sight::Sight(Document& document, QObject* parent)
    : QObject(parent)
    , m_document(document)
{
}

void Sight::setFilter(RowFilter filter)
{
    if (filter == m_filter)
        return;
    m_filter = std::move(filter);
    refresh();
    emit changed();
}

void Sight::refresh()
{
    RowFilter all = m_filter;
    all.lanes.merge(hiddenLanes(m_document.study().lanes));
    m_hidden = m_document.isOpen() ? hiddenRows(m_document.view(), all) : nullptr;
}

void Sight::showAll()
{
    setFilter({});
    if (!hiddenLanes(m_document.study().lanes).empty())
        m_document.showLanes(withoutHidden(m_document.resolved().timeline, m_document.study().lanes), tr("Show all lanes"));
}

bool Sight::isLaneHidden(const std::string& lane) const
{
    return hiddenLanes(m_document.study().lanes).contains(lane);
}

void Sight::unhide(const std::set<std::string>& lanes)
{
    const Timeline& record = m_document.resolved().timeline;
    LanesShown shown = m_document.study().lanes;
    for (const LanePlace& place : lanePlaces(record, shown))
        if (place.isHidden && lanes.contains(record.lane(place.lane).role))
            shown = lockstep::hidden(record, shown, place.lane, false);
    m_document.showLanes(std::move(shown), tr("Show lanes"));
}

const TimelineView* Sight::view() const
{
    return m_document.isOpen() ? &m_document.view() : nullptr;
}

QString Sight::sentence() const
{
    return m_hidden ? shown(hiddenWords(*m_hidden)) : QString{};
}

} // namespace lockstep
