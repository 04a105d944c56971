#include "ui/decisions.h"
#include "chart/drag.h"
#include "core/places.h"
#include "formats/length_text.h"
#include "ui/edit_labels.h"
#include "ui/typed_time.h"
#include "ui/window_edit.h"
#include "ui/words.h"
#include "whatif/document.h"
#include <QCoreApplication>
#include <QUndoStack>
#include <algorithm>

namespace lockstep {

namespace {

QString said(const char* text)
{
    return QCoreApplication::translate("Decisions", text);
}

const Timeline& recordOf(const Document& document)
{
    return document.resolved().timeline;
}

std::string roleOf(const Document& document, LaneId lane)
{
    return recordOf(document).lane(lane).role;
}

QString unknownPlace(const QString& text)
{
    QStringList close;
    for (const std::string& name : placesLike(bytes(text)))
        close << shown(name);
    const QString help = close.isEmpty() ? said("Type a large city near it, a country, or UTC+7.") : said("Close: %1.").arg(close.join(QStringLiteral(", ")));
    return said("No place or zone is called '%1'.").arg(text) + QLatin1Char(' ') + help;
}

} // namespace

QString typeClock(Document& document, EventId id, const QString& text, const std::set<EventId>& together)
{
    if (id < 1 || id > document.view().eventCount())
        return {};
    const Result<TypedTime> typed = typedTime(document.view(), id, bytes(text));
    if (!typed)
        return shownProblem(typed.error());
    const bool isElapsed = document.view().record().isElapsed;
    if (typed->isElapsed && document.isOnRecord())
        return typed->at == document.view().at(id) ? QString{} : said("Type the time of day this row had, such as 14:02. The other rows follow.");
    if (isElapsed && !typed->isElapsed && !document.isOnRecord())
        return said("This timeline counts from T+0. Type the time since then, such as T+0:20.");
    if (document.isOnRecord()) {
        std::vector<Change> changes = windowsKeptInPlace(recordOf(document), document.study().reading, {id});
        changes.emplace_back(SetClock{id, typed->clock, typed->day});
        document.read(changes, said("Correct the clock of row %1").arg(id));
        return {};
    }
    const Millis by = typed->at - document.view().at(id);
    const std::set<EventId> rows = together.contains(id) ? together : std::set{id};
    const std::vector<Edit> edits = moveEditsWithDependants(document.view(), document.scenario(), gripOf(id), by, rows);
    document.edit(edits, moveLabel(document.preview(edits), gripOf(id), rows.size()));
    return {};
}

namespace {

/// The name by which a reading knows a file: none for the first.
std::string readingName(const Document& document, std::size_t file)
{
    return file == 0 ? std::string{} : recordOf(document).sources[file].name;
}

} // namespace

QString typeClockAhead(Document& document, std::size_t file, const QString& text)
{
    const std::optional<Millis> by = text.trimmed().isEmpty() ? Millis{0} : signedLengthFrom(bytes(text));
    if (!by)
        return said("Type a length with its unit, such as 40 s; -40 s for a slow clock.");
    document.read(SetClockAhead{readingName(document, file), *by}, said("Set the clock of %1").arg(shown(recordOf(document).sources[file].name)));
    return {};
}

QString typeDate(Document& document, std::size_t file, const QString& text)
{
    const Result<date::year_month_day> day = typedDate(bytes(text));
    if (!day)
        return shownProblem(day.error());
    document.read(SetDate{*day, readingName(document, file)}, said("Set the date"));
    return {};
}

void chooseZone(Document& document, LaneId lane, const std::string& zone)
{
    document.read(SetZone{roleOf(document, lane), zone}, said("Set the time zone of %1").arg(shown(roleOf(document, lane))));
}

QString typeZone(Document& document, LaneId lane, const QString& text)
{
    const std::vector<PlaceCandidate> candidates = placesFor(bytes(text));
    if (candidates.empty())
        return unknownPlace(text);
    chooseZone(document, lane, candidates.front().zone);
    return {};
}

QString typeZoneOfAll(Document& document, const QString& text)
{
    const std::vector<PlaceCandidate> candidates = placesFor(bytes(text));
    if (candidates.empty())
        return unknownPlace(text);
    const std::string zone = candidates.size() == 1 ? candidates.front().zone : bytes(text);
    std::vector<Change> changes;
    for (const Lane& lane : recordOf(document).lanes)
        if (lane.zoneName.empty())
            changes.emplace_back(SetZone{lane.role, zone});
    document.read(changes, said("Set the time zone"));
    return {};
}

void typeTitle(Document& document, const QString& title)
{
    document.read(SetTitle{bytes(title)}, said("Set the headline"));
}

void moveToLane(Document& document, const std::set<EventId>& rows, const QString& lane)
{
    std::vector<Change> changes;
    for (const EventId id : rows)
        if (recordOf(document).has(id) && roleOf(document, recordOf(document).event(id).lane) != bytes(lane))
            changes.emplace_back(SetLane{id, bytes(lane)});
    if (!changes.empty())
        document.read(changes, said("Move to lane %1").arg(lane));
}

void markAsLookUp(Document& document, const std::set<EventId>& rows, bool isLookUp)
{
    const Kind kind = isLookUp ? Kind::Read : Kind::Action;
    std::vector<Change> changes;
    for (const EventId id : rows)
        if (recordOf(document).has(id) && recordOf(document).event(id).kind != kind)
            changes.emplace_back(SetKind{id, kind});
    if (!changes.empty())
        document.read(changes, isLookUp ? said("Mark as look-up") : said("Mark as no look-up"));
}

namespace {

/// What a what-if needs to be known of the record, and its edit: one undo step.
void readAndEdit(Document& document, const std::vector<Change>& changes, const std::vector<Edit>& edits, const QString& label)
{
    if (changes.empty())
        return document.edit(edits, label);
    document.undoStack()->beginMacro(label);
    document.read(changes, label);
    document.edit(edits, label);
    document.undoStack()->endMacro();
}

} // namespace

ResourceId resourceCalled(const Timeline& record, const QString& name)
{
    for (const Resource& resource : record.resources)
        if (resource.id == bytes(name) || resource.name == bytes(name))
            return resource.id;
    return bytes(name.trimmed().toLower());
}

void setLaneReads(Document& document, LaneId lane, const QString& name)
{
    const Timeline& record = recordOf(document);
    const ResourceId id = resourceCalled(record, name.trimmed());
    const bool isNew = !id.empty() && std::ranges::none_of(record.resources, [&](const Resource& r) { return r.id == id; });
    const QString label = said("Say what %1 reads").arg(shown(roleOf(document, lane)));
    // Which copies there are is part of the reading, even when a what-if asked for it.
    std::vector<Change> changes;
    if (isNew)
        changes.emplace_back(SetResource{Resource{id, bytes(name.trimmed())}});
    const std::string role = roleOf(document, lane);
    if (!document.isOnRecord())
        return readAndEdit(document, changes, {SetReads{role, id}}, label);
    changes.emplace_back(SetLaneReads{role, id});
    document.read(changes, label);
}

void addWindow(Document& document, const WindowSpec& spec)
{
    if (document.isOnRecord())
        document.read(SetWindow{spec}, said("Mark a lock"));
    else
        document.edit({AddWindow{spec}}, said("Add a lock"));
}

void changeWindow(Document& document, const WindowSpec& spec, const QString& label)
{
    const bool isOfRecord = std::ranges::any_of(recordOf(document).windows, [&](const Window& w) { return w.id == spec.id; });
    if (isOfRecord)
        document.read(SetWindow{spec}, label);
    else
        document.edit({AddWindow{spec}}, label);
}

void changeScope(Document& document, const Window& window, const Scope& scope)
{
    const QString label = said("Say what %1 locks").arg(shown(window.name));
    std::vector<Change> fresh;
    for (const ResourceId& id : scope.resources)
        if (std::ranges::none_of(recordOf(document).resources, [&](const Resource& r) { return r.id == id; }))
            fresh.emplace_back(SetResource{Resource{id, id}});
    if (!document.isOnRecord())
        return readAndEdit(document, fresh, {SetScope{window.id, scope}}, label);
    WindowSpec spec = specOf(recordOf(document), window);
    spec.scope = scope;
    fresh.emplace_back(SetWindow{spec});
    document.read(fresh, label);
}

void removeWindow(Document& document, const WindowId& id)
{
    if (document.isOnRecord())
        document.read(RemoveWindow{id}, said("Remove a window"));
    else
        document.edit({DropWindow{id}}, said("Leave a window out"));
}

} // namespace lockstep
