#pragma once
#include "ui/density.h"
#include <QWidget>

namespace lockstep {

class ChartView;
class Document;

inline constexpr int overviewHeight = 48; ///< pixels

/// The strip under a zoomed chart: everything at once, and the part in view as a frame to drag and to resize. It is not
/// there while all is in view.
class Overview : public QWidget {
    Q_OBJECT
public:
    Overview(Document& document, ChartView& view, QWidget* parent = nullptr);

    void refresh(); ///< the document's view changed
    void setFound(const std::vector<EventId>& rows);
    /// The frame on this widget. Units: pixels.
    QRectF frame() const;
    /// "03:30 to 03:40 UTC of 03:30 to 13:00"
    QString valueInWords() const;

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void mouseReleaseEvent(QMouseEvent*) override;
    void mouseDoubleClickEvent(QMouseEvent*) override;
    void wheelEvent(QWheelEvent*) override;
    void keyPressEvent(QKeyEvent*) override;

private:
    enum class Grip { None, Frame, Begin, End };

    void follow();
    AxisScale whole() const;
    Grip gripAt(double x) const;
    void centreAt(double x);
    void panBy(double pixels, bool remember);
    void paintDensity(QPainter& painter);
    void paintWindows(QPainter& painter);
    void paintFound(QPainter& painter);
    void paintFrame(QPainter& painter);

    Document& m_document;
    ChartView& m_view;
    Density m_density;
    AxisScale m_densityAxis;      ///< what it was counted for
    bool m_isCounted = false;
    std::vector<Instant> m_found; ///< in order of time
    Grip m_grip = Grip::None;
    double m_pressX = 0;
    bool m_isMoved = false; ///< the view before the drag can be gone back to
    AxisScale m_pressAxis;
};

} // namespace lockstep
