#pragma once
#include <QGraphicsItem>
#include <functional>

namespace lockstep {

/// A part of the scene that paints from the layout: one item each for head, rulers, strip, lane, overlays. It is told what
/// of it is to be seen.
class LayerItem : public QGraphicsItem {
public:
    LayerItem(QGraphicsItem* parent, double z, std::function<void(QPainter&, const QRectF& exposed)> paint);

    void setRect(const QRectF& rect);
    QRectF boundingRect() const override { return m_rect; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override;

private:
    QRectF m_rect;
    std::function<void(QPainter&, const QRectF&)> m_paint;
};

} // namespace lockstep
