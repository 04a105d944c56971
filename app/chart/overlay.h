#pragma once
#include "chart/frame.h"
#include <span>
#include <string_view>

class QPainter;

namespace lockstep {

/// A layer over the lanes. Each lives in overlays/NAME.cpp as `const Overlay NAME` in namespace overlays.
struct Overlay {
    std::string_view id, title;
    int z;           ///< painted in this order; below 0: under the marks
    bool isTool;     ///< crosshair, selection ...: never in an exported picture
    void (*paint)(QPainter&, const Frame&);
};

std::span<const Overlay* const> allOverlays();

} // namespace lockstep
