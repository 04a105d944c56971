#pragma once
class QWidget;

namespace lockstep {

/// F1 and "?": what every key and gesture does. One table feeds it.
void showShortcutsPage(QWidget* parent);
/// Versions of the parts, with a button that copies them.
void showAboutPage(QWidget* parent);

} // namespace lockstep
