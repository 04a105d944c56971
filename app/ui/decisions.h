#pragma once
#include "core/scenario.h"
#include <QString>

/// What a person can decide, in one place for table, panel, menus and keys. Those that can be refused answer
/// with a sentence, empty when done.
namespace lockstep {

class Document;

/// F2: on the record the clock is corrected, in a what-if the row is moved.
QString typeClock(Document& document, EventId id, const QString& text);
/// The date of a file's first row. file: index into Timeline::sources.
QString typeDate(Document& document, std::size_t file, const QString& text);
/// How fast a file's clock went: "40 s", "-2 min" for a slow one; empty or 0 takes it back.
QString typeClockAhead(Document& document, std::size_t file, const QString& text);
QString typeZone(Document& document, LaneId lane, const QString& text);
/// The zone of every lane that has none yet, one undo step. Of a place with rivals the words are kept: the order of
/// the rows then decides.
QString typeZoneOfAll(Document& document, const QString& text);
void chooseZone(Document& document, LaneId lane, const std::string& zone);
void typeTitle(Document& document, const QString& title);

void moveToLane(Document& document, const std::set<EventId>& rows, const QString& lane);
void markAsLookUp(Document& document, const std::set<EventId>& rows, bool isLookUp);
void setLaneReads(Document& document, LaneId lane, const QString& resource);

/// A window made by hand: part of the reading, or of the what-if when one is shown.
void addWindow(Document& document, const WindowSpec& spec);
/// Replaces a window's reading; in a what-if one that it added itself.
void changeWindow(Document& document, const WindowSpec& spec, const QString& label);
void changeScope(Document& document, const Window& window, const Scope& scope);
void removeWindow(Document& document, const WindowId& id);
/// One bound from typed text. `part`: WindowBegin or WindowEnd; `latest`: the later end of an uncertain one.
QString typeBound(Document& document, const Window& window, bool isBegin, bool latest, const QString& text);

/// True when the moves of the shown what-if can be taken as corrections of the document.
bool canCorrectInstead(const Document& document);
/// "The document is wrong: correct it instead": the moves become readings, the what-if goes. One undo step.
void correctInstead(Document& document);

/// The id of a resource by what a person calls it; made from the name when it is new.
ResourceId resourceCalled(const Timeline& record, const QString& name);

} // namespace lockstep
