#pragma once
#include "chart/sweep_scene.h"
#include <QGraphicsView>

namespace lockstep {

/// The plot of a sweep with a pointer: by mouse, or by arrows and Enter.
class SweepView : public QGraphicsView {
    Q_OBJECT
public:
    explicit SweepView(QWidget* parent = nullptr);
    SweepScene& plot() { return m_scene; }

signals:
    void pointed(std::optional<std::size_t> start);
    void chosen(std::size_t start);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void point(std::optional<std::size_t> start);

    SweepScene m_scene;
    std::optional<std::size_t> m_pointed;
};

} // namespace lockstep
