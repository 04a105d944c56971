#pragma once
#include <QColor>
#include <QFont>

namespace lockstep {

/// Every colour, font and pen width of the chart. Light, dark and print.
struct Theme {
    enum class Id { Light, Dark, Print };
    static const Theme& of(Id);

    Id id = Id::Light;
    QColor background, text, mutedText, grid, rule;
    QColor lock, lockTint, scenario, quiet;
    QColor onLock; ///< text on a bar of the lock's colour
    QColor bar;    ///< of a window that locks nothing
    /// Bank, client, then Okabe-Ito order; each at least 4.5:1 as text on its tint.
    QColor lane(int index) const;
    QColor laneTint(int index) const;
    /// Inter or the system's sans. Units: pixels. Its contextual alternates are kept off by asWritten().
    QFont font(double px, QFont::Weight weight = QFont::Normal) const;
};

/// False when the machine has no usable font: a picture would be full of boxes.
bool hasFonts();

} // namespace lockstep
