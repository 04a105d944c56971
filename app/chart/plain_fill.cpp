#include "chart/plain_fill.h"
#include <QPaintEngine>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace lockstep {

PlainFill::PlainFill(QPainter& painter)
    : m_painter(painter)
    , m_wasSoft(painter.testRenderHint(QPainter::Antialiasing))
    , m_isRaster(painter.paintEngine() && painter.paintEngine()->type() == QPaintEngine::Raster)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
}

PlainFill::~PlainFill()
{
    m_painter.setRenderHint(QPainter::Antialiasing, m_wasSoft);
}

QRectF PlainFill::snapped(const QRectF& rect) const
{
    const QTransform& to = m_painter.deviceTransform();
    const auto at = [](double place, double scale, double shift) { return (std::round(place * scale + shift) - shift) / scale; };
    const double left = at(rect.left(), to.m11(), to.dx()), right = at(rect.right(), to.m11(), to.dx());
    const double top = at(rect.top(), to.m22(), to.dy()), bottom = at(rect.bottom(), to.m22(), to.dy());
    return {QPointF{left, top}, QPointF{right, bottom}};
}

double PlainFill::wholePixels(double width) const
{
    const double pixel = 1 / m_painter.deviceTransform().m11();
    return std::max(pixel, std::round(width / pixel) * pixel);
}

void PlainFill::rect(const QRectF& rect, const QColor& colour)
{
    const QRectF whole = snapped(rect);
    // Qt shares the blending of more than 96 lines among threads, which costs more than the blending.
    constexpr double most = 90;
    const double step = most / m_painter.deviceTransform().m22();
    if (!m_isRaster || colour.alpha() == 255 || whole.height() <= step)
        return m_painter.fillRect(whole, colour);
    for (double top = whole.top(); top < whole.bottom(); top += step)
        m_painter.fillRect(QRectF{whole.left(), top, whole.width(), std::min(step, whole.bottom() - top)}, colour);
}

void PlainFill::rects(std::vector<QRectF> rects, const QColor& colour)
{
    for (QRectF& rect : rects)
        rect = snapped(rect);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(colour);
    m_painter.drawRects(rects.data(), static_cast<int>(rects.size()));
}

void PlainFill::frame(const QRectF& rect, double width, const QColor& colour)
{
    const double wide = wholePixels(width);
    const QRectF whole = snapped(rect);
    this->rect({whole.left(), whole.top(), whole.width(), wide}, colour);
    this->rect({whole.left(), whole.bottom() - wide, whole.width(), wide}, colour);
    this->rect({whole.left(), whole.top() + wide, wide, whole.height() - 2 * wide}, colour);
    this->rect({whole.right() - wide, whole.top() + wide, wide, whole.height() - 2 * wide}, colour);
}

void PlainFill::line(double x, double top, double bottom, double width, const QColor& colour)
{
    const double wide = wholePixels(width);
    rect({x - wide / 2, top, wide, bottom - top}, colour);
}

void PlainFill::dashes(double x, double top, double bottom, double width, double dash, double gap, const QColor& colour)
{
    for (double y = top; y < bottom; y += dash + gap)
        line(x, y, std::min(y + dash, bottom), width, colour);
}

bool isScreen(const QPainter& painter)
{
    return painter.device()->devType() == QInternal::Widget && painter.transform().type() <= QTransform::TxTranslate;
}

} // namespace lockstep
