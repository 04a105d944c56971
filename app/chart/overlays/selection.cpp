#include "chart/label_texts.h"
#include "chart/overlay.h"
#include "chart/painting.h"
#include <QPainter>
#include <algorithm>
#include <array>

namespace lockstep::overlays {

namespace {

QColor accent(const Theme& theme) { return theme.lane(0); }

/// What a label would say, on paper of its own over whatever is there: for a row whose label found no room.
void paintTag(QPainter& painter, const Frame& frame, EventId id)
{
    const Event& event = frame.view.event(id);
    const bool isHidden = frame.layout.hidden && frame.layout.hidden->has(id);
    const LaneBox* lane = event.hasInstant && !isHidden ? frame.layout.boxOf(event) : nullptr;
    const double x = lane ? frame.axis.x(frame.view.at(id)) : 0;
    if (!lane || x < frame.axis.left() - 1 || x > frame.axis.right() + 1)
        return;
    const Dimensions& dim = frame.layout.dim;
    const TextMeasure& measure = frame.measure;
    const double px = dim.text(16), gap = dim.of(6);
    const LabelClock by = labelClockFor(frame.view.record(), *frame.layout.bands, event, frame.layout.labelDay);
    const QString number = QString::number(id), clock = labelClock(frame.view, event, by);
    const double numberWidth = measure.width(number, dim.number()), clockWidth = measure.width(clock, px, QFont::Bold);
    const QString words = measure.elided(labelWords(frame.view, event, by), dim.of(420), px);
    const double width = numberWidth + clockWidth + measure.width(words, px) + 2 * gap;
    const double top = lane->base - dim.of(lane->hasColumns ? 74 : 46);
    const double left = std::clamp(x - dim.of(20), frame.axis.left(), std::max(frame.axis.left(), frame.axis.right() - width - 2 * gap));
    const QRectF plate{left, top, width + 2 * gap, px * 1.6};
    painter.setPen(QPen(accent(frame.theme), 1.2));
    painter.setBrush(frame.theme.background);
    painter.drawLine(QPointF{x, plate.bottom()}, QPointF{x, lane->base - dim.of(8)});
    painter.drawRoundedRect(plate, 4, 4);
    const double base = plate.top() + px * 1.15, start = plate.left() + gap;
    const std::array runs{TextRun{{start, base}, number, dim.number(), QFont::Normal, frame.theme.mutedText, numberWidth},
        TextRun{{start + numberWidth + gap, base}, clock, px, QFont::Bold, lane->colour, clockWidth},
        TextRun{{start + numberWidth + clockWidth + 2 * gap, base}, words, px, QFont::Normal, frame.theme.text, 0}};
    paintTexts(painter, runs, measure);
}

bool hasLabel(const Frame& frame, EventId id)
{
    return std::ranges::any_of(frame.layout.lanes, [id](const LaneBox& lane) {
        return std::ranges::find(lane.labels, id, &ChartLabel::event) != lane.labels.end();
    });
}

void paintEvent(QPainter& painter, const Frame& frame, EventId event, float strength)
{
    QColor line = accent(frame.theme), fill = line;
    line.setAlphaF(strength);
    fill.setAlphaF(strength * 0.10F);
    painter.setPen(QPen(line, 1.5));
    for (const LaneBox& lane : frame.layout.lanes) {
        for (const ChartMark& mark : lane.marks) {
            if (mark.event != event)
                continue;
            painter.setBrush(Qt::NoBrush);
            const double radius = frame.layout.dim.of(15);
            painter.drawEllipse(mark.centre, radius, radius);
        }
        for (const ChartLabel& label : lane.labels) {
            if (label.event != event)
                continue;
            painter.setBrush(fill);
            painter.drawRoundedRect(label.rect.adjusted(-5, 0.5, 5, -0.5), 4, 4);
        }
    }
}

/// The edge that keys and F2 work on, as a heavy line with a foot at each end.
void paintEdge(QPainter& painter, const QRectF& rect, bool isBegin, const QColor& colour)
{
    const double x = isBegin ? rect.left() : rect.right();
    const double inward = isBegin ? 5 : -5;
    QPen pen(colour, 4);
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    painter.drawPolyline(QPolygonF{{x + inward, rect.top() - 3}, {x, rect.top() - 3}, {x, rect.bottom() + 3}, {x + inward, rect.bottom() + 3}});
}

void paintWindow(QPainter& painter, const Frame& frame, const WindowId& id, float strength, Hit::What part = Hit::What::WindowBar)
{
    QColor line = accent(frame.theme);
    line.setAlphaF(strength);
    painter.setPen(QPen(line, 2));
    painter.setBrush(Qt::NoBrush);
    for (const WindowBar& bar : frame.layout.windows) {
        if (bar.id != id)
            continue;
        painter.drawRoundedRect(bar.rect.adjusted(-3, -3, 3, 3), 4, 4);
        if (part == Hit::What::WindowBegin || part == Hit::What::WindowEnd) {
            paintEdge(painter, bar.rect, part == Hit::What::WindowBegin, line);
            painter.setPen(QPen(line, 2));
        }
    }
}

void paint(QPainter& painter, const Frame& frame)
{
    const Gesture& gesture = frame.gesture;
    if (gesture.hovered.what == Hit::What::Event && !gesture.selected.contains(gesture.hovered.event))
        paintEvent(painter, frame, gesture.hovered.event, 0.4F);
    if (!gesture.hovered.window.empty() && gesture.hovered.window != gesture.selectedWindow)
        paintWindow(painter, frame, gesture.hovered.window, 0.4F);
    for (const EventId event : gesture.selected)
        paintEvent(painter, frame, event, 0.95F);
    if (!gesture.selectedWindow.empty())
        paintWindow(painter, frame, gesture.selectedWindow, 0.95F, gesture.selectedPart);
    // What is chosen or pointed at always has its words. Of many rows chosen at once they would hide one another.
    constexpr std::size_t mostTags = 3;
    if (gesture.selected.size() <= mostTags)
        for (const EventId event : gesture.selected)
            if (event >= 1 && event <= frame.view.eventCount() && !hasLabel(frame, event))
                paintTag(painter, frame, event);
    const EventId hovered = gesture.hovered.what == Hit::What::Event ? gesture.hovered.event : 0;
    if (hovered >= 1 && hovered <= frame.view.eventCount() && !hasLabel(frame, hovered) && !gesture.selected.contains(hovered))
        paintTag(painter, frame, hovered);
}

} // namespace

extern const Overlay selection;
const Overlay selection{"selection", "Selection", 70, true, paint};

} // namespace lockstep::overlays
