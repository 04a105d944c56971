#include "core/joined.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

namespace {

bool tellsOfOne(const ReadFile& file)
{
    return std::ranges::all_of(file.record.events, [](const Event& e) { return e.group == 0; });
}

int groupsOf(const Timeline& record)
{
    const auto last = std::ranges::max_element(record.events, {}, &Event::group);
    return last == record.events.end() ? 0 : last->group + 1;
}

/// Beside a date days alone are no place, nor is a time since T+0 beside a clock.
bool hasPlace(const Timeline& whole, const Source& source)
{
    return source.dated == whole.dated && source.isElapsed == whole.isElapsed;
}

/// The lane's place on the whole timeline; a new one stands after those of the files before.
LaneId laneOn(Timeline& whole, const Lane& lane)
{
    const auto same = std::ranges::find(whole.lanes, lane.role, &Lane::role);
    const auto id = static_cast<LaneId>(same - whole.lanes.begin());
    if (same == whole.lanes.end())
        whole.lanes.push_back(lane);
    else if (same->person != lane.person)
        same->person.clear();
    return id;
}

void append(Timeline& whole, const Timeline& record, int groupsBefore)
{
    std::vector<LaneId> laneOf;
    for (const Lane& lane : record.lanes)
        laneOf.push_back(laneOn(whole, lane));
    for (Event event : record.events) {
        event.lane = laneOf[static_cast<std::size_t>(event.lane)];
        event.group += groupsBefore;
        whole.events.push_back(event);
    }
    whole.sources.push_back(record.sources.front());
}

} // namespace

std::vector<const Draft*> filesOf(const Draft& draft)
{
    std::vector<const Draft*> files{&draft};
    for (const Draft& added : draft.added)
        files.push_back(&added);
    return files;
}

std::optional<DraftEvent> rowOf(const Draft& draft, EventId id)
{
    for (const Draft* file : filesOf(draft))
        if (const auto row = rowIndex(*file, id); row < file->events.size())
            return file->events[row];
    return {};
}

std::vector<ReadFile> readFiles(const Draft& draft, const Reading& reading)
{
    std::vector<ReadFile> files;
    Company company{.isAlone = draft.added.empty(), .lanes = {}};
    for (const Draft* file : filesOf(draft)) {
        ReadFile read{understand(*file, reading, company), {}, {}};
        read.notes = read.known.calendar.notes;
        read.record = recordOf(read.known, read.notes);
        if (!company.isAlone)
            for (TakenLane& lane : lanesTaken(*file, read.known.lanes, read.known.calendar.dated))
                if (std::ranges::find(company.lanes, lane.role, &TakenLane::role) == company.lanes.end())
                    company.lanes.push_back(std::move(lane));
        files.push_back(std::move(read));
    }
    return files;
}

Timeline joined(std::vector<ReadFile>& files)
{
    if (files.size() == 1)
        return std::move(files.front().record);
    Timeline whole;
    whole.title = files.front().record.title;
    whole.dated = std::ranges::any_of(files, [](const ReadFile& f) { return f.record.dated; });
    const bool isOneIncident = std::ranges::all_of(files, tellsOfOne);
    EventPacking packing;
    for (const ReadFile& file : files)
        packing.follow(file.known.draft.events);
    whole.events.close(std::move(packing));
    int groups = 0;
    for (const ReadFile& file : files) {
        append(whole, file.record, isOneIncident ? 0 : groups);
        groups += groupsOf(file.record);
    }
    whole.isElapsed = std::ranges::all_of(files, [](const ReadFile& f) { return f.record.isElapsed; });
    for (const Event& event : whole.events)
        if (event.hasInstant && !hasPlace(whole, whole.sourceOf(event)))
            whole.change(event.id, [](Event& row) { row.hasInstant = false; });
    return whole;
}

std::vector<Problem> undatedFiles(const Timeline& whole)
{
    std::vector<Problem> problems;
    if (whole.sources.size() < 2)
        return problems;
    const bool isAnyPlaced = std::ranges::any_of(whole.events, &Event::hasInstant);
    if (!whole.dated && isAnyPlaced)
        problems.push_back({Severity::Note, 0, 0, "No date in these files: only the order within each file is known.", "Set the date of each first row."});
    for (std::size_t i = 0; i < whole.sources.size(); ++i) {
        const Source& source = whole.sources[i];
        const auto rows = std::ranges::count(whole.events, static_cast<int>(i), &Event::file);
        if (!hasPlace(whole, source) && rows > 0)
            problems.push_back({Severity::Warning, 0, 0,
                source.name + (source.isElapsed ? " counts from T+0" : " has no date") + ", so its " + counted(static_cast<int>(rows), "row") + " cannot be placed.",
                source.isElapsed ? "Correct the clock of one row." : "Set the date of its first row.", static_cast<int>(i)});
    }
    return problems;
}

} // namespace lockstep
