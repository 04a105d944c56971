#include "chart/label_layout.h"
#include "chart/label_folding.h"
#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace lockstep {

namespace {

constexpr double clearance = labelClearance;
constexpr double columnIndent = 7;  ///< from the mark to a column under its clock
constexpr double leastText = 150;   ///< less room than this beside the clock: the text goes elsewhere
constexpr double leastElided = 44;
constexpr int tightest = 4;
constexpr double noBottom = 900; ///< a lane this high is being measured, not drawn

/// A label that stands, as an obstacle to the next.
struct Standing {
    std::size_t index;
    QRectF rect;
    double x, leaderTop;
    double elbowFrom; ///< the elbow runs from here to x at leaderTop; equal to x without one
};

bool crosses(double x, double top, const QRectF& rect)
{
    return x > rect.left() - clearance && x < rect.right() + clearance && rect.bottom() > top;
}

bool elbowHits(double from, double to, double y, const QRectF& rect)
{
    return from < rect.right() && to > rect.left() && y > rect.top() && y < rect.bottom();
}

bool collide(const Standing& a, const Standing& b)
{
    if (a.rect.adjusted(-clearance, 0, clearance, 0).intersects(b.rect))
        return true;
    if (crosses(a.x, a.leaderTop, b.rect) || crosses(b.x, b.leaderTop, a.rect))
        return true;
    if (elbowHits(a.elbowFrom, a.x, a.leaderTop, b.rect) || elbowHits(b.elbowFrom, b.x, b.leaderTop, a.rect))
        return true;
    const auto elbowCrossesLeader = [](const Standing& e, const Standing& l) {
        return e.elbowFrom < e.x && l.x > e.elbowFrom && l.x < e.x && l.leaderTop < e.leaderTop;
    };
    return elbowCrossesLeader(a, b) || elbowCrossesLeader(b, a);
}

/// One try at placing all labels, each with its own limit of width.
class Pass {
public:
    Pass(const std::vector<LabelRequest>& requests, const LabelArea& area, std::vector<LabelWords>& measured,
         const std::vector<int>& tightness)
        : m_requests(requests), m_area(area), m_measured(measured), m_tightness(tightness), m_boxes(requests.size())
    {
    }

    void run()
    {
        for (std::size_t i = 0; i < m_requests.size(); ++i)
            place(i);
    }

    std::vector<LabelBox>& boxes() { return m_boxes; }
    std::size_t missing() const
    {
        return static_cast<std::size_t>(std::count_if(m_boxes.begin(), m_boxes.end(), [](const LabelBox& b) { return !b.placed; }));
    }

private:
    double wrapOf(std::size_t i) const
    {
        constexpr double shares[] = {1, 1, 0.62, 0.42, 0.26};
        return m_area.wrap * shares[m_tightness[i]];
    }

    int linesOf(std::size_t i) const { return m_tightness[i] > 0 ? 1 : m_area.lines; }

    /// The limits that cuts and edges set to the left and right of a mark.
    std::pair<double, double> limitsAt(double x) const
    {
        double left = m_area.left;
        double right = m_area.right;
        for (const auto& [from, to] : m_area.barriers) {
            if (to <= x)
                left = std::max(left, to + 4);
            else if (from >= x)
                right = std::min(right, from - 4);
        }
        return {left, right};
    }

    const LabelWords& words(std::size_t i)
    {
        if (m_measured[i].head <= 0)
            m_measured[i] = m_requests[i].measure();
        return m_measured[i];
    }

    double height(const LabelBox& box) const
    {
        const double lines = static_cast<double>(box.lines.size());
        return m_area.row + (box.isColumn ? lines : std::max(0.0, lines - 1)) * m_area.line;
    }

    static double widest(const std::vector<LabelLine>& lines)
    {
        return std::accumulate(lines.begin(), lines.end(), 0.0, [](double w, const LabelLine& l) { return std::max(w, l.width); });
    }

