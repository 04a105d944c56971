#pragma once
#include "support/drawn_chart.h"
#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <string>

namespace lockstep {

/// A walk of random pans and zooms over a chart, frame by frame as the window lays them out, and what is wrong in a frame.
/// Its geometry is its own: nothing of it is asked of the code that places labels.
class LabelWalk {
public:
    LabelWalk(const Timeline& timeline, QSizeF size, unsigned seed) : m_drawn(timeline, {}, size), m_dice(seed) {}

    const ChartLayout& layout() const { return m_drawn.layout; }

    /// The next frame. Returns what is wrong in it, in words; empty when nothing is.
    std::string step()
    {
        const AxisScale axis = moved();
        const ChartLayout before = m_drawn.layout;
        LayoutInput in = m_drawn.input(m_drawn.content.view, m_drawn.facts);
        const bool isRest = !axis.isZoomed();
        in.before = isRest ? nullptr : &before;
        m_drawn.layout = layOutChart(in, axis);
        m_drawn.axis = axis;
        if (std::string wrong = overlaps(); !wrong.empty())
            return wrong;
        return isRest ? std::string{} : jumps(before); // back to the whole: laid out afresh
    }

private:
    struct Mark {
        const ChartLabel* label;
        double base;
    };

    AxisScale moved()
    {
        const AxisScale& axis = m_drawn.axis;
        const auto within = [&](double from, double to) { return std::uniform_real_distribution{from, to}(m_dice); };
        const int what = std::uniform_int_distribution{0, 9}(m_dice);
        if (what < 6)
            return axis.panned(within(-60, 60));
        const double factor = std::pow(1.25, within(0.2, 1.5));
        const bool isDeep = axis.pixelsPerMinute() > 200;
        return axis.zoomedAt(within(axis.left(), axis.right()), what < 8 && !isDeep ? factor : 1 / factor);
    }

    static bool crosses(const QRectF& rect, double x, double top, double bottom)
    {
        return x > rect.left() && x < rect.right() && bottom > rect.top() && top < rect.bottom();
    }

    static bool hurt(const ChartLabel& a, const QRectF& rectA, double xA, double topA, const ChartLabel& b, double base)
    {
        constexpr double air = 5.5; // kept between words and leaders
        const QRectF wide = rectA.adjusted(-air, 0, air, 0), other = b.rect.adjusted(-air, 0, air, 0);
        if (rectA.adjusted(-air, 0, air, 0).intersects(b.rect) || crosses(wide, b.x, b.box.leaderTop, base) || crosses(other, xA, topA, base))
            return true;
        const auto elbow = [](const ChartLabel& l, const QRectF& rect, double x, double top, const QRectF& hit) {
            return l.box.isLeft && rect.right() < hit.right() && x > hit.left() && top > hit.top() && top < hit.bottom();
        };
        if (elbow(a, rectA, xA, topA, b.rect) || elbow(b, b.rect, b.x, b.box.leaderTop, rectA))
            return true;
        const bool aOverB = a.box.isLeft && b.x > rectA.right() && b.x < xA && b.box.leaderTop < topA;
        return aOverB || (b.box.isLeft && xA > b.rect.right() && xA < b.x && topA < b.box.leaderTop);
    }

    std::string overlaps() const
    {
        for (const LaneBox& lane : m_drawn.layout.lanes)
            for (const ChartLabel& a : lane.labels)
                for (const ChartLabel& b : lane.labels) {
                    if (&a == &b)
                        continue;
                    if (a.rect.intersects(b.rect))
                        return "labels " + std::to_string(a.event) + " and " + std::to_string(b.event) + " overlap";
                    if (crosses(b.rect, a.leader.back().x(), a.leader.front().y(), lane.base))
                        return "the leader of " + std::to_string(a.event) + " crosses label " + std::to_string(b.event);
                }
        return {};
    }

    /// Labels that changed their place, or went, though where they stood is free.
    std::string jumps(const ChartLayout& before) const
    {
        if (m_drawn.layout.strip.bottom() > before.strip.bottom() + 0.5)
            return {}; // what ran takes another line: every lane has less room
        if (saysOtherwise(before))
            return {}; // every label tells its day now, or no more
        for (const LaneBox& was : before.lanes) {
            const LaneBox* lane = m_drawn.layout.laneBox(was.lane);
            if (std::abs(was.rect.height() - lane->rect.height()) > 0.5)
                return "lane " + std::to_string(was.lane) + " changed its height";
            for (const ChartLabel& label : was.labels)
                if (!stays(label, was, *lane) && !hasCause(label, was, *lane))
                    return "label " + std::to_string(label.event) + " jumped";
        }
        return {};
    }

    bool saysOtherwise(const ChartLayout& before) const
    {
        for (const LaneBox& was : before.lanes)
            for (const ChartLabel& label : was.labels)
                for (const ChartLabel& now : m_drawn.layout.laneBox(was.lane)->labels)
                    if (now.event == label.event && now.texts.at(1).text != label.texts.at(1).text)
                        return true;
        return false;
    }

    static bool stays(const ChartLabel& label, const LaneBox& was, const LaneBox& lane)
    {
        const auto now = std::ranges::find(lane.labels, label.event, &ChartLabel::event);
        if (now == lane.labels.end())
            return false;
        const QPointF moved = (now->rect.topLeft() - QPointF{now->x, lane.base}) - (label.rect.topLeft() - QPointF{label.x, was.base});
        return std::abs(moved.x()) < 0.01 && std::abs(moved.y()) < 0.01 && now->rect.size() == label.rect.size();
    }

    bool hasCause(const ChartLabel& label, const LaneBox& was, const LaneBox& lane) const
    {
        const double x = m_drawn.axis.x(m_drawn.content.view.at(label.event));
        const QPointF by{x - label.x, lane.base - was.base};
        const QRectF there = label.rect.translated(by);
        const bool leaves = std::min(there.left(), x) < m_drawn.axis.left() - 0.4 || std::max(there.right(), x) > m_drawn.page.width() - m_drawn.layout.dim.margin - 3.4;
        const bool meetsCut = std::ranges::any_of(m_drawn.layout.gaps, [&](const GapBox& gap) {
            return gap.left - 3 < std::max(there.right(), x) && gap.right + 3 > std::min(there.left(), x);
        });
        return leaves || meetsCut || (lane.hasColumns && !was.hasColumns) || std::ranges::any_of(lane.labels, [&](const ChartLabel& other) {
            const bool standsFor = std::abs(other.x - x) < 16; // of rows so close only one has a label
            return other.event != label.event && (standsFor || hurt(label, there, x, label.box.leaderTop + by.y(), other, lane.base));
        });
    }

    Drawn m_drawn;
    std::mt19937 m_dice;
};

} // namespace lockstep
