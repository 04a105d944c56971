#include "ui/measure_panel.h"
#include "core/finding_words.h"
#include "core/range_facts.h"
#include "core/wording.h"
#include "ui/figures.h"
#include "ui/measure_edit.h"
#include "ui/panel_parts.h"
#include "ui/selection.h"
#include "ui/words.h"
#include "whatif/document.h"
#include <QCoreApplication>

namespace lockstep {

namespace {

QString said(const char* text)
{
    return QCoreApplication::translate("Measures", text);
}

/// "03:30, day 2"; "03:30, day 2 to 03:35, day 2" where the end is uncertain.
QString clockWords(const QString& earliest, const QString& latest)
{
    return earliest == latest ? earliest : said("%1 to %2").arg(earliest, latest);
}

/// A row that has a date and no clock shows none.
bool hasClock(const TimelineView& view, const EndPlace& end)
{
    return end.footing == 0 || view.event(end.footing).hasClock || end.earliest == end.latest;
}

void addClocks(QVBoxLayout* column, const TimelineView& view, const EndPlace& end)
{
    panel::label(column, shown(withCapital(end.words)), "value");
    if (!hasClock(view, end))
        return;
    panel::Facts facts(column);
    const auto earliest = clockRows(view.record(), end.earliest, -1), latest = clockRows(view.record(), end.latest, -1);
    for (std::size_t i = 0; i < earliest.size(); ++i)
        facts.add(earliest[i].first, clockWords(earliest[i].second, latest[i].second));
}

/// "7 rows, 2 look-ups (1 during the lock)"
QString laneWords(const LaneFacts& lane)
{
    std::string words = counted(lane.rows, "row");
    if (lane.lookUps > 0)
        words += ", " + counted(lane.lookUps, "look-up");
    if (const std::string outcomes = outcomesWords(lane.outcomes); !outcomes.empty())
        words += " (" + outcomes + ')';
    return shown(words);
}

/// How many rows and look-ups, what those met, how much of it lies under windows, and how long nothing is recorded.
void addFigures(QVBoxLayout* column, const TimelineView& view, const RangeFacts& range)
{
    panel::Facts figures(column, true);
    figures.add(said("Rows"), QString::number(range.rows));
    if (const auto lookUps = range.kinds.find(Kind::Read); lookUps != range.kinds.end())
        figures.add(said("Look-ups"), QString::number(lookUps->second));
    for (const auto& [outcome, count] : range.outcomes)
        if (outcome != Outcome::None)
            figures.add(shown(withCapital(outcomeWords(outcome))), QString::number(count));
    for (const WindowPart& part : range.windows)
        if (const Window* window = windowIn(view, part.window))
            figures.add(said("Under %1").arg(shown(windowInSentence(*window))), shown(lengthRange(part.least, part.most)));
    figures.add(said("Longest silence"), shown(lengthLabel(range.longestSilence)));
}

void addFacts(QVBoxLayout* column, const TimelineView& view, const MeasureTaken& taken)
{
    const RangeFacts range = factsWithin(view, taken.span());
    panel::rule(column);
    panel::section(column, said("In this range"));
    addFigures(column, view, range);
    const auto& lanes = view.record().lanes;
    for (const auto& [lane, held] : range.lanes)
        if (static_cast<std::size_t>(lane) < lanes.size() && lanes.size() > 1)
            panel::muted(column, said("%1: %2").arg(shown(lanes[static_cast<std::size_t>(lane)].role), laneWords(held)));
}

} // namespace

void showMeasure(QVBoxLayout* column, Document& document, const TimelineView& view, Selection& selection)
{
    const Measure measure = *selection.measure();
    const MeasureTaken taken = takeMeasure(view, measure);
    panel::heading(column, taken.hasPlace ? shown(withCapital(lengthWords(taken))) : said("Measure"));
    if (!taken.figure.basis.empty())
        panel::muted(column, shown(taken.figure.basis));
    if (taken.hasPlace) {
        addClocks(column, view, taken.begin);
        addClocks(column, view, taken.end);
    }
    if (document.isKept(measure))
        panel::link(column, said("Remove it (Delete)"), [&document, &selection, measure] { removeMeasure(document, selection, measure); });
    else
        panel::link(column, said("Keep it in the picture (Enter)"), [&document, measure] { keepMeasure(document, measure); });
    if (taken.hasPlace)
        addFacts(column, view, taken);
}

void showMeasures(QVBoxLayout* column, const Document& document, const TimelineView& view, Selection& selection)
{
    const std::vector<Measure>& measures = document.study().measures;
    if (measures.empty())
        return;
    panel::rule(column);
    panel::section(column, said("Measures"));
    for (const Measure& measure : measures)
        panel::quietLink(column, forMenu(measureWords(view, measure)), [&selection, measure] { selection.choose(measure); });
}

} // namespace lockstep
