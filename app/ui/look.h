#pragma once
#include <QColor>
#include <QPalette>
#include <QString>

class QWidget;

namespace lockstep {

struct Theme;

/// The colours of the window around the chart, light or dark as the desktop is.
struct Look {
    bool isDark = false;
    QColor window, card, edge, text, muted, accent, accentText, button, notice, noticeText, error, errorText, strong;

    /// Follows the desktop: dark where its window colour is darker than its text.
    static Look ofDesktop();
    QPalette palette() const;
    const Theme& theme() const; ///< what the chart and its marks are drawn in beside it
    QString styleSheet() const;
};

/// Gives a top-level widget (the window, a dialog) the look of the desktop.
void dress(QWidget& widget);

} // namespace lockstep
