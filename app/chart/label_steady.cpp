#include "chart/label_steady.h"
#include "chart/label_collision.h"
#include <algorithm>
#include <numeric>

namespace lockstep {

namespace {

bool isWithin(const LabelBox& box, double x, const LabelArea& area)
{
    constexpr double slack = 0.5; // of what one frame rounds otherwise than the next
    const double left = std::min(box.rect.left(), x), right = std::max(box.rect.right(), x);
    const bool isInside = left >= area.left - slack && right <= area.right + slack && box.rect.top() >= area.top - slack
        && box.rect.bottom() <= area.bottom + slack;
    return isInside
        && std::none_of(area.barriers.begin(), area.barriers.end(), [&](const auto& cut) { return cut.first < right && cut.second > left; });
}

/// Its words were changed by a drag: they take the place of the old ones.
void rewrite(LabelBox& box, const LabelWords& words, const LabelArea& area)
{
    const double wide = box.isColumn ? box.rect.width() : box.rect.width() - box.head;
    const double right = box.rect.right();
    box.head = words.head;
    box.total = totalWidth(words, area);
    box.lines = brokenIntoLines(words, wide + 1, static_cast<int>(box.lines.size()), area);
    const double widest = std::accumulate(box.lines.begin(), box.lines.end(), 0.0, [](double w, const LabelLine& l) { return std::max(w, l.width); });
    box.rect.setWidth(box.isColumn ? std::max(box.head, widest) : box.head + widest);
    if (box.isLeft)
        box.rect.moveRight(right);
}

} // namespace

std::vector<LabelBox> steadyLabels(const std::vector<LabelRequest>& requests, const LabelArea& area, std::vector<LabelWords>& measured)
{
    std::vector<LabelBox> kept(requests.size());
    std::vector<Standing> standing;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        if (!requests[i].before)
            continue;
        LabelBox box = *requests[i].before;
        measured[i] = requests[i].measure();
        if (box.head != measured[i].head || box.total != totalWidth(measured[i], area))
            rewrite(box, measured[i], area);
        const Standing me{i, box.rect, requests[i].x, box.leaderTop, box.isLeft ? box.rect.right() + 4 : requests[i].x};
        const bool isFree = isWithin(box, requests[i].x, area)
            && std::none_of(standing.begin(), standing.end(), [&](const Standing& other) { return collide(me, other); });
        if (!isFree)
            continue;
        standing.push_back(me);
        kept[i] = std::move(box);
    }
    return kept;
}

} // namespace lockstep
