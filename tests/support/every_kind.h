#pragma once
#include "core/incident.h"

namespace lockstep::test {

inline DraftEvent everyKindRow(int line, std::string text, Clock clock)
{
    DraftEvent row;
    row.line = row.lastLine = line;
    row.text = std::move(text);
    row.clock = clock;
    return row;
}

/// An incident in which every field, every kind of decision and every kind of edit stands at least once.
inline Incident everyKind()
{
    using namespace std::chrono_literals;
    Incident incident;
    auto& draft = incident.draft;
    draft.format = "markdown";
    draft.sourceName = "every \"kind\".md";
    draft.sourceHash = "sha256:00ff";
    draft.title = "Mọi loại – every kind";
    draft.events = {everyKindRow(3, "first\tlook", {9, 5}), everyKindRow(5, "second", {24, 10}), everyKindRow(9, "third", {0, 0, 1, 250})};
    auto& full = draft.events.open()[0];
    full.lastLine = 4;
    full.group = 1;
    full.source = "9:05–9:10 AM PST, Ana (Client), Lima: first\tlook";
    full.written = "9:05–9:10 AM PST";
    full.endClock = Clock{9, 10, 30};
    full.date = Stated<StatedDate>{{2019, 10, 6}, "6 Oct 2019", Where::DayLine, 2};
    full.endDate = StatedDate{2019, 10, 7};
    full.zone = Stated<std::string>{"PST", "PST", Where::Row, 3};
    full.approx = true;
    full.role = "Client";
    full.person = "Ana";
    full.place = "Lima";
    full.doubts = {"The first doubt.", "Second, with \\ and \x01."};
    draft.events.open()[1].date = Stated<StatedDate>{{std::nullopt, 2, 29}, "Feb 29", Where::ColumnHead, 1};
    draft.events.open()[2].clock.reset();
    draft.events.open()[2].dayNumber = 2;
    draft.prose = {{1, "All times are local."}, {12, "It was locked for at least 1 hour."}};
    draft.problems = {{Severity::Warning, 7, 4, "Line 7 has the clock 25:61.", "Hours run from 0 to 24."}};
    draft.columns = {{"time", "A", "Its cells hold clocks.", {"C", "4"}, 1}};

    const WindowSpec window{"backups", "Backups", "every table", Effect::Blocks, Scope::of({"mirror", "master"}),
        {{2, 0min}, {2, 0min}, "", 2}, {{2, 60min}, {3, -1500ms}, "at least 1 hour", 3}};
    WindowSpec other = window;
    other.id = "night";
    other.effect = Effect::Informs;
    other.scope = Scope::everything();
    const auto person = [](Change change, std::string was) { return ReadingEntry{std::move(change), By::Person, std::move(was)}; };
    incident.reading = {
        person(SetTitle{"A better title"}, "Mọi loại"),
        person(SetDate{date::year{2019} / 10 / 6}, "no date"),
        person(SetZone{"", "UTC"}, ""),
        person(SetZone{"Client", "America/Lima"}, "no zone"),
        person(SetClock{1, {9, 6}, std::nullopt}, "09:05"),
        person(SetClock{2, {0, 10}, 1}, "24:10"),
        person(SetLane{3, "Client"}, "Bank"),
        {SetKind{1, Kind::Read}, By::Program, ""},
        person(SetEventReads{1, "mirror"}, ""),
        person(SetLaneReads{"Client", "mirror"}, ""),
        person(SetResource{{"mirror", "Mirror copy"}}, ""),
        {SetWindow{window}, By::Program, ""},
        person(SetWindow{other}, ""),
        person(RemoveWindow{"impact"}, "impact, 09:05 to 09:10"),
        person(SetLink{{1, 2, LinkKind::RespondsTo, true}}, ""),
        person(SetLink{{2, 3, LinkKind::ScheduledAfter, false, 90s}}, ""),
        person(RemoveLink{1, 3}, "triggers"),
        person(SetAnchor{{"onset", 1}}, ""),
        person(RemoveAnchor{"told"}, "row 3"),
        person(SetMetric{{"wait", "Wait", "onset", "detected"}}, ""),
        person(RemoveMetric{"client-visible"}, "Client-visible, first impact to recovered"),
        person(SetFold{2, true}, "earlier"),
        person(SetClockAhead{{}, 40s}, ""),
        person(SetZoneWords{"PST", "-08:00"}, "America/Los_Angeles"),
        person(SetYear{2020}, ""),
        person(SetDayOrder{true}, "month first"),
        person(SetEpochUnit{EpochUnit::Microseconds}, "seconds since 1970"),
        person(SetRowOrder{true}, ""),
        person(SetMidnight{3, true}, ""),
        person(SetColumns{"time=When,text=What"}, ""),
    };
    auto added = other;
    added.id = "second";
    added.begin = {{1, -453min}, {1, -453min}, "", std::nullopt};
    incident.scenarios = {
        {"Every edit", "One of each kind.",
            {MoveEvent{1, 29min}, MoveWindow{"backups", -30min, -30min}, MoveWindow{"night", 0min, 7h + 33min},
                SetScope{"backups", Scope::of({"master"})}, SetScope{"night", Scope::everything()}, SetReads{"Client", "master"},
                DropEvent{2}, AddEvent{"Client", "asks again", {3, 5min}, Kind::Message, "mirror"}, MoveEvent{4, 90s},
                DropWindow{"night"}, AddWindow{added}}},
        {"Nothing yet", "", {}},
    };
    incident.measures = {{1, 3}, {WindowEdge{"backups", false}, WindowEdge{"backups", true}}, {Point{1, 5min}, 2}};
    incident.lanes = {{{"Client", true, false}, {"Bank", false, true}, {"Isa Gates", false, false, true, LanesBy::Actor}, {"Look-ups", true, false, false, LanesBy::Kind}}, LanesBy::Kind};
    return incident;
}

} // namespace lockstep::test
