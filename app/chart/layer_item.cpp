#include "chart/layer_item.h"
#include <QPainter>
#include <QStyleOptionGraphicsItem>

namespace lockstep {

LayerItem::LayerItem(QGraphicsItem* parent, double z, std::function<void(QPainter&, const QRectF&)> paint)
    : QGraphicsItem(parent), m_paint(std::move(paint))
{
    setZValue(z);
    setAcceptedMouseButtons(Qt::NoButton);
    setFlag(ItemUsesExtendedStyleOption); // or all of it is exposed
}

void LayerItem::setRect(const QRectF& rect)
{
    if (rect == m_rect)
        return;
    prepareGeometryChange();
    m_rect = rect;
}

void LayerItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    m_paint(*painter, option->exposedRect);
}

} // namespace lockstep
