#include "chart/label_layout.h"
#include "chart/label_pass.h"
#include "chart/label_steady.h"
#include <algorithm>

namespace lockstep {

namespace {

/// The tries at one set of labels; the best of them stands.
class Tries {
public:
    Tries(const std::vector<LabelRequest>& requests, const LabelArea& area)
        : m_requests(requests), m_area(area), m_measured(requests.size()), m_allowed(requests.size())
    {
        m_boxes = boxesWith(m_allowed);
    }

    /// Folded labels get room from those over them.
    void unfold()
    {
        std::size_t missing = missingIn(m_boxes);
        std::vector<Allowance> tried = m_allowed;
        // Where most find no room anyway, more tries only cost time.
        const int rounds = m_requests.size() > 200 && missing * 2 > m_requests.size() ? 1 : 6;
        for (int round = 0; round < rounds && missing > 0 && tightenLabels(m_requests, m_boxes, tried); ++round) {
            std::vector<LabelBox> boxes = boxesWith(tried);
            if (missingIn(boxes) >= missing)
                continue;
            missing = missingIn(boxes);
            m_boxes = std::move(boxes);
            m_allowed = tried;
        }
    }

    /// Cut labels get longer lines, or more of them, where that takes nothing from another. The shortest come first.
    void complete()
    {
        std::vector<std::size_t> cut;
        for (std::size_t i = 0; i < m_boxes.size(); ++i) {
            if (m_boxes[i].placed && hiddenWords(i, m_boxes) > 0)
                cut.push_back(i);
        }
        std::stable_sort(cut.begin(), cut.end(), [&](std::size_t a, std::size_t b) { return shownWords(m_boxes[a]) < shownWords(m_boxes[b]); });
        int budget = static_cast<int>(4000 / (m_requests.size() + 1)); // a try costs about the square of their number
        double cost = costOf(m_boxes);
        for (const std::size_t i : cut) {
            for (const Allowance& wider : {Allowance{0, 0, 1.6}, {0, 0, 2.4}, {1, 0, 1.6}, {1, 1, 1}, {0, 1, 1}, {1, 1, 1.6}, {1, 2, 1}, {0, 2, 1}}) {
                if (hiddenWords(i, m_boxes) == 0 || --budget < 0)
                    break;
                std::vector<Allowance> tried = m_allowed;
                tried[i] = wider;
                std::vector<LabelBox> boxes = boxesWith(tried);
                if (const double now = costOf(boxes); now < cost) {
                    cost = now;
                    m_boxes = std::move(boxes);
                    m_allowed = std::move(tried);
                }
            }
        }
    }

    std::vector<LabelBox>& boxes() { return m_boxes; }

private:
    std::vector<LabelBox> boxesWith(const std::vector<Allowance>& allowed) { return placeLabels(m_requests, m_area, m_measured, allowed); }

    static std::size_t missingIn(const std::vector<LabelBox>& boxes)
    {
        return static_cast<std::size_t>(std::count_if(boxes.begin(), boxes.end(), [](const LabelBox& b) { return !b.placed; }));
    }

    static std::size_t shownWords(const LabelBox& box) { return box.lines.empty() ? 0 : box.lines.back().last; }
    std::size_t hiddenWords(std::size_t i, const std::vector<LabelBox>& boxes) const
    {
        return m_measured[i].words.size() - std::min(m_measured[i].words.size(), shownWords(boxes[i]));
    }

    /// What a reader misses: a folded label most, one cut to a word or two much, each cut word a little.
    double costOf(const std::vector<LabelBox>& boxes) const
    {
        double cost = 0;
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            if (!boxes[i].placed) {
                cost += 1000;
                continue;
            }
            if (const std::size_t hidden = hiddenWords(i, boxes); hidden > 0)
                cost += 5 + static_cast<double>(hidden) + 40 * static_cast<double>(3 - std::min<std::size_t>(3, shownWords(boxes[i])));
        }
        return cost;
    }

    const std::vector<LabelRequest>& m_requests;
    const LabelArea& m_area;
    std::vector<LabelWords> m_measured;
    std::vector<Allowance> m_allowed;
    std::vector<LabelBox> m_boxes;
};

std::vector<LabelBox> bestOf(const std::vector<LabelRequest>& requests, const LabelArea& area)
{
    Tries tries(requests, area);
    if (!area.measuring) {
        tries.unfold();
        tries.complete();
    }
    return std::move(tries.boxes());
}

} // namespace

LabelLayout layOutLabels(const std::vector<LabelRequest>& requests, const LabelArea& area)
{
    std::vector<LabelBox> boxes;
    const bool isSteady = !area.measuring && std::ranges::any_of(requests, [](const LabelRequest& r) { return r.before.has_value(); });
    if (isSteady) {
        std::vector<LabelWords> measured(requests.size());
        boxes = placeBeside(steadyLabels(requests, area, measured), requests, area, measured);
    } else {
        boxes = bestOf(requests, area);
    }
    LabelLayout layout;
    layout.height = 0;
    for (const LabelBox& box : boxes)
        layout.height = box.placed ? std::max(layout.height, box.rect.bottom() - area.top) : layout.height;
    if (!area.measuring && !isSteady)
        sinkLabels(requests, boxes, area.top, area.bottom);
    layout.folded = foldMissing(requests, boxes, area);
    layout.boxes = std::move(boxes);
    return layout;
}

} // namespace lockstep
