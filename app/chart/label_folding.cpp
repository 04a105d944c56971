#include "chart/label_folding.h"
#include <algorithm>
#include <optional>
#include <string>

namespace lockstep {

namespace {

constexpr int tightest = 4;

/// Half the width of "+12" with air around it.
double halfOf(int count, const LabelArea& area)
{
    const auto digits = static_cast<double>(std::to_string(count).size());
    return area.digit * (1 + digits + (digits > 3 ? 0.5 : 0)) / 2 + 3;
}

/// A free place for "+n" close to x, between the leaders; nullopt when there is none.
std::optional<double> freePlace(double x, int count, const std::vector<double>& leaders, const std::vector<FoldedLabels>& others,
                                const LabelArea& area)
{
    const double foldedHalf = halfOf(count, area);
    const double taken = others.empty() ? -1e9 : others.back().x + halfOf(others.back().count, area);
    const auto isFree = [&](double at) {
        const auto next = std::lower_bound(leaders.begin(), leaders.end(), at - foldedHalf);
        return at - foldedHalf >= area.left && at + foldedHalf <= area.right
            && (next == leaders.end() || *next > at + foldedHalf)
            && taken + 4 < at - foldedHalf
            && std::none_of(area.barriers.begin(), area.barriers.end(),
                [&](const auto& b) { return b.first < at + foldedHalf && b.second > at - foldedHalf; });
    };
    for (double away = 0; away <= 60; away += 3) {
        if (isFree(x + away))
            return x + away;
        if (isFree(x - away))
            return x - away;
    }
    return std::nullopt;
}

} // namespace

void sinkLabels(const std::vector<LabelRequest>& requests, std::vector<LabelBox>& boxes, double top, double bottom)
{
    std::vector<std::size_t> group;
    double until = -1e9;
    const auto settle = [&] {
        double lowest = 0, highest = bottom;
        bool onlyColumns = true;
        for (const std::size_t i : group) {
            lowest = std::max(lowest, boxes[i].rect.bottom());
            highest = std::min(highest, boxes[i].rect.top());
            onlyColumns = onlyColumns && boxes[i].isColumn;
        }
        if (onlyColumns && lowest - highest > 0.6 * (bottom - top))
            lowest = bottom; // it fills most of the lane: from the top it reads as one block
        for (const std::size_t i : group) {
            const double by = bottom - lowest;
            if (by > 0) {
                boxes[i].rect.translate(0, by);
                boxes[i].leaderTop += by;
            }
        }
        group.clear();
    };
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (!boxes[i].placed)
            continue;
        if (std::min(boxes[i].rect.left(), requests[i].x) - 2 * labelClearance > until)
            settle();
        group.push_back(i);
        until = std::max({until, boxes[i].rect.right(), requests[i].x});
    }
    settle();
}

std::vector<FoldedLabels> foldMissing(const std::vector<LabelRequest>& requests, const std::vector<LabelBox>& boxes,
                                      const LabelArea& area)
{
    std::vector<double> leaders;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (boxes[i].placed)
            leaders.push_back(requests[i].x);
    }
    std::vector<FoldedLabels> folded;
    std::optional<FoldedLabels> open;
    const auto close = [&] {
        if (!open)
            return;
        const double x = (requests[open->first].x + requests[open->last - 1].x) / 2;
        const auto place = freePlace(x, open->count, leaders, folded, area);
        if (place) {
            open->x = *place;
            folded.push_back(*open);
        } else if (!folded.empty()) {
            folded.back().last = open->last;
            folded.back().count += open->count;
        } else {
            return; // stays open: the next group takes it along
        }
        open.reset();
    };
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const int hidden = requests[i].count - (boxes[i].placed ? 1 : 0);
        if (hidden == 0) {
            close();
            continue;
        }
        const bool isNext = open && (requests[i].group >= 0 ? requests[i].group != requests[open->first].group
                                                            : requests[i].x - requests[open->first].x > 90);
        if (isNext)
            close();
        if (!open)
            open = FoldedLabels{i, i, 0, 0};
        open->last = i + 1;
        open->count += hidden;
    }
    close();
    if (open) { // nowhere free: at the right edge rather than not at all
        open->x = area.right - halfOf(open->count, area);
        folded.push_back(*open);
    }
    return folded;
}

bool tightenLabels(const std::vector<LabelRequest>& requests, const std::vector<LabelBox>& boxes, std::vector<Allowance>& allowed)
{
    bool changed = false;
    std::size_t covering = 0;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (boxes[i].placed)
            continue;
        covering = i > 40 ? i - 40 : 0; // farther back no label reaches here in practice
        for (std::size_t j = covering; j < i; ++j) {
            if (boxes[j].placed && boxes[j].rect.right() > requests[i].x - labelClearance && allowed[j].tightness < tightest) {
                ++allowed[j].tightness;
                changed = true;
            }
        }
        if (allowed[i].tightness < tightest)
            ++allowed[i].tightness;
    }
    return changed;
}

namespace {

double spaceBefore(const LabelWords& words, std::size_t i, const LabelArea& area)
{
    return i < words.isJoined.size() && words.isJoined[i] ? 0 : area.space;
}

} // namespace

double totalWidth(const LabelWords& words, const LabelArea& area)
{
    double total = 0;
    for (std::size_t i = 0; i < words.words.size(); ++i)
        total += (i == 0 ? 0 : spaceBefore(words, i, area)) + words.words[i];
    return total;
}

std::vector<LabelLine> brokenIntoLines(const LabelWords& measured, double width, int most, const LabelArea& area)
{
    const std::vector<double>& words = measured.words;
    std::vector<LabelLine> lines;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const double further = spaceBefore(measured, i, area) + words[i];
        const bool joins = !lines.empty() && lines.back().width + further <= width;
        if (joins) {
            lines.back().width += further;
            lines.back().last = i + 1;
            continue;
        }
        if (static_cast<int>(lines.size()) < most) {
            lines.push_back({i, i + 1, words[i] > width, std::min(words[i], width)});
            continue;
        }
        LabelLine& last = lines.back();
        while (last.last - last.first > 1 && last.width + area.space + area.ellipsis > width) {
            --last.last;
            last.width -= spaceBefore(measured, last.last, area) + words[last.last];
        }
        last.elided = true;
        last.width = std::min(width, last.width + area.space + area.ellipsis);
        break;
    }
    return lines;
}

} // namespace lockstep
