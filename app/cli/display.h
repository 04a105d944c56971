#pragma once

namespace lockstep::cli {

/// Whether a window can be opened: an X or Wayland server answers, or Qt was told to draw elsewhere
/// (QT_QPA_PLATFORM=offscreen). Asked before Qt starts, which would abort.
bool hasDisplay();

} // namespace lockstep::cli
