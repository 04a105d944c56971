#include "chart/label_pass.h"
#include "chart/label_collision.h"
#include <algorithm>
#include <numeric>

namespace lockstep {

namespace {

constexpr double columnIndent = 7;  ///< from the mark to a column under its clock
constexpr double leastText = 150;   ///< less room than this beside the clock: the text goes elsewhere
constexpr double leastElided = 44;
constexpr double leaderInset = 4;   ///< a leader begins a little below the top of its row
constexpr double leastLeft = 110;    ///< less than this behind the last leader holds no label on the left

/// One try at placing all labels, each with its own limit of width.
class Pass {
public:
    Pass(const std::vector<LabelRequest>& requests, const LabelArea& area, std::vector<LabelWords>& measured,
         const std::vector<Allowance>& allowed)
        : m_requests(requests), m_area(area), m_measured(measured), m_allowed(allowed), m_boxes(requests.size())
    {
    }

    void run()
    {
        for (std::size_t i = 0; i < m_requests.size(); ++i) {
            forgetBefore(m_requests[i].x);
            place(i);
        }
    }

    /// As run, with those that stay as obstacles on both sides. What found no room before has none now, but where a label went.
    void runBeside(const std::vector<LabelBox>& kept, std::vector<Allowance>& allowed)
    {
        std::vector<Standing> everywhere;
        std::vector<double> vacated = m_area.vacated;
        for (std::size_t i = 0; i < kept.size(); ++i) {
            if (kept[i].placed)
                everywhere.push_back(standingOf(i, kept[i]));
            else if (m_requests[i].before)
                vacated.push_back(m_requests[i].x);
        }
        m_boxes = kept;
        const double reach = m_area.wrap * 1.6;
        for (std::size_t i = 0; i < m_requests.size(); ++i) {
            const double x = m_requests[i].x;
            const auto isClose = [&](double other) { return std::abs(other - x) < reach; };
            if (kept[i].placed || (m_requests[i].wasFolded && std::none_of(vacated.begin(), vacated.end(), isClose)))
                continue;
            m_all.clear();
            std::copy_if(everywhere.begin(), everywhere.end(), std::back_inserter(m_all), [&](const Standing& s) {
                return std::max(s.rect.right(), s.x) > x - reach && std::min({s.rect.left(), s.x, s.elbowFrom}) < x + reach;
            });
            m_standing = m_all;
            for (; !m_boxes[i].placed && allowed[i].tightness <= 4; allowed[i].tightness += 2)
                place(i);
            if (m_boxes[i].placed)
                everywhere.push_back(standingOf(i, m_boxes[i]));
        }
    }

    std::vector<LabelBox>& boxes() { return m_boxes; }

private:
    double wrapOf(std::size_t i) const
    {
        constexpr double shares[] = {1, 1, 0.62, 0.42, 0.26};
        return m_area.wrap * shares[m_allowed[i].tightness] * m_allowed[i].stretch;
    }

    int linesOf(std::size_t i) const { return (m_allowed[i].tightness > 0 ? 1 : m_area.lines) + m_allowed[i].extraLines; }

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

    Standing standingOf(std::size_t i, const LabelBox& box) const
    {
        return {i, box.rect, m_requests[i].x, box.leaderTop, box.isLeft ? box.rect.right() + 4 : m_requests[i].x};
    }

    /// The mark of the label next on the left.
    double markBefore(double x) const
    {
        double last = -1e9;
        for (const Standing& s : m_all)
            last = s.x <= x ? std::max(last, s.x) : last;
        return last;
    }

    void place(std::size_t i)
    {
        const double x = m_requests[i].x;
        const auto [left, right] = limitsAt(x);
        const double beside = right - x - m_area.indent;
        const double column = right - x - columnIndent;
        const bool hasLeft = x - markBefore(x) > leastLeft && anyRow(i, true);
        if (!hasLeft && !anyRow(i, false))
            return;
        const LabelWords& w = words(i);
        const double total = totalWidth(w, m_area);
        const double wrap = wrapOf(i);
        const bool isWide = beside - w.head >= std::min(total + 1, leastText);
        const double width = std::min(wrap, beside - w.head);
        if (isWide && (tryBeside(i, w, widthBeside(i, w, width), linesOf(i)) || (!m_area.measuring && tryBeside(i, w, width, 1))))
            return;
        if (!isWide && column >= m_area.column && tryColumn(i, w, std::min(column, m_area.column * 1.5), m_area.columnLines + m_allowed[i].extraLines))
            return;
        const double before = rightEndBefore(x) - left - w.head;
        // In two lines its words stay close to the mark and clear of what stands on the left.
        const double longest = w.words.empty() ? 0 : *std::max_element(w.words.begin(), w.words.end());
        const double narrow = std::max({total * 0.62, leastText * 0.6, longest + 1});
        const double half = m_area.lines > 1 && total > m_area.column ? narrow : total + 1;
        if (hasLeft && before >= std::min(total + 1, leastText) && tryLeft(i, w, std::min({wrap, before, half}), linesOf(i)))
            return;
        m_overHatching = true;
        const bool stands = hasLeft && before >= std::min(total + 1, leastText) && tryLeft(i, w, std::min(before, narrow), 2 + m_allowed[i].extraLines);
        m_overHatching = false;
        if (stands || isWide)
            return;
        if (column >= m_area.column && tryShortColumn(i, w, std::min(column, m_area.column * 1.5)))
            return;
        if (beside - w.head >= leastElided)
            tryBeside(i, w, beside - w.head, 1 + m_allowed[i].extraLines);
    }

