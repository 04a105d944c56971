#pragma once
#include "core/timeline.h"
#include <QString>
#include <functional>

class QMenu;

/// What a person decides about named moments, and about what is measured between them.
namespace lockstep {

class Document;

/// The moments a row can be: the usual ones, then others the record has.
std::vector<std::string> momentNames(const Timeline& record);
/// The moments a row is, in the order of momentNames.
std::vector<Anchor> momentsOf(const Timeline& record, EventId row);

/// Marks a row as a moment; an empty name changes nothing.
void setMoment(Document& document, const QString& name, EventId row);
void removeMoment(Document& document, const std::string& name);
/// Adds a figure. Answers with a sentence when it will not do, empty when done.
QString addMetric(Document& document, const QString& name, const std::string& from, const std::string& to);
void removeMetric(Document& document, const std::string& id);

/// "Mark as": every moment, ticked where the row is it. `another` asks for the name of a new one.
void addMomentMenu(QMenu& menu, Document& document, EventId row, std::function<void()> another);

} // namespace lockstep
