#pragma once
#include "core/timeline.h"
#include <QString>
#include <set>

/// Links made and changed by hand. They are part of the reading, also while a what-if is shown.
namespace lockstep {

class Document;

/// The link between two rows, whichever way it goes; nullptr for none.
const Link* linkBetween(const Timeline& record, EventId one, EventId other);
/// Two rows of the record as a link would go, the earlier one first; nothing for other numbers of rows.
std::optional<std::pair<EventId, EventId>> linkable(const Timeline& record, const std::set<EventId>& rows);

/// The cause triggers the effect from now on. Answers with a sentence where it cannot, empty when done; rows that are
/// linked that way already stay as they are.
QString linkRows(Document& document, EventId cause, EventId effect);
void changeLink(Document& document, const Link& link, const QString& label);
void removeLink(Document& document, const Link& link);
/// The least delay from typed text: "5 min"; empty takes it away. Answers as linkRows.
QString typeLeastDelay(Document& document, Link link, const QString& text);

/// A link as one of its rows sees it: "Triggered by row 3, only if that failed", "Row 6 responds to it".
QString linkWords(const Link& link, EventId seenFrom);

} // namespace lockstep
