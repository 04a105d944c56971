#include "chart/found_marks.h"
#include <QPainter>
#include <algorithm>
#include <iterator>

namespace lockstep {

namespace {

constexpr double half = 5;                // of a flag's foot
constexpr double apart = 4;               // flags closer than this are one
constexpr std::ptrdiff_t mostWords = 400; // rows in view beyond which there is no room for their words

using Rows = std::vector<Placed>;

/// A small flag under the mark that points at it: its shape tells it without its colour.
void paintFlag(QPainter& painter, QPointF tip)
{
    painter.drawPolygon(QPolygonF{{tip, tip + QPointF{half, half * 1.7}, tip + QPointF{-half, half * 1.7}}});
}

/// Costs what is seen: from one flag the next is found by halves, however many rows lie under it.
void paintFlags(QPainter& painter, const ChartScene& scene, BandId lane, Rows::const_iterator next, Rows::const_iterator last, const QColor& edge)
{
    painter.setPen(QPen(edge, 1.2));
    painter.setBrush(foundColour());
    const double bottom = scene.laneRect(lane).bottom() - half * 1.7 - 2;
    while (next != last) {
        const double x = scene.axis().x(next->at);
        const auto group = next;
        next = std::lower_bound(next + 1, last, scene.axis().at(x + apart), [](const Placed& row, Instant at) { return row.at < at; });
        // Marks of one moment stand above each other: the flag is under all of them.
        const QRectF first = scene.markRect(group->event), other = scene.markRect(std::prev(next)->event);
        if (!first.isEmpty())
            paintFlag(painter, {x, std::min(std::max(first.bottom(), other.bottom()) + 3, bottom)});
    }
}

/// The words of the rows, as with a marker pen: on light paper the ink stays as dark as it is.
void paintWords(QPainter& painter, const ChartScene& scene, Rows::const_iterator next, Rows::const_iterator last, bool isDark)
{
    QColor pen = foundColour();
    pen.setAlphaF(isDark ? 0.24F : 0.40F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(pen);
    if (!isDark)
        painter.setCompositionMode(QPainter::CompositionMode_Multiply);
    for (; last - next <= mostWords && next != last; ++next)
        if (const QRectF label = scene.labelRect(next->event); !label.isEmpty())
            painter.drawRoundedRect(label.adjusted(-4, 1, 4, -1), 3, 3);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
}

} // namespace

QColor foundColour()
{
    return {0xff, 0xd4, 0x3b};
}

FoundRows foundRows(const Bands& bands, const TimelineView& view, const std::vector<EventId>& rows)
{
    FoundRows found(bands.size());
    for (const EventId id : rows) {
        const Event& event = view.common(id);
        const auto lane = static_cast<std::size_t>(bands.of(event));
        if (event.hasInstant && lane < found.size())
            found[lane].push_back({view.at(id), id});
    }
    return found;
}

void paintFound(QPainter& painter, const ChartScene& scene, const FoundRows& found)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor paper = scene.backgroundBrush().color();
    const bool isDark = paper.lightness() < 128;
    const QColor edge = Theme::of(isDark ? Theme::Id::Dark : Theme::Id::Light).text;
    const Span seen = scene.axis().visible();
    for (std::size_t lane = 0; lane < found.size(); ++lane) {
        const Rows& rows = found[lane];
        const auto first = std::ranges::lower_bound(rows, seen.begin, {}, &Placed::at);
        const auto last = std::ranges::upper_bound(rows, seen.end, {}, &Placed::at);
        paintWords(painter, scene, first, last, isDark);
        paintFlags(painter, scene, static_cast<BandId>(lane), first, last, edge);
    }
    painter.restore();
}

} // namespace lockstep
