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
    m_hidden = m_document.isOpen() ? hiddenRows(m_document.view(), withHidden(m_filter, m_document.study().lanes)) : nullptr;
}

void Sight::showAll()
{
    setFilter({});
    if (!hiddenLanes(m_document.study().lanes).empty())
        m_document.showLanes(withoutHidden(*m_document.bands(), m_document.study().lanes), tr("Show all lanes"));
}

bool Sight::isLaneHidden(const std::string& lane) const
{
    const LanesShown& shown = m_document.study().lanes;
    return shown.by == LanesBy::Record && hiddenLanes(shown).contains(lane);
}

void Sight::unhide(const std::set<std::string>& lanes)
{
    const Bands& bands = *m_document.bands();
    LanesShown shown = m_document.study().lanes;
    for (const LanePlace& place : lanePlaces(bands, shown))
        if (bands.areRecorded() && place.isHidden && lanes.contains(bands.lane(place.lane).role))
            shown = lockstep::hidden(bands, shown, place.lane, false);
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
