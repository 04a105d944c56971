// How a measured length looks.
#include "chart/painting.h"
#include <QPainter>

namespace lockstep {

namespace {

/// From what an end is held at to the line, and pale from the rulers, where its clock is.
void paintTip(QPainter& painter, const Frame& frame, const MeasureBox& box, const MeasureTip& tip)
{
    constexpr double over = 5;
    if (!tip.isInView)
        return;
    const double x = tip.outer, top = frame.layout.rules.empty() ? frame.layout.strip.top() : frame.layout.rules.back();
    QColor pale = frame.theme.mutedText;
    pale.setAlphaF(0.5F);
    painter.setPen(QPen(pale, 1, Qt::DotLine));
    if (!tip.clocks.empty())
        painter.drawLine(QPointF{x, top}, QPointF{x, std::max(tip.foot, box.y)});
    painter.setPen(QPen(frame.theme.mutedText, 1.2));
    if (tip.foot > frame.layout.strip.top())
        painter.drawLine(QPointF{x, tip.foot}, QPointF{x, box.y});
    painter.setPen(QPen(frame.theme.text, 1.6));
    painter.drawLine(QPointF{x, box.y - over}, QPointF{x, box.y + over});
}

/// Whole where the length is certain, broken where an end may lie.
void paintLine(QPainter& painter, const Frame& frame, const MeasureBox& box)
{
    const auto line = [&](double from, double to, Qt::PenStyle style) {
        from = std::max(from, box.left);
        to = std::min(to, box.right);
        painter.setPen(QPen(frame.theme.text, 1.6, style, Qt::FlatCap));
        if (to > from)
            painter.drawLine(QPointF{from, box.y}, QPointF{to, box.y});
    };
    line(box.begin.inner, box.end.inner, Qt::SolidLine);
    line(box.begin.outer, box.begin.inner, Qt::DashLine);
    line(std::max(box.begin.inner, box.end.inner), box.end.outer, Qt::DashLine);
}

void paintPlate(QPainter& painter, const Frame& frame, const QRectF& plate, TextRun text, bool isAtHand)
{
    if (isAtHand)
        text.colour = frame.theme.background;
    painter.setPen(QPen(frame.theme.text, 1.2));
    painter.setBrush(isAtHand ? frame.theme.text : frame.theme.background);
    painter.drawRoundedRect(plate, 4, 4);
    paintTexts(painter, std::span{&text, 1}, frame.measure);
}

/// A tick that a clock would half cover is not shown beside it.
void hideTicksUnder(QPainter& painter, const Frame& frame, const QRectF& plate)
{
    const auto hide = [&](const TextRun& run) {
        if (run.box().adjusted(-3, 0, 3, 0).intersects(plate))
            painter.fillRect(run.box().adjusted(-1, -2, 1, 3), frame.theme.background);
    };
    for (const RulerRow& row : frame.layout.rulers)
        for (const TextRun& run : row.texts)
            hide(run);
}

void paintPlates(QPainter& painter, const Frame& frame, const MeasureBox& box, bool isAtHand)
{
    for (const MeasureTip* tip : {&box.begin, &box.end})
        for (const MeasureClock& clock : tip->clocks) {
            if (isAtHand)
                hideTicksUnder(painter, frame, clock.plate);
            paintPlate(painter, frame, clock.plate, clock.text, isAtHand);
        }
    paintPlate(painter, frame, box.plate, box.length, isAtHand);
}

} // namespace

void paintMeasures(QPainter& painter, const Frame& frame, std::span<const MeasureBox> boxes, bool isAtHand)
{
    if (boxes.empty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    keepClearOfLabels(painter, frame);
    for (const MeasureBox& box : boxes) {
        for (const MeasureTip* tip : {&box.begin, &box.end})
            paintTip(painter, frame, box, *tip);
        paintLine(painter, frame, box);
    }
    painter.restore();
    for (const MeasureBox& box : boxes)
        paintPlates(painter, frame, box, isAtHand);
}

} // namespace lockstep
