#pragma once
#include "core/how_read.h"
#include <QString>
#include <functional>

class QVBoxLayout;

namespace lockstep {

class Document;
class Selection;

QString howReadTitle();
/// Reads a file again by the columns named, empty for those the program finds, and what that replaces in words.
using ReadByColumns = std::function<void(const SetColumns& columns, const std::string& was)>;
/// Everything a document was taken to mean: each with its line to go to and its rivals to take, then the lines that are no rows.
void showHowRead(QVBoxLayout* column, Document& document, Selection& selection, ReadByColumns readByColumns);
/// The same of one row.
void showHowRead(QVBoxLayout* column, Document& document, Selection& selection, EventId row);
/// The same of one lane's zone.
void showHowReadOf(QVBoxLayout* column, Document& document, Selection& selection, const Lane& lane);

} // namespace lockstep
