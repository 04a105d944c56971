#include "chart/hit_test.h"
#include "chart/moment_flags.h"
#include "chart/overlay.h"
#include "chart/painting.h"
#include <QPainter>

namespace lockstep::overlays {

namespace {

/// A ring around the row of each moment, also of one whose flag found no room.
void paintRings(QPainter& painter, const Frame& frame)
{
    painter.setPen(QPen(frame.theme.text, 2));
    painter.setBrush(Qt::NoBrush);
    const double radius = frame.layout.dim.of(13);
    for (const Anchor& moment : frame.gesture.moments) {
        const bool isThere = moment.event >= 1 && moment.event <= frame.view.eventCount();
        const QRectF mark = isThere ? markRectOf(frame.layout, frame.axis, frame.view, moment.event) : QRectF{};
        if (!mark.isEmpty())
            painter.drawEllipse(mark.center(), radius, radius);
    }
}

/// The pole from the mark to its name; a long one passes behind labels.
void paintPole(QPainter& painter, const Frame& frame, const MomentFlag& flag)
{
    const double radius = frame.layout.dim.of(13);
    painter.save();
    keepClearOfLabels(painter, frame);
    const bool isAbove = flag.box.bottom() < flag.mark.y();
    const double from = flag.mark.y() + (isAbove ? -radius : radius);
    painter.drawLine(QPointF{flag.mark.x(), from}, QPointF{flag.mark.x(), isAbove ? flag.box.bottom() : flag.box.top()});
    painter.restore();
}

void paint(QPainter& painter, const Frame& frame)
{
    if (frame.gesture.moments.empty())
        return;
    paintRings(painter, frame);
    const std::vector<MomentFlag> flags = momentFlags(frame);
    const double px = frame.layout.dim.text(14);
    for (const MomentFlag& flag : flags) {
        painter.setPen(QPen(frame.theme.text, 1.5));
        paintPole(painter, frame, flag);
        // What the program proposes is outlined, what a person said is filled.
        painter.setBrush(flag.isProposed ? frame.theme.background : frame.theme.text);
        painter.drawRoundedRect(flag.box, 3, 3);
        const TextRun name{.base = {flag.box.left() + 7, flag.box.center().y() + px * 0.35}, .text = flag.name, .px = px,
            .weight = QFont::DemiBold, .colour = flag.isProposed ? frame.theme.text : frame.theme.background, .width = flag.box.width() - 14};
        paintTexts(painter, std::span{&name, 1}, frame.measure);
    }
}

} // namespace

extern const Overlay anchors;
const Overlay anchors{"anchors", "Moments of a metric", 72, true, paint};

} // namespace lockstep::overlays
