#pragma once
#include "core/draft.h"
#include "core/event_rows.h"
#include "core/zone.h"
#include <set>

namespace lockstep {

using ResourceId = std::string; ///< "master"
using WindowId = std::string;   ///< "backups"

struct Lane {
    std::string role, person, place; ///< "Client", "Isa Gates", "Vietnam"
    std::string zoneName;            ///< IANA name or "+01:00"; empty while no zone is known
    /// What the lane's clock is called where its place does not tell: "CEST" as the document writes it, or what a
    /// person chose. Empty where the place tells, or where an offset or a zone's own name is all that is known.
    std::string zoneWritten = {};
    /// What turns an instant into this lane's clock: the zone when dated, a fixed offset when
    /// undated, UTC where no zone is known (the clock is then drawn as written).
    Zone zone = Zone::utc();
    bool zoneInferred = false;       ///< found from the order of the rows: marked with a dagger
    /// False where no zone is known, or where the document is undated and the order of its rows does not
    /// decide the offset: the lane is then drawn by the likeliest one, and no UTC clock is given.
    bool offsetKnown = true;
    ResourceId reads;                ///< empty: not named, any blocking scope may concern it
    friend bool operator==(const Lane&, const Lane&) = default;
};

/// A file the rows come from.
struct Source {
    std::string name, hash; ///< the name is of this file alone
    bool dated = false;
    bool isElapsed = false; ///< it counts from a zero of its own and states no clock
    Millis clockAhead{0};   ///< how fast its clock went; its rows lie that much earlier than written
    EventId firstRow = 1;
    friend bool operator==(const Source&, const Source&) = default;
};

struct Resource {
    ResourceId id;
    std::string name;
    friend bool operator==(const Resource&, const Resource&) = default;
};

enum class Effect { Blocks, Stales, Informs };

/// A set of resources, or all of them.
struct Scope {
    bool all = true;
    std::set<ResourceId> resources;
    static Scope everything() { return {}; }
    static Scope of(std::set<ResourceId> r) { return {.all = false, .resources = std::move(r)}; }
    /// An unnamed resource ("") is only touched by a scope that is everything.
    bool covers(const ResourceId& r) const { return all || resources.contains(r); }
    friend bool operator==(const Scope&, const Scope&) = default;
};

/// One end of a window: known to lie within [earliest, latest].
struct Bound {
    Instant earliest, latest;
    std::string basis;               ///< in words: "at least 1 hour; first correct balance 11:35 in Vietnam"
    std::optional<EventId> tiedTo;   ///< moves with this event; evidence that only limits a bound is no tie
    bool isCertain() const { return earliest == latest; }
    static Bound certain(Instant t) { return {.earliest = t, .latest = t, .basis = {}, .tiedTo = {}}; }
    friend bool operator==(const Bound&, const Bound&) = default;
};

/// A stretch of time in which something locks, is out of date, or merely runs. Half open: [begin, end).
struct Window {
    WindowId id;
    std::string name;   ///< "Backups"
    std::string what;   ///< what it locks in the document's words: "every table"; may be empty
    Effect effect = Effect::Informs;
    Scope scope;
    Bound begin, end;
    bool proposed = false; ///< read from the words by the program, not confirmed by a person
    std::string because;   ///< why it was proposed, in words
    friend bool operator==(const Window&, const Window&) = default;
};

enum class LinkKind { Triggers, RespondsTo, ScheduledAfter };
struct Link {
    EventId cause = 0, effect = 0;
    LinkKind kind = LinkKind::Triggers;
    bool onlyIfCauseFailed = false;
    Millis leastDelay{0}; ///< how long after its cause the effect begins at the earliest
    friend bool operator==(const Link&, const Link&) = default;
};

/// A named moment that metrics are measured from: "onset", "first impact", "detected" ...
struct Anchor {
    std::string name;
    EventId event = 0;
    bool proposed = false;    ///< read from the words by the program, not said by a person
    std::string because = {}; ///< why it was proposed, in a sentence
    friend bool operator==(const Anchor&, const Anchor&) = default;
};

/// What a metric of length means: the time from one named moment to another. Two may share a name: "Time to restore"
/// from the onset or from the first impact.
struct MetricDefinition {
    std::string id, name, from, to;
    friend bool operator==(const MetricDefinition&, const MetricDefinition&) = default;
};

/// The record: the reading, resolved. Immutable once made; scenarios are laid over it.
/// Events are stored so that event id i is at index i - 1.
struct Timeline {
    std::string title;
    std::vector<Source> sources; ///< in the order of their rows
    /// False: instants are relative, see Instant, and no writer prints a date. Of several files the undated ones have no
    /// place beside a dated one, and their rows no instant.
    bool dated = false;
    bool isElapsed = false; ///< no clock is known: every instant counts from the document's zero, "T+5m"
    std::vector<Lane> lanes;
    EventRows events;
    std::vector<Resource> resources;
    std::vector<Window> windows;
    std::vector<Link> links;
    std::vector<Anchor> anchors;
    std::vector<MetricDefinition> metrics; ///< the program's and then a person's own

    Event event(EventId id) const { return events[static_cast<std::size_t>(id - 1)]; }
    /// Lets `edit` change the row.
    template <class ToRow> void change(EventId id, ToRow edit)
    {
        const auto index = static_cast<std::size_t>(id - 1);
        Event row = events[index];
        edit(row);
        events.set(index, row);
    }
    /// As event(id).at and the facts of a row that others share, see RowList::common: for looking at all rows.
    Instant at(EventId id) const { return instantAt(events, static_cast<std::size_t>(id - 1)); }
    const Event& common(EventId id) const { return events.common(static_cast<std::size_t>(id - 1)); }
    const Source& sourceOf(const Event& e) const { return sources[static_cast<std::size_t>(e.file)]; }
    const Lane& lane(LaneId id) const { return lanes[static_cast<std::size_t>(id)]; }
    bool has(EventId id) const { return id >= 1 && static_cast<std::size_t>(id) <= events.size(); }
    friend bool operator==(const Timeline&, const Timeline&) = default;
};

} // namespace lockstep