    void place(std::size_t i)
    {
        const double x = m_requests[i].x;
        forgetBefore(x);
        const auto [left, right] = limitsAt(x);
        const double beside = right - x - m_area.indent;
        const double column = right - x - columnIndent;
        if (!anyRow(x))
            return; // nothing is measured for a label that cannot stand
        const LabelWords& w = words(i);
        const double total = std::accumulate(w.words.begin(), w.words.end(), 0.0)
            + m_area.space * static_cast<double>(w.words.empty() ? 0 : w.words.size() - 1);
        const double wrap = wrapOf(i);
        const bool isWide = beside - w.head >= std::min(total + 1, leastText);
        if (isWide && tryBeside(i, w, widthBeside(i, w, std::min(wrap, beside - w.head)), linesOf(i)))
            return;
        if (!isWide && column >= m_area.column && tryColumn(i, w, std::min(column, m_area.column * 1.5)))
            return;
        const double before = rightEndBefore(x) - left - w.head;
        // In two lines its words stay close to the mark and clear of what stands on the left.
        const double half = m_area.lines > 1 && total > m_area.column ? std::max(total * 0.62, leastText * 0.6) : total + 1;
        if (before >= std::min(total + 1, leastText) && tryLeft(i, w, std::min({wrap, before, half})))
            return;
        if (!isWide && beside - w.head >= leastElided)
            tryBeside(i, w, beside - w.head, 1);
    }

    /// Short of a hatched part on the right where the words fit without it, else all the room.
    double widthBeside(std::size_t i, const LabelWords& w, double room) const
    {
        for (const auto& hatched : m_area.hatched) {
            const double clear = hatched.first - clearance - m_requests[i].x - m_area.indent - w.head;
            if (clear < leastElided || clear >= room)
                continue;
            const std::vector<LabelLine> lines = brokenIntoLines(w.words, clear, linesOf(i), m_area);
            if (std::none_of(lines.begin(), lines.end(), [](const LabelLine& l) { return l.elided; }))
                return clear;
        }
        return room;
    }

    /// Where a label on the left of its mark ends: beyond the hatched part the mark stands in.
    double rightEndBefore(double x) const
    {
        double end = x - m_area.indent;
        for (const auto& [from, to] : m_area.hatched) {
            if (from < x && x <= to + clearance)
                end = std::min(end, from - clearance - 4);
        }
        return end;
    }

    /// True when a leader at x could end somewhere: the lowest row is not covered.
    bool anyRow(double x) const
    {
        const double lowest = m_area.bottom - m_area.row;
        if (lowest < m_area.top - 0.5)
            return false;
        return std::none_of(m_standing.begin(), m_standing.end(),
            [&](const Standing& s) { return crosses(x, lowest, s.rect); });
    }

    /// Lines of about one length rather than a full one and a rest.
    std::vector<LabelLine> balanced(const std::vector<double>& words, double width, int most) const
    {
        std::vector<LabelLine> lines = brokenIntoLines(words, width, most, m_area);
        if (lines.size() < 2 || lines.back().elided)
            return lines;
        for (double narrower = width * 0.95; narrower > leastElided; narrower *= 0.95) {
            std::vector<LabelLine> next = brokenIntoLines(words, narrower, most, m_area);
            if (std::any_of(next.begin(), next.end(), [](const LabelLine& l) { return l.elided; }))
                break;
            lines = std::move(next);
        }
        return lines;
    }

    bool tryBeside(std::size_t i, const LabelWords& w, double width, int lines)
    {
        LabelBox box;
        box.head = w.head;
        box.lines = balanced(w.words, width, lines);
        const double left = m_requests[i].x + m_area.indent;
        box.rect = {left, 0, w.head + widest(box.lines), height(box)};
        return stand(i, box);
    }

    bool tryColumn(std::size_t i, const LabelWords& w, double width)
    {
        LabelBox box;
        box.head = w.head;
        box.isColumn = true;
        const double room = m_area.bottom - m_area.top - m_area.row;
        const int most = std::min(m_area.columnLines, static_cast<int>(room / m_area.line));
        if (most < 1)
            return false;
        box.lines = brokenIntoLines(w.words, width, most, m_area);
        box.rect = {m_requests[i].x + columnIndent, 0, std::max(w.head, widest(box.lines)), height(box)};
        return stand(i, box);
    }

