#pragma once
#include "core/result.h"
#include "core/timeline.h"
#include <QString>
#include <string>
#include <string_view>

/// From the values of the domain to what a widget shows.
namespace lockstep {

QString shown(std::string_view text);           ///< one line, safe for a label
QString forMenu(QString text);                   ///< in a menu or on a button an ampersand would become an underline
/// A name within a sentence: a very long one is cut.
QString shownName(std::string_view name);
/// In a tool tip, which takes for rich text whatever looks like it.
QString forTip(const QString& text);
QString shownProblem(const Problem& problem);
/// The same, and of several files "chat.md, line 4: ...".
QString shownProblem(const Problem& problem, const Timeline& timeline);   ///< "What is wrong. What would help." with its line
QString shownText(std::string_view text);       ///< a row's words with a capital first letter and no trailing comma
QString shownWritten(const Event& event, const Timeline& timeline); ///< "10:35 horas, Vietnam"
inline std::string bytes(const QString& text) { return text.toStdString(); }

/// A place's name without the dagger: that belongs beside the footnote which explains it.
QString withoutDagger(QString text);

} // namespace lockstep
