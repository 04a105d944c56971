#include "chart/layer_item.h"
#include <QPainter>

namespace lockstep {

LayerItem::LayerItem(QGraphicsItem* parent, double z, std::function<void(QPainter&)> paint)
    : QGraphicsItem(parent), m_paint(std::move(paint))
{
    setZValue(z);
    setAcceptedMouseButtons(Qt::NoButton);
}

void LayerItem::setRect(const QRectF& rect)
{
    if (rect == m_rect)
        return;
    prepareGeometryChange();
    m_rect = rect;
}

void LayerItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    m_paint(*painter);
}

} // namespace lockstep