    bool tryLeft(std::size_t i, const LabelWords& w, double width)
    {
        LabelBox box;
        box.head = w.head;
        box.isLeft = true;
        box.lines = balanced(w.words, width, linesOf(i));
        const double length = w.head + widest(box.lines);
        box.rect = {rightEndBefore(m_requests[i].x) - length, 0, length, height(box)};
        return stand(i, box);
    }

    /// Takes the first row, from the top, where the label hurts nobody.
    bool stand(std::size_t i, LabelBox& box)
    {
        const std::vector<Standing>& others = box.isLeft ? m_all : m_standing;
        std::vector<double> tops{m_area.top};
        for (const Standing& s : others) {
            if (s.rect.right() > box.rect.left() - 40)
                tops.push_back(s.rect.bottom());
        }
        std::sort(tops.begin(), tops.end());
        tops.erase(std::unique(tops.begin(), tops.end()), tops.end());
        if (box.isLeft && m_area.bottom < noBottom) { // close to its mark: the elbow comes from the side, so low is short
            tops.push_back(m_area.bottom - box.rect.height());
            std::reverse(tops.begin(), tops.end());
        }
        for (const double top : tops) {
            if (top < m_area.top - 0.5 || top + box.rect.height() > m_area.bottom + 0.5)
                continue;
            box.rect.moveTop(top);
            box.leaderTop = box.isLeft ? top + m_area.row / 2 : top + 4;
            const Standing me{i, box.rect, m_requests[i].x, box.leaderTop, box.isLeft ? box.rect.right() + 4 : m_requests[i].x};
            if (std::any_of(others.begin(), others.end(), [&](const Standing& s) { return collide(me, s); }))
                continue;
            box.placed = true;
            m_boxes[i] = box;
            m_standing.push_back(me);
            m_all.push_back(me);
            return true;
        }
        return false;
    }

    /// Labels that end before x stand in nobody's way any more, as requests come in order.
    void forgetBefore(double x)
    {
        m_standing.erase(std::remove_if(m_standing.begin(), m_standing.end(),
                             [&](const Standing& s) { return std::max(s.rect.right(), s.x) < x - 2 * clearance; }),
            m_standing.end());
    }

    const std::vector<LabelRequest>& m_requests;
    const LabelArea& m_area;
    std::vector<LabelWords>& m_measured;
    const std::vector<int>& m_tightness;
    std::vector<LabelBox> m_boxes;
    std::vector<Standing> m_standing, m_all;
};

/// Labels over a folded one are made narrower for the next try. False: nothing is left to tighten.
bool tighten(const std::vector<LabelRequest>& requests, const std::vector<LabelBox>& boxes, std::vector<int>& tightness)
{
    bool changed = false;
    std::size_t covering = 0;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (boxes[i].placed)
            continue;
        covering = i > 40 ? i - 40 : 0; // farther back no label reaches here in practice
        for (std::size_t j = covering; j < i; ++j) {
            if (boxes[j].placed && boxes[j].rect.right() > requests[i].x - clearance && tightness[j] < tightest) {
                ++tightness[j];
                changed = true;
            }
        }
        if (tightness[i] < tightest)
            ++tightness[i];
    }
    return changed;
}

} // namespace

LabelLayout layOutLabels(const std::vector<LabelRequest>& requests, const LabelArea& area)
{
    std::vector<LabelWords> measured(requests.size());
    std::vector<int> tightness(requests.size(), 0);
    Pass best(requests, area, measured, tightness);
    best.run();
    std::vector<LabelBox> boxes = best.boxes();
    std::size_t missing = best.missing();
    std::vector<int> tried = tightness;
    for (int round = 0; round < 6 && missing > 0 && tighten(requests, boxes, tried); ++round) {
        Pass next(requests, area, measured, tried);
        next.run();
        if (next.missing() >= missing)
            continue;
        missing = next.missing();
        boxes = next.boxes();
    }
    LabelLayout layout;
    layout.height = 0;
    for (const LabelBox& box : boxes)
        layout.height = box.placed ? std::max(layout.height, box.rect.bottom() - area.top) : layout.height;
    if (area.bottom < noBottom)
        sinkLabels(requests, boxes, area.top, area.bottom);
    layout.folded = foldMissing(requests, boxes, area);
    layout.boxes = std::move(boxes);
    return layout;
}

} // namespace lockstep
