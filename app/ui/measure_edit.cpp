#include "ui/measure_edit.h"
#include "ui/selection.h"
#include "ui/words.h"
#include "whatif/document.h"
#include <QCoreApplication>
#include <algorithm>

namespace lockstep {

namespace {

QString said(const char* text)
{
    return QCoreApplication::translate("Measures", text);
}

EventId rowOfEnd(const MeasureEnd& end)
{
    const auto* row = std::get_if<EventId>(&end);
    return row != nullptr ? *row : 0;
}

void putBeside(const TimelineView& view, MeasureEnd& end, EventId row)
{
    const auto* point = std::get_if<Point>(&end);
    const Timeline& record = view.record();
    if (point != nullptr && row > 0 && record.has(point->event))
        end = pointOn(record, record.event(point->event).at + point->after, row);
}

} // namespace

MeasureEnd endAtRow(const TimelineView& view, EventId row)
{
    if (view.record().has(row))
        return row;
    return pointOn(view.record(), view.at(row));
}

std::optional<Measure> measureBetween(const TimelineView& view, const std::set<EventId>& rows)
{
    std::vector<EventId> timed;
    for (const EventId id : rows)
        if (id >= 1 && id <= view.eventCount() && view.event(id).hasInstant)
            timed.push_back(id);
    if (timed.size() < 2)
        return std::nullopt;
    const auto [first, last] = std::ranges::minmax_element(timed, {}, [&](EventId id) { return view.at(id); });
    return besideRows(view, {endAtRow(view, *first), endAtRow(view, *last)});
}

Measure besideRows(const TimelineView& view, Measure measure)
{
    putBeside(view, measure.from, rowOfEnd(measure.to));
    putBeside(view, measure.to, rowOfEnd(measure.from));
    return measure;
}

void keepMeasure(Document& document, const Measure& measure)
{
    document.keepMeasure(measure, said("Keep %1").arg(measureWords(document.view(), measure)));
}

void removeMeasure(Document& document, Selection& selection, const Measure& measure)
{
    document.removeMeasure(measure, said("Remove %1").arg(measureWords(document.view(), measure)));
    if (selection.measure() == measure) // last: `measure` may be the selection's own
        selection.clear();
}

QString measureWords(const TimelineView& view, const Measure& measure)
{
    const MeasureTaken taken = takeMeasure(view, measure);
    return taken.hasPlace ? shown(lengthWords(taken) + ", " + endsWords(taken)) : shown(taken.figure.basis);
}

} // namespace lockstep
