#pragma once
#include "core/record.h"
#include "core/resolve.h"

namespace lockstep {

/// One file as it is understood by itself, beside the files before it.
struct ReadFile {
    Understanding known;
    Timeline record;
    std::vector<RowNote> notes;
};

/// The draft itself and the files added to it, in the order of their rows.
std::vector<const Draft*> filesOf(const Draft& draft);

/// The row of a draft, or of a file added to it, that an event stands for; none for one that a what-if adds.
std::optional<DraftEvent> rowOf(const Draft& draft, EventId id);

/// Each file by itself: a zone, a date or a day stated in one says nothing about another. The draft must outlive the answer.
std::vector<ReadFile> readFiles(const Draft& draft, const Reading& reading);

/// The files on one axis. Lanes of one name are one lane. Where each file tells of one incident all tell of the same;
/// else every file's incidents stay its own. Beside a dated file the rows of an undated one have no instant.
Timeline joined(std::vector<ReadFile>& files);

/// What is to be said of several files together: which of them have no date and what the axis then claims.
std::vector<Problem> undatedFiles(const Timeline& whole);

} // namespace lockstep
