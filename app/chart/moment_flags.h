#pragma once
#include "chart/frame.h"

namespace lockstep {

/// The name of a moment beside its mark.
struct MomentFlag {
    QRectF box;
    QPointF mark;
    QString name;
    bool isProposed = false;
};

/// A flag for each moment whose row is in sight, where it covers no label, no mark and no other flag.
std::vector<MomentFlag> momentFlags(const Frame& frame);

} // namespace lockstep
