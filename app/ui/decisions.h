#pragma once
#include "core/scenario.h"
#include <QString>

/// What a person can decide, in one place for table, panel, menus and keys. Those that can be refused answer
/// with a sentence, empty when done.
namespace lockstep {

class Document;

/// F2: on the record the clock is corrected, in a what-if the row is moved, and the rows `together` with it as far.
QString typeClock(Document& document, EventId id, const QString& text, const std::set<EventId>& together = {});
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

/// F2 on a window: on the record its begin is corrected, in a what-if the whole window is moved there.
QString typeWindow(Document& document, const Window& window, const QString& text);

// Rows of a what-if. On the record each begins one.
/// A new row; the words may not be empty. Answers with its number through the view: it is the last.
QString addRow(Document& document, LaneId lane, Instant at, const QString& text, Kind kind);
void dropRows(Document& document, const std::set<EventId>& rows);
/// A copy of a row in its lane, five minutes later.
void duplicateRow(Document& document, EventId id);
/// Rows as recorded: where they were, and not left out.
void putRowsBack(Document& document, const std::set<EventId>& rows);
/// An added row with other words, kind, lane or copy.
void restateRow(Document& document, EventId id, const AddEvent& stated);

/// Leaves a window out, as a what-if; on the record it begins one.
void dropWindow(Document& document, const WindowId& id);
/// The same window once more, from where it ends at the latest: a second lock for a second region.
WindowId duplicateWindow(Document& document, const Window& window);
void putWindowBack(Document& document, const WindowId& id);

/// True when all the shown what-if changes can be taken as corrections of the document. A row that is left out or
/// added cannot: the document has it, or has it not.
bool canCorrectInstead(const Document& document);
/// "The document is wrong: correct it instead": the moves become readings, the what-if goes. One undo step.
void correctInstead(Document& document);

/// The id of a resource by what a person calls it; made from the name when it is new.
ResourceId resourceCalled(const Timeline& record, const QString& name);

} // namespace lockstep
