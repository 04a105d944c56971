#include "core/measure.h"
#include "core/comparable.h"
#include "core/finding_words.h"
#include "core/lock_end.h"
#include "core/metric_parts.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

namespace {

/// "03:42 UTC"; on a row's own clock where its distance to UTC is not known, and as written where no zone is.
std::string pointWords(const TimelineView& view, const Event& footing, Instant at)
{
    const Timeline& record = view.record();
    if (!footing.offsetKnown)
        return momentWords(view, footing.lane, at);
    const bool hasZones = std::ranges::any_of(record.lanes, [](const Lane& lane) { return !lane.zoneName.empty(); });
    return clockLabel(record, Zone::utc().wallAt(at)) + (hasZones && !record.isElapsed ? " UTC" : "");
}

/// Finds where an end lies; where it lies nowhere, the figure says why.
struct Placing {
    const TimelineView& view;
    Measured& figure;

    std::optional<EndPlace> operator()(EventId row) const
    {
        if (const std::string why = whyAbsent(view, row); !why.empty())
            return none(why);
        const Span place = rowPlace(view, row);
        figure.rows.push_back(row);
        return EndPlace{.earliest = place.begin, .latest = place.end, .isAbout = view.common(row).approx, .footing = row, .words = rowWords({row})};
    }

    std::optional<EndPlace> operator()(const WindowEdge& edge) const
    {
        const Window* window = windowIn(view, edge.window);
        if (window == nullptr)
            return none("The window '" + edge.window + "' is not there.");
        const Bound& bound = edge.isEnd ? window->end : window->begin;
        const std::string words = (edge.isEnd ? "the end of " : "the begin of ") + windowInSentence(*window);
        if (!bound.basis.empty() && !bound.isCertain())
            say(figure, withCapital(words) + ": " + bound.basis + '.');
        return EndPlace{.earliest = bound.earliest, .latest = bound.latest, .isOpen = edge.isEnd && isOpenEnd(bound),
            .footing = clockRowOf(view.record(), *window), .words = words};
    }

    std::optional<EndPlace> operator()(const Point& point) const
    {
        const Timeline& record = view.record();
        if (!record.has(point.event) || !record.common(point.event).hasInstant)
            return none("The row " + std::to_string(point.event) + " that it goes by has no time that can be told.");
        const Event& footing = record.event(point.event);
        const Instant at = footing.at + point.after;
        return EndPlace{.earliest = at, .latest = at, .footing = point.event, .words = pointWords(view, footing, at)};
    }

private:
    std::optional<EndPlace> none(const std::string& why) const
    {
        say(figure, why);
        return std::nullopt;
    }
};

void measureLength(const TimelineView& view, MeasureTaken& taken)
{
    Measured& figure = taken.figure;
    std::vector<EventId> footings;
    for (const EventId row : {taken.begin.footing, taken.end.footing})
        if (row > 0)
            footings.push_back(row);
    if (const std::string why = whyIncomparable(view, footings); !why.empty())
        return say(figure, why);
    const bool isOpen = taken.begin.isOpen || taken.end.isOpen;
    figure.least = taken.begin.isOpen ? Millis{0} : std::max(Millis{0}, taken.end.earliest - taken.begin.latest);
    if (!isOpen)
        figure.most = std::max(taken.end.latest - taken.begin.earliest, taken.begin.latest - taken.end.earliest);
    for (const EventId row : figure.rows) {
        if (!view.common(row).hasClock)
            say(figure, withCapital(rowWords({row})) + " has a date and no clock.");
        if (view.common(row).approx)
            say(figure, withCapital(rowWords({row})) + " says about.");
    }
    if (figure.rows.size() == 2)
        say(figure, clockChangeWords(view, figure.rows.front(), figure.rows.back()));
}

} // namespace

MeasureTaken takeMeasure(const TimelineView& view, const Measure& measure)
{
    MeasureTaken taken;
    taken.figure.id = "measure";
    const Placing placing{view, taken.figure};
    const auto from = std::visit(placing, measure.from), to = std::visit(placing, measure.to);
    if (!from || !to)
        return taken;
    taken.isTurned = std::pair{to->earliest, to->latest} < std::pair{from->earliest, from->latest};
    taken.begin = taken.isTurned ? *to : *from;
    taken.end = taken.isTurned ? *from : *to;
    taken.hasPlace = true;
    if (taken.isTurned)
        std::ranges::reverse(taken.figure.rows);
    measureLength(view, taken);
    taken.figure.title = withCapital(endsWords(taken));
    return taken;
}

std::string lengthWords(const MeasureTaken& taken)
{
    if (!taken.figure.least)
        return "length not known";
    const bool isAbout = taken.begin.isAbout || taken.end.isAbout;
    return (isAbout ? "about " : "") + figureWords(taken.figure);
}

std::string endsWords(const MeasureTaken& taken)
{
    return taken.begin.words + " to " + taken.end.words;
}

Point pointOn(const Timeline& record, Instant at, EventId beside)
{
    if (record.has(beside) && record.common(beside).hasInstant)
        return {beside, at - record.event(beside).at};
    const auto first = std::ranges::find_if(record.events, &Event::hasInstant);
    return first == record.events.end() ? Point{} : Point{first->id, at - first->at};
}

} // namespace lockstep
