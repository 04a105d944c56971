// Drawing a link: from the handle beside the selected mark to the mark of what it caused.
#include "ui/chart_view.h"
#include "ui/link_edit.h"
#include "ui/read_out.h"
#include "ui/selection.h"
#include "ui/words.h"
#include "whatif/document.h"
#include <cmath>

namespace lockstep {

bool ChartView::isOnLinkHandle(QPointF scenePos) const
{
    constexpr double reach = 8;
    const auto handle = m_scene.linkHandle();
    return handle && std::hypot(handle->x() - scenePos.x(), handle->y() - scenePos.y()) <= reach;
}

void ChartView::drawLink(QPoint viewPos)
{
    const QPointF to = sceneAt(viewPos);
    const Hit hit = m_scene.hitTest(to);
    const bool isRow = hit.what == Hit::What::Event && hit.event != m_hit.event && m_document.view().record().has(hit.event);
    m_linkTarget = isRow ? hit.event : 0;
    m_scene.setLinking(Linking{.from = m_hit.event, .to = to, .target = m_linkTarget});
    emit hinted(isRow ? tr("Row %1 triggers row %2.").arg(m_hit.event).arg(hit.event) : tr("Drop it on the mark of what row %1 caused.").arg(m_hit.event));
}

void ChartView::finishLink()
{
    m_scene.setLinking(std::nullopt);
    if (m_linkTarget == 0)
        return;
    const EventId target = std::exchange(m_linkTarget, 0);
    const QString fault = linkRows(m_document, m_hit.event, target);
    if (!fault.isEmpty())
        return emit hinted(fault);
    m_selection.choose({m_hit.event, target}, target);
}

void ChartView::linkSelected()
{
    const auto pair = linkable(m_document.resolved().timeline, m_selection.events());
    if (!pair)
        return emit hinted(tr("Select the two rows of which one caused the other, then press K."));
    emit hinted(linkRows(m_document, pair->first, pair->second));
}

} // namespace lockstep
