#include "chart/axis_scale.h"
#include <algorithm>
#include <cmath>

namespace lockstep {

namespace {

double millis(Millis length) { return static_cast<double>(length.count()); }

Millis rounded(double length) { return Millis{static_cast<Millis::rep>(std::llround(length))}; }

/// The closest zoom shows this much: a source tells no more than milliseconds.
constexpr double closestMillis = 20;

} // namespace

AxisScale::AxisScale(Span whole, std::vector<Span> quiet, double left, double right, double gapWidth)
    : m_whole(whole), m_quiet(std::move(quiet)), m_left(left), m_right(std::max(right, left + 1)), m_gapWidth(gapWidth)
{
    const double width = m_right - m_left;
    double busy = std::max(1.0, millis(whole.end - whole.begin));
    for (const Span& span : m_quiet)
        busy -= millis(span.end - span.begin);
    busy = std::max(1.0, busy);
    const double cuts = static_cast<double>(m_quiet.size());
    const double cut = cuts > 0 ? std::min(gapWidth, width / 2 / cuts) : 0;
    m_slope = (width - cuts * cut) / busy;

    double u = 0;
    Instant last = whole.begin;
    m_knots.push_back(Knot{last, u});
    const auto busyUntil = [&](Instant t) {
        u += millis(t - last) * m_slope;
        last = t;
        m_knots.push_back(Knot{t, u});
    };
    for (const Span& span : m_quiet) {
        busyUntil(span.begin);
        u += cut;
        last = span.end;
        m_knots.push_back(Knot{last, u});
    }
    busyUntil(whole.end);
    m_from = 0;
    m_to = std::max(u, 1e-9);
}

double AxisScale::compressed(Instant t) const
{
    if (m_knots.empty())
        return 0;
    if (t <= m_knots.front().t)
        return m_knots.front().u + millis(t - m_knots.front().t) * m_slope;
    if (t >= m_knots.back().t)
        return m_knots.back().u + millis(t - m_knots.back().t) * m_slope;
    const auto next = std::upper_bound(m_knots.begin(), m_knots.end(), t, [](Instant v, const Knot& k) { return v < k.t; });
    const Knot& a = *(next - 1);
    const Knot& b = *next;
    return a.u + (b.u - a.u) * (millis(t - a.t) / millis(b.t - a.t));
}

Instant AxisScale::instantAt(double u) const
{
    if (m_knots.empty())
        return {};
    if (u <= m_knots.front().u)
        return m_knots.front().t + rounded((u - m_knots.front().u) / m_slope);
    if (u >= m_knots.back().u)
        return m_knots.back().t + rounded((u - m_knots.back().u) / m_slope);
    const auto next = std::upper_bound(m_knots.begin(), m_knots.end(), u, [](double v, const Knot& k) { return v < k.u; });
    const Knot& a = *(next - 1);
    const Knot& b = *next;
    return a.t + rounded((u - a.u) / (b.u - a.u) * millis(b.t - a.t));
}

double AxisScale::x(Instant t) const
{
    return m_left + (compressed(t) - m_from) / (m_to - m_from) * (m_right - m_left);
}

Instant AxisScale::at(double x) const
{
    return instantAt(m_from + (x - m_left) / (m_right - m_left) * (m_to - m_from));
}

Span AxisScale::visible() const
{
    return {instantAt(m_from), instantAt(m_to)};
}

bool AxisScale::isZoomed() const
{
    return !m_knots.empty() && (m_from > m_knots.front().u + 1e-6 || m_to < m_knots.back().u - 1e-6);
}

int AxisScale::quietAt(Instant t) const
{
    const auto next = std::upper_bound(m_quiet.begin(), m_quiet.end(), t, [](Instant v, const Span& s) { return v < s.begin; });
    if (next == m_quiet.begin() || t >= (next - 1)->end)
        return -1;
    return static_cast<int>(next - m_quiet.begin()) - 1;
}

double AxisScale::pixelsPerMinute() const
{
    return m_slope * 60'000 * (m_right - m_left) / (m_to - m_from);
}

AxisScale AxisScale::withRange(double from, double to) const
{
    AxisScale scale = *this;
    if (m_knots.empty())
        return scale;
    const double least = m_knots.front().u;
    const double most = m_knots.back().u;
    const double length = std::clamp(to - from, std::min(closestMillis * m_slope, most - least), most - least);
    const double middle = (from + to) / 2;
    scale.m_from = std::clamp(middle - length / 2, least, most - length);
    scale.m_to = scale.m_from + length;
    return scale;
}

AxisScale AxisScale::zoomedAt(double x, double factor) const
{
    if (m_knots.empty() || factor <= 0)
        return *this;
    const double most = m_knots.back().u - m_knots.front().u;
    const double least = std::min(closestMillis * m_slope, most);
    const double length = std::clamp((m_to - m_from) / factor, least, most);
    const double share = (x - m_left) / (m_right - m_left);
    const double fixed = m_from + share * (m_to - m_from);
    const double from = fixed - share * length;
    return withRange(from, from + length);
}

AxisScale AxisScale::panned(double dx) const
{
    const double du = -dx / (m_right - m_left) * (m_to - m_from);
    return withRange(m_from + du, m_to + du);
}

AxisScale AxisScale::showing(Span span) const
{
    return withRange(compressed(span.begin), compressed(span.end));
}

AxisScale AxisScale::fitted() const
{
    return m_knots.empty() ? *this : withRange(m_knots.front().u, m_knots.back().u);
}

AxisScale AxisScale::withEdges(double left, double right) const
{
    const AxisScale scale(m_whole, m_quiet, left, right, m_gapWidth);
    return isZoomed() ? scale.showing(visible()) : scale;
}

} // namespace lockstep
