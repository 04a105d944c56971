#pragma once
#include "whatif/document.h"

/// A study after one step. Pure; equal to the study where the step changes nothing.
namespace lockstep {

/// The chosen scenario, or one without name and edits on the record.
const Scenario& chosenOf(const Study& study);
bool isOnRecord(const Study& study);

/// On the record the edits make a what-if of their own, named by the first free "What if N".
Study withEdits(const Study& study, const Timeline& record, const std::vector<Edit>& edits);
/// The new scenario is chosen. A taken name gets a number; an empty one is the first free "What if N".
Study withScenario(Study study, const QString& name);
/// The copy stands after the original and is chosen; its name gets a number.
Study withCopy(Study study, int index);
/// In place: instead of the chosen one, where that is no record.
Study withScenario(Study study, Scenario scenario, bool inPlace);
Study withoutScenario(Study study, int index);
Study renamed(Study study, int index, const QString& name, const QString& note);
/// At another place in the list; places past an end are the end. What was chosen stays chosen.
Study reordered(Study study, int from, int to);
Study withoutEdits(Study study, int index);
Study choosing(Study study, int index);

/// Whether another what-if, or the record, goes by this name, whatever its case.
bool isNameTaken(const Study& study, const QString& name, int except = -1);

} // namespace lockstep
