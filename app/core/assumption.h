#pragma once
#include "core/scenario.h"

/// What a what-if assumes about people. A schedule can be set to another time; a person's act cannot.
namespace lockstep {

/// Whether a row tells what a person did: something in a lane with a person's name, a look-up or a message.
/// What is scheduled, and what a window begins or ends with where no person is named, ran by itself.
bool isPersonsAct(const Timeline&, const Event&);

/// True of a person's act that this view has at another time than recorded.
bool isAssumedMove(const TimelineView&, EventId);

/// "Row 8 was a person's act; that it would come earlier is an assumption." Empty where none was moved.
std::string assumptionSentence(const TimelineView&);
/// The same of these rows alone.
std::string assumptionSentence(const TimelineView&, const std::set<EventId>& rows);

} // namespace lockstep