    /// Short of a hatched part on the right where the words fit without it, else all the room.
    double widthBeside(std::size_t i, const LabelWords& w, double room) const
    {
        for (const auto& hatched : m_area.hatched) {
            const double clear = hatched.first - labelClearance - m_requests[i].x - m_area.indent - w.head;
            if (clear < leastElided || clear >= room)
                continue;
            const std::vector<LabelLine> lines = brokenIntoLines(w, clear, linesOf(i), m_area);
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
            if (!m_overHatching && from < x && x <= to + labelClearance)
                end = std::min(end, from - labelClearance - 4);
        }
        return end;
    }

    /// True when at least the shortest label could stand there: nothing is measured before that is known.
    bool anyRow(std::size_t i, bool onTheLeft) const
    {
        const double x = m_requests[i].x;
        const double most = m_area.bottom - m_area.row;
        const auto isFree = [&](double top) {
            const double width = m_requests[i].leastWidth;
            const double end = rightEndBefore(x);
            const Standing least = onTheLeft ? Standing{i, {end - width, top, width, m_area.row}, x, top + m_area.row / 2, end + 4}
                                             : Standing{i, {x + columnIndent, top, width, m_area.row}, x, top + leaderInset, x};
            return top <= most + 0.5 && std::none_of(m_standing.begin(), m_standing.end(), [&](const Standing& s) { return collide(least, s); });
        };
        return isFree(m_area.top) || (onTheLeft && isFree(most))
            || std::any_of(m_standing.begin(), m_standing.end(), [&](const Standing& s) { return isFree(s.rect.bottom()); });
    }

    /// Lines of about one length rather than a full one and a rest.
    std::vector<LabelLine> balanced(const LabelWords& words, double width, int most) const
    {
        std::vector<LabelLine> lines = brokenIntoLines(words, width, most, m_area);
        if (lines.size() < 2 || lines.back().elided)
            return lines;
        for (double narrower = width * 0.95; narrower > leastElided; narrower *= 0.95) {
            std::vector<LabelLine> next = brokenIntoLines(words, narrower, most, m_area);
            if (next.size() > lines.size() || std::any_of(next.begin(), next.end(), [](const LabelLine& l) { return l.elided; }))
                break;
            lines = std::move(next);
        }
        return lines;
    }

    bool tryBeside(std::size_t i, const LabelWords& w, double width, int lines)
    {
        LabelBox box;
        box.head = w.head;
        box.lines = balanced(w, width, lines);
        const double left = m_requests[i].x + m_area.indent;
        box.rect = {left, 0, w.head + widest(box.lines), height(box)};
        return stand(i, box);
    }

    /// A column with as many lines as there is height for where it stands.
    bool tryShortColumn(std::size_t i, const LabelWords& w, double width)
    {
        for (int most = m_area.measuring ? 0 : m_area.columnLines - 1; most > 0; --most) {
            if (tryColumn(i, w, width, most))
                return true;
        }
        return false;
    }

    bool tryColumn(std::size_t i, const LabelWords& w, double width, int lines)
    {
        LabelBox box;
        box.head = w.head;
        box.isColumn = true;
        if (w.head > limitsAt(m_requests[i].x).second - m_requests[i].x - columnIndent)
            return false;
        const double room = m_area.bottom - m_area.top - m_area.row;
        const int most = std::min(lines, static_cast<int>(room / m_area.line));
        if (most < 1)
            return false;
        box.lines = brokenIntoLines(w, width, most, m_area);
        box.rect = {m_requests[i].x + columnIndent, 0, std::max(w.head, widest(box.lines)), height(box)};
        return stand(i, box);
    }

    bool tryLeft(std::size_t i, const LabelWords& w, double width, int lines)
    {
        LabelBox box;
        box.head = w.head;
        box.isLeft = true;
        box.lines = balanced(w, width, lines);
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
        if (box.isLeft) { // close to its mark: the elbow comes from the side, so low is short
            tops.push_back(m_area.bottom - box.rect.height());
            std::reverse(tops.begin(), tops.end());
        }
        for (const double top : tops) {
            if (top < m_area.top - 0.5 || top + box.rect.height() > m_area.bottom + 0.5)
                continue;
            box.rect.moveTop(top);
            box.leaderTop = box.isLeft ? top + m_area.row / 2 : top + leaderInset;
            const Standing me = standingOf(i, box);
            if (std::any_of(others.begin(), others.end(), [&](const Standing& s) { return collide(me, s); }))
                continue;
            box.placed = true;
            box.total = totalWidth(m_measured[i], m_area);
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
                             [&](const Standing& s) { return std::max(s.rect.right(), s.x) < x - 2 * labelClearance; }),
            m_standing.end());
    }

    const std::vector<LabelRequest>& m_requests;
    const LabelArea& m_area;
    std::vector<LabelWords>& m_measured;
    const std::vector<Allowance>& m_allowed;
    std::vector<LabelBox> m_boxes;
    bool m_overHatching = false; ///< a label on the left may cover hatching: nothing else was free
    std::vector<Standing> m_standing, m_all;
};

} // namespace

std::vector<LabelBox> placeBeside(const std::vector<LabelBox>& kept, const std::vector<LabelRequest>& requests, const LabelArea& area,
                                  std::vector<LabelWords>& measured)
{
    std::vector<Allowance> allowed(requests.size());
    Pass pass(requests, area, measured, allowed);
    pass.runBeside(kept, allowed);
    return std::move(pass.boxes());
}

std::vector<LabelBox> placeLabels(const std::vector<LabelRequest>& requests, const LabelArea& area, std::vector<LabelWords>& measured,
                                  const std::vector<Allowance>& allowed)
{
    Pass pass(requests, area, measured, allowed);
    pass.run();
    return std::move(pass.boxes());
}

} // namespace lockstep
