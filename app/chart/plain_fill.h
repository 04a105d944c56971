#pragma once
#include <QColor>
#include <QRectF>
#include <vector>

class QPainter;

namespace lockstep {

/// Upright rectangles to whole pixels of the device: they meet without a seam, nothing at their edges is blended, and they
/// are many times quicker than shapes with soft edges. While one exists nothing else is painted by its painter.
class PlainFill {
public:
    explicit PlainFill(QPainter& painter);
    ~PlainFill();
    PlainFill(const PlainFill&) = delete;
    PlainFill& operator=(const PlainFill&) = delete;

    void rect(const QRectF& rect, const QColor& colour);
    /// Many of one colour at once, none of them high.
    void rects(std::vector<QRectF> rects, const QColor& colour);
    /// The edge of a rectangle, inside it.
    void frame(const QRectF& rect, double width, const QColor& colour);
    /// An upright line, at least a pixel of the device wide.
    void line(double x, double top, double bottom, double width, const QColor& colour);
    /// The same with dashes and gaps of these lengths, from its top on.
    void dashes(double x, double top, double bottom, double width, double dash, double gap, const QColor& colour);
    /// To whole pixels of the device.
    QRectF snapped(const QRectF& rect) const;

private:
    double wholePixels(double width) const; ///< at least one
    QPainter& m_painter;
    bool m_wasSoft;
    bool m_isRaster;
};

/// Whether the painter paints to the screen, where the same things come frame after frame, pixel for pixel.
bool isScreen(const QPainter& painter);

} // namespace lockstep
