#pragma once
#include "chart/chart_scene.h"
#include "ui/selection.h"

namespace lockstep {

/// The part of a window that was grabbed, as a selection knows it, and back.
inline Selection::Part partOf(Hit::What what)
{
    return what == Hit::What::WindowBegin ? Selection::Part::Begin : what == Hit::What::WindowEnd ? Selection::Part::End : Selection::Part::Whole;
}

inline Hit::What hitOf(Selection::Part part)
{
    return part == Selection::Part::Begin ? Hit::What::WindowBegin : part == Selection::Part::End ? Hit::What::WindowEnd : Hit::What::WindowBar;
}

} // namespace lockstep
