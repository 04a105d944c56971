#pragma once
#include <QColor>
#include <algorithm>
#include <cmath>

namespace lockstep::test {

/// The contrast of two opaque colours, 1 to 21. Source: WCAG 2.2, relative luminance and contrast ratio.
inline double contrast(const QColor& a, const QColor& b)
{
    const auto linear = [](double share) { return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4); };
    const auto luminance = [&](const QColor& c) {
        return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
    };
    const double one = luminance(a), other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

/// A colour with its alpha laid over an opaque one.
inline QColor laidOver(const QColor& over, const QColor& under)
{
    const double share = over.alphaF();
    const auto part = [share](double a, double b) { return static_cast<float>(a * share + b * (1 - share)); };
    return QColor::fromRgbF(part(over.redF(), under.redF()), part(over.greenF(), under.greenF()), part(over.blueF(), under.blueF()));
}

} // namespace lockstep::test
