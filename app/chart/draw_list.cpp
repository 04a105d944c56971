#include "chart/draw_list.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

namespace {

std::string joined(std::vector<TextRun> runs, const std::string& between)
{
    std::stable_sort(runs.begin(), runs.end(), [](const TextRun& a, const TextRun& b) { return a.base.x() < b.base.x(); });
    std::string line;
    for (const TextRun& run : runs)
        line += (line.empty() ? "" : between) + run.text.toStdString();
    return line;
}

std::string inOrder(const std::vector<TextRun>& runs)
{
    std::string line;
    for (const TextRun& run : runs)
        line += (line.empty() ? "" : " ") + run.text.toStdString();
    return line;
}

std::string atX(double x) { return " at x " + std::to_string(static_cast<int>(x + 0.5)); }

void addLane(std::vector<std::string>& list, const LaneBox& lane, const TimelineView& view)
{
    list.push_back("lane: " + inOrder(lane.header));
    for (const ChartLabel& label : lane.labels)
        list.push_back("label: " + inOrder(label.texts));
    for (const TextRun& more : lane.more)
        list.push_back("folded: " + more.text.toStdString());
    for (const DensityColumn& column : lane.columns) {
        std::string line = "column: " + counted(static_cast<int>(column.facts.count), "row");
        if (column.facts.lookUps > 0)
            line += ", " + counted(static_cast<int>(column.facts.lookUps), "look-up");
        if (const std::string_view words = outcomeWords(column.facts.worst); column.facts.isRinged && !words.empty())
            line += ", " + std::string{words};
        list.push_back(line + atX(column.left));
    }
    for (const ChartMark& mark : lane.marks) {
        std::string line = "mark: " + std::to_string(mark.event);
        line += mark.kind == Kind::Read ? " look-up" : " action";
        if (const std::string_view words = outcomeWords(mark.outcome); !words.empty())
            line += ", " + std::string{words};
        if (mark.count > 1)
            line += ", " + std::to_string(mark.count) + " together";
        if (mark.dropped)
            line += ", left out";
        line += atX(mark.centre.x());
        if (mark.recorded)
            line += ", moved by " + signedLength(view.moved(mark.event)) + " from x " + std::to_string(static_cast<int>(*mark.recorded + 0.5));
        if (mark.isAssumed)
            line += ", an assumption";
        if (mark.isAdded)
            line += ", added";
        list.push_back(line);
    }
}

} // namespace

std::vector<std::string> drawListOf(const ChartLayout& layout, const TimelineView& view)
{
    std::vector<std::string> list;
    for (const TextRun& run : layout.head)
        list.push_back("head: " + run.text.toStdString());
    for (std::size_t i = 0; i < layout.rulers.size(); ++i) {
        std::vector<TextRun> runs = layout.rulers[i].texts;
        if (layout.moment) {
            runs.push_back(layout.moment->texts[i]);
            runs.back().text = QStringLiteral("[%1]").arg(runs.back().text);
        }
        list.push_back("ruler: " + joined(runs, " | "));
    }
    for (const WindowBar& bar : layout.windows) {
        std::string line = "window " + bar.id + ": " + inOrder(bar.texts);
        if (bar.solidLeft > bar.rect.left())
            line += ", begin uncertain";
        if (bar.solidRight < bar.rect.right())
            line += ", end uncertain";
        list.push_back(line + (bar.moved ? ", moved" : ""));
    }
    for (const LeftOutWindow& gone : layout.leftOut)
        list.push_back("ghost of a window left out" + atX(gone.rect.left()));
    for (const GapBox& gap : layout.gaps)
        list.push_back("gap: " + inOrder(gap.texts));
    for (const LaneBox& lane : layout.lanes)
        addLane(list, lane, view);
    for (const MeasureBox& box : layout.measures) {
        std::string line = "measure: " + box.length.text.toStdString() + ", " + endsWords(box.taken);
        for (const MeasureTip* tip : {&box.begin, &box.end})
            for (const MeasureClock& clock : tip->clocks)
                line += " | " + clock.text.text.toStdString();
        list.push_back(line + atX(box.left));
    }
    std::string legend;
    for (const LegendEntry& entry : layout.legend)
        legend += (legend.empty() ? "" : " | ") + entry.text.text.toStdString();
    list.push_back("legend: " + legend);
    for (const TextRun& run : layout.foot)
        list.push_back("foot: " + run.text.toStdString());
    return list;
}

} // namespace lockstep
