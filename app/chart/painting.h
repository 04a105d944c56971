#pragma once
#include "chart/frame.h"
#include <span>

class QPainter;

/// How the parts of a layout look. Each paints what the layout has placed and decides no position.
namespace lockstep {

void paintTexts(QPainter&, std::span<const TextRun>, const TextMeasure&);
void paintHead(QPainter&, const Frame&);
void paintRulers(QPainter&, const Frame&);
void paintGround(QPainter&, const Frame&);          ///< lanes' paper and grid lines, under the windows' tint
void paintStrip(QPainter&, const Frame&);
/// `exposed`: what lies outside of it need not be painted.
void paintLane(QPainter&, const Frame&, const LaneBox&, const QRectF& exposed);
void paintFoot(QPainter&, const Frame&);
/// Lines first, then lengths and clocks, so that no line crosses one. `isAtHand`: chosen or being made, they stand out.
void paintMeasures(QPainter&, const Frame&, std::span<const MeasureBox>, bool isAtHand);
/// The columns of dense rows, and below the base line what the worst of their look-ups met: a line during the lock, a
/// broken one where out of date, half as heavy where only possible.
void paintColumns(QPainter&, const Frame&, const LaneBox&, const QRectF& exposed);
/// Columns of rows: pale, the look-ups among them dark, from their foot up.
struct Column {
    QRectF rect;
    double lookUpShare = 0;
};
void paintColumns(QPainter&, std::span<const Column>, const QColor&);

/// One mark with what surrounds it: square or round, ring during the lock, dashed out of date, half or dotted where
/// only possible, struck through where void. `size` is the diameter of a round mark.
struct MarkLook {
    Kind kind = Kind::Action;
    Outcome outcome = Outcome::None;
    bool dropped = false;
    QColor colour;
    bool overlaps = false; ///< it lies on another: a thin edge parts them
};
void paintMark(QPainter&, QPointF centre, double size, const MarkLook&, const Theme&);
/// The parts of a mark, for marks that overlap: all their papers first, then all rings, then the marks themselves.
void paintRingPaper(QPainter&, QPointF centre, double size, const MarkLook&, const Theme&);
void paintRing(QPainter&, QPointF centre, double size, const MarkLook&, const Theme&);
void paintGlyph(QPainter&, QPointF centre, double size, const MarkLook&, const Theme&);
/// A hollow dashed mark: where something was as recorded.
void paintGhost(QPainter&, QPointF centre, double size, const QColor& colour, const Theme&);
/// A sign in a small disc: "?" for an assumption, "+" for what a what-if adds.
inline constexpr double badgeRadius = 8;
void paintBadge(QPainter&, QPointF centre, QChar sign, const Theme&);
/// A triangle with a bar and a dot: an effect before its cause, told without its colour.
void paintFault(QPainter&, QPointF centre, const Theme&);
/// Diagonal lines inside the rectangle.
void paintHatch(QPainter&, const QRectF&, const QColor&, double width, double spacing);

/// The x range of the chart, with room for marks on its edges; painting of moved and zoomed things is clipped to it.
QRectF clipOf(const Frame&);
/// The one rule for edges, outlines and dotted lines: within clipOf, and never through the words of a label or bar.
void keepClearOfLabels(QPainter&, const Frame&);

} // namespace lockstep
