#pragma once
#include "core/epoch.h"
#include "core/timeline.h"
#include <variant>

namespace lockstep {

/// A point that survives a change of date or zone: so long after a row, as recorded.
struct Point {
    EventId event = 1;
    Millis after{0};
    friend bool operator==(const Point&, const Point&) = default;
};

/// A bound of a window as a person or a file states it.
struct BoundSpec {
    Point earliest, latest;
    std::string basis;
    std::optional<EventId> tiedTo;
    friend bool operator==(const BoundSpec&, const BoundSpec&) = default;
};

/// A window as a person or a file states it; resolved against the timeline it becomes a Window.
struct WindowSpec {
    WindowId id;
    std::string name, what;
    Effect effect = Effect::Blocks;
    Scope scope;
    BoundSpec begin, end;
    friend bool operator==(const WindowSpec&, const WindowSpec&) = default;
};

// What the source is taken to mean. Each is one decision; a later one replaces an earlier one on the same thing.
struct SetTitle      { std::string title;                                  friend bool operator==(const SetTitle&, const SetTitle&) = default; };
/// source: the name of the file whose first row it is; empty for the first file.
struct SetDate       { date::year_month_day firstRow; std::string source = {}; friend bool operator==(const SetDate&, const SetDate&) = default; };
/// zone: IANA name, offset, or words with rivals, between which the order of the rows decides. lane: role of the lane, or empty for a whole
/// document: the file named `source`, else the first.
struct SetZone       { std::string lane, zone, source = {};                friend bool operator==(const SetZone&, const SetZone&) = default; };
/// What words for a zone mean wherever the file writes them: "PST" -> "-08:00".
struct SetZoneWords  { std::string words, zone, source = {};               friend bool operator==(const SetZoneWords&, const SetZoneWords&) = default; };
/// The year of the first date that is written without one; the others keep their distance to it.
struct SetYear       { int year = 0; std::string source = {};              friend bool operator==(const SetYear&, const SetYear&) = default; };
/// Which comes first in dates in digits that leave the choice, such as "3/4/2022".
struct SetDayOrder   { bool dayFirst = false; std::string source = {};     friend bool operator==(const SetDayOrder&, const SetDayOrder&) = default; };
/// What bare numbers in place of a clock count in.
struct SetEpochUnit  { EpochUnit unit = EpochUnit::Seconds; std::string source = {}; friend bool operator==(const SetEpochUnit&, const SetEpochUnit&) = default; };
/// Which columns of a table, or keys of its objects, hold what: "time=When,text=What". The rows of the file are read by
/// them already: this stands for reading it so again.
struct SetColumns    { std::string columns, source = {};                   friend bool operator==(const SetColumns&, const SetColumns&) = default; };
/// Whether the file lists its newest row first, so that its order is read upwards.
struct SetRowOrder   { bool newestFirst = false; std::string source = {};  friend bool operator==(const SetRowOrder&, const SetRowOrder&) = default; };
/// Whether a midnight lies between the row before on the same clock and this one.
struct SetMidnight   { EventId event = 0; bool passed = false;             friend bool operator==(const SetMidnight&, const SetMidnight&) = default; };
/// "This host was 40 s fast": all rows of the file (empty: the first) lie that much earlier. Negative: its clock was slow.
struct SetClockAhead { std::string source; Millis by{0};                   friend bool operator==(const SetClockAhead&, const SetClockAhead&) = default; };
/// A correction: "the log says 10:36". The day stays as it was found unless `day` (0 = that of its file's first row) is given.
struct SetClock      { EventId event = 0; Clock clock; std::optional<int> day; friend bool operator==(const SetClock&, const SetClock&) = default; };
struct SetLane       { EventId event = 0; std::string lane;                friend bool operator==(const SetLane&, const SetLane&) = default; };
struct SetKind       { EventId event = 0; Kind kind = Kind::Action;        friend bool operator==(const SetKind&, const SetKind&) = default; };
struct SetEventReads { EventId event = 0; ResourceId resource;             friend bool operator==(const SetEventReads&, const SetEventReads&) = default; };
struct SetLaneReads  { std::string lane; ResourceId resource;              friend bool operator==(const SetLaneReads&, const SetLaneReads&) = default; };
struct SetResource   { Resource resource;                                  friend bool operator==(const SetResource&, const SetResource&) = default; };
/// Adds a window, or replaces the one (proposed or not) with the same id.
struct SetWindow     { WindowSpec window;                                  friend bool operator==(const SetWindow&, const SetWindow&) = default; };
struct RemoveWindow  { WindowId window;                                    friend bool operator==(const RemoveWindow&, const RemoveWindow&) = default; };
struct SetLink       { Link link;                                          friend bool operator==(const SetLink&, const SetLink&) = default; };
struct RemoveLink    { EventId cause = 0, effect = 0;                      friend bool operator==(const RemoveLink&, const RemoveLink&) = default; };
struct SetAnchor     { Anchor anchor;                                      friend bool operator==(const SetAnchor&, const SetAnchor&) = default; };
/// The moment has no row, whatever the words say.
struct RemoveAnchor  { std::string anchor;                                 friend bool operator==(const RemoveAnchor&, const RemoveAnchor&) = default; };
/// Adds a definition, or replaces the one with the same id.
struct SetMetric     { MetricDefinition metric;                            friend bool operator==(const SetMetric&, const SetMetric&) = default; };
struct RemoveMetric  { std::string metric;                                 friend bool operator==(const RemoveMetric&, const RemoveMetric&) = default; };
/// Flips a repeated or skipped wall time to its other reading.
struct SetFold       { EventId event = 0; bool later = false;              friend bool operator==(const SetFold&, const SetFold&) = default; };

using Change = std::variant<SetTitle, SetDate, SetZone, SetClock, SetLane, SetKind, SetEventReads, SetLaneReads,
                            SetResource, SetWindow, RemoveWindow, SetLink, SetAnchor, SetFold, SetClockAhead, RemoveLink,
                            SetZoneWords, SetYear, SetDayOrder, SetEpochUnit, SetRowOrder, SetMidnight,
                            RemoveAnchor, SetMetric, RemoveMetric, SetColumns>;

enum class By { Person, Program };

struct ReadingEntry {
    Change change;
    By by = By::Person;
    std::string was; ///< what it replaced, in words, for the footnote: "10:35"
    friend bool operator==(const ReadingEntry&, const ReadingEntry&) = default;
};

using Reading = std::vector<ReadingEntry>;

/// Another way to read something, and what takes it.
struct Rival {
    std::string words;                ///< "Washington state: America/Los_Angeles, 5 rows run backwards"
    std::vector<Change> changes = {}; ///< to add to the reading as a person's; empty: to be known, not to be taken
    friend bool operator==(const Rival&, const Rival&) = default;
};

} // namespace lockstep
