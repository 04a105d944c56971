#pragma once
#include <QGraphicsView>
#include <functional>

namespace lockstep {

class ChartScene;

/// The rulers, what ran and the pinned lanes over the top of a scrolled chart: the same scene once more, so that all that
/// is drawn there is drawn here. Lets the mouse through to the chart, which asks where things are.
class PinnedLanes : public QGraphicsView {
    Q_OBJECT
public:
    /// `paintOver`: what the chart's view paints over the scene.
    PinnedLanes(ChartScene& scene, QWidget* viewport, std::function<void(QPainter&)> paintOver);

    /// Shows itself where the chart is scrolled past what is pinned, hides where it is not. `scrolled`: by so many pixels.
    void follow(int scrolled);
    /// How much of the chart's view it covers. Units: pixels.
    int covered() const { return isVisible() ? height() : 0; }
    bool covers(QPoint viewPos) const { return isVisible() && geometry().contains(viewPos); }
    /// The scene's point under one of the chart's view.
    QPointF sceneAt(QPoint viewPos) const { return mapToScene(viewPos - pos()); }
    /// Where something that is pinned is seen on the chart's view.
    QRect inView(const QRectF& scenePart) const { return mapFromScene(scenePart).boundingRect().translated(pos()); }
    bool holds(const QRectF& scenePart) const { return isVisible() && sceneRect().contains(scenePart.center()); }

protected:
    void drawForeground(QPainter* painter, const QRectF&) override;

private:
    ChartScene& m_scene;
    std::function<void(QPainter&)> m_paintOver;
};

} // namespace lockstep
