#include "core/added_file.h"
#include "core/joined.h"
#include <algorithm>

namespace lockstep {

namespace {

bool isTaken(const Draft& draft, const std::string& name)
{
    return std::ranges::any_of(filesOf(draft), [&](const Draft* file) { return file->sourceName == name; });
}

std::string freeName(const Draft& draft, const std::string& name)
{
    std::string free = name;
    for (int number = 2; isTaken(draft, free); ++number)
        free = name + " (" + std::to_string(number) + ')';
    return free;
}

void append(Draft& draft, Draft file)
{
    const std::vector<Draft> more = std::move(file.added);
    file.added.clear();
    file.sourceName = freeName(draft, file.sourceName);
    const Draft& last = draft.added.empty() ? draft : draft.added.back();
    file.rowsBefore = last.rowsBefore + static_cast<int>(last.events.size());
    file.file = last.file + 1;
    draft.added.push_back(std::move(file));
    for (const Draft& next : more)
        append(draft, next);
}

/// Puts a lane's new name where decisions and what-ifs name it.
struct LaneRenamer {
    const std::string& from;
    const std::string& to;

    void rename(std::string& lane) const
    {
        if (lane == from)
            lane = to;
    }
    void operator()(SetZone& c) const { rename(c.lane); }
    void operator()(SetLane& c) const { rename(c.lane); }
    void operator()(SetLaneReads& c) const { rename(c.lane); }
    void operator()(SetReads& e) const { rename(e.lane); }
    void operator()(AddEvent& e) const { rename(e.lane); }
    template <class Other> void operator()(Other&) const {}
};

void renameLane(Incident& incident, const std::string& from, const std::string& to)
{
    const LaneRenamer renamer{from, to};
    for (ReadingEntry& entry : incident.reading)
        std::visit(renamer, entry.change);
    for (Scenario& scenario : incident.scenarios)
        for (Edit& edit : scenario.edits)
            std::visit(renamer, edit);
}

/// Events that what-ifs add are numbered after the last row.
struct Renumberer {
    EventId lastRow;
    int by;

    void shift(EventId& id) const
    {
        if (id > lastRow)
            id += by;
    }
    void operator()(MoveEvent& e) const { shift(e.event); }
    void operator()(DropEvent& e) const { shift(e.event); }
    void operator()(AddWindow& e) const
    {
        for (BoundSpec* bound : {&e.window.begin, &e.window.end})
            if (bound->tiedTo)
                shift(*bound->tiedTo);
    }
    template <class Other> void operator()(Other&) const {}
};

int rowsOf(const Draft& draft)
{
    const Draft& last = draft.added.empty() ? draft : draft.added.back();
    return last.rowsBefore + static_cast<int>(last.events.size());
}

/// The names of a first file's lanes, by its rows.
std::vector<std::string> lanesOfRows(const Draft& draft, bool isAlone)
{
    const LanePlan plan = planLanes(draft, {}, Company{.isAlone = isAlone, .lanes = {}});
    std::vector<std::string> names;
    for (const LaneId lane : plan.laneOf)
        names.push_back(plan.lanes[static_cast<std::size_t>(lane)].role);
    return names;
}

} // namespace

Incident withFile(Incident incident, Draft file)
{
    if (incident.draft.added.empty()) {
        const auto before = lanesOfRows(incident.draft, true), after = lanesOfRows(incident.draft, false);
        const auto rest = std::ranges::find(before, laneOfTheRest);
        if (rest != before.end())
            renameLane(incident, *rest, after[static_cast<std::size_t>(rest - before.begin())]);
    }
    const int before = rowsOf(incident.draft);
    append(incident.draft, std::move(file));
    const Renumberer renumberer{before, rowsOf(incident.draft) - before};
    for (Scenario& scenario : incident.scenarios)
        for (Edit& edit : scenario.edits)
            std::visit(renumberer, edit);
    return incident;
}

Draft withFiles(const std::vector<Draft>& files)
{
    Draft whole = files.front();
    whole.added.clear();
    for (auto file = files.begin() + 1; file != files.end(); ++file)
        append(whole, *file);
    return whole;
}

namespace {

struct NamesFile {
    bool operator()(const SetDate& c) const { return !c.source.empty(); }
    bool operator()(const SetZone& c) const { return !c.source.empty(); }
    bool operator()(const SetClockAhead& c) const { return !c.source.empty(); }
    bool operator()(const SetZoneWords& c) const { return !c.source.empty(); }
    bool operator()(const SetYear& c) const { return !c.source.empty(); }
    bool operator()(const SetDayOrder& c) const { return !c.source.empty(); }
    bool operator()(const SetEpochUnit& c) const { return !c.source.empty(); }
    bool operator()(const SetColumns& c) const { return !c.source.empty(); }
    bool operator()(const SetRowOrder& c) const { return !c.source.empty(); }
    template <class Other> bool operator()(const Other&) const { return false; }
};

} // namespace

bool isAboutAddedFile(const Change& change)
{
    return std::visit(NamesFile{}, change);
}

bool holdsFile(const Draft& draft, const Draft& file)
{
    return std::ranges::any_of(filesOf(draft), [&](const Draft* held) {
        return !file.sourceHash.empty() && held->sourceHash == file.sourceHash;
    });
}

} // namespace lockstep
