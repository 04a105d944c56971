#include "chart/painting.h"
#include "chart/plain_fill.h"
#include <QPainter>
#include <QPixmapCache>
#include <cmath>

namespace lockstep {

namespace {

/// Lines are counted from the page's corner, so that neighbouring parts of a hatch meet.
void drawLines(QPainter& painter, const QRectF& rect, const QPen& pen, double spacing)
{
    painter.setPen(pen);
    const double first = std::floor((rect.left() + rect.top()) / spacing) * spacing;
    for (double sum = first; sum < rect.right() + rect.bottom() + spacing; sum += spacing)
        painter.drawLine(QPointF{sum - rect.top(), rect.top()}, QPointF{sum - rect.bottom(), rect.bottom()});
}

/// A piece of a hatch that can be set side by side; null where it does not end at a whole pixel.
QPixmap tileOf(const QPen& pen, double spacing)
{
    constexpr int lines = 4;
    const double size = lines * spacing;
    if (size != std::floor(size))
        return {};
    const QString key = QStringLiteral("hatch %1 %2 %3").arg(pen.color().rgba()).arg(pen.widthF()).arg(spacing);
    QPixmap tile;
    if (QPixmapCache::find(key, &tile))
        return tile;
    tile = QPixmap{static_cast<int>(size), static_cast<int>(size)};
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    // Beyond its edges too: the ends of its lines lie there.
    drawLines(painter, QRectF{0, 0, size, size}.adjusted(-spacing, -spacing, spacing, spacing), pen, spacing);
    painter.end();
    QPixmapCache::insert(key, tile);
    return tile;
}

/// In bands that Qt fills at once rather than in threads, see PlainFill.
void drawTiles(QPainter& painter, const QRectF& rect, const QPixmap& tile)
{
    const double band = 2 * tile.height();
    const double left = std::fmod(rect.left(), tile.width());
    for (double top = rect.top(); top < rect.bottom(); top += band)
        painter.drawTiledPixmap(QRectF{rect.left(), top, rect.width(), std::min(band, rect.bottom() - top)}, tile,
            QPointF{left < 0 ? left + tile.width() : left, std::fmod(top, tile.height())});
}

} // namespace

void paintHatch(QPainter& painter, const QRectF& rect, const QColor& colour, double width, double spacing)
{
    if (rect.width() <= 0 || rect.height() <= 0)
        return;
    const QPen pen(colour, width);
    if (isScreen(painter) && painter.device()->devicePixelRatioF() == 1) {
        if (const QPixmap tile = tileOf(pen, spacing); !tile.isNull()) {
            const PlainFill fill(painter);
            return drawTiles(painter, fill.snapped(rect), tile);
        }
    }
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    drawLines(painter, rect, pen, spacing);
    painter.restore();
}

} // namespace lockstep
