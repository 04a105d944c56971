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
Study withoutScenario(Study study, int index);
Study renamed(Study study, int index, const QString& name, const QString& note);
Study withoutEdits(Study study, int index);
Study choosing(Study study, int index);

} // namespace lockstep
