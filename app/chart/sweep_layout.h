#pragma once
#include "chart/sweep_scene.h"

namespace lockstep {

/// One curve or stack of the plot, in pixels.
struct SweepSeries {
    QList<QPointF> upper, lower; ///< a line where `lower` is empty, else the area between
    QColor colour;
    bool isHatched = false; ///< only possible
    bool isThick = false;
    QString name;
};

struct SweepRuler {
    std::vector<TextRun> texts;
    double bottom = 0;
};

/// A numbered mark at a start that is safest by one of the rules, or "now".
struct SweepMark {
    double x = 0;
    QString number; ///< empty: where the window lies now
};

/// Where everything of a sweep's plot stands.
struct SweepLayout {
    QSizeF size;
    QRectF counts, shares; ///< the two plots; shares is empty without an activity
    std::vector<SweepSeries> series;
    std::vector<SweepRuler> rulers;
    std::vector<double> hours;                 ///< x of the grid's lines
    std::vector<std::pair<double, double>> steps; ///< y of the grid's lines, and where they begin
    std::vector<SweepMark> marks;
    std::vector<TextRun> texts;                ///< title, names of the axes and curves, foot
    std::vector<std::pair<QRectF, std::size_t>> keys; ///< swatches before names: which series each is of
    double x(double start) const; ///< of a start's index
    double left = 0, perStart = 1;
};

SweepLayout layOutSweep(const SweepContent&, QSizeF size, const Theme&, const TextMeasure&);

} // namespace lockstep
