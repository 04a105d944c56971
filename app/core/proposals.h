#pragma once
#include "core/timeline.h"

namespace lockstep {

/// Recognises look-ups, detections, recoveries and messages by the words of resources/vocabulary and sets
/// Event::kind, saysRefused and saysCorrect. Rows a person has decided on are set again afterwards.
/// A look-up needs a word for looking and, in the same clause and at most four words away, one for what a customer
/// or clerk reads ("check the balance", "balance inquiry"). "Engineers check the logs" is none. Kinds other than
/// Action that a source stated itself are kept.
void recogniseKinds(Timeline& timeline);

/// The windows the document's own words speak of: a lock from locking words, the processes that run, and without a
/// lock an "impact" from the first row that breaks something to the first that restores it; with neither, none.
/// Each is `proposed` and says why. Needs instants and kinds.
/// - Lock: a row starts what a sentence or row says locks something (or the row itself locks something). Its end is a
///   row that says so, else lies between the last refused look-up and the first correct one after it, narrowed by
///   claims ("at least 1 hour"). A claim that contradicts a look-up is left out, and so is a correct look-up before
///   the last refused one; the basis says so. A start that nothing bounds the end of opens no window.
/// - Process: a row starts it and a later row of the same incident ends it, under any of its names.
std::vector<Window> proposeWindows(const Timeline& timeline, const std::vector<Prose>& prose);

/// The look-ups and the windows read from the words, as inferences with their reasons: "window backups".
std::vector<struct Inference> meaningInferences(const Timeline& timeline);

/// Whether a row's words make it a look-up; a person may call any row one.
bool looksSomethingUp(std::string_view text);

/// "balance" of a row that looks up a balance, "answer" where no word says what was looked up.
std::string_view seenIn(std::string_view text);

} // namespace lockstep
