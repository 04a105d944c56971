#pragma once
#include "core/incident.h"
#include "core/resolve.h"
#include "core/result.h"
#include "core/scenario.h"
#include <QString>

namespace lockstep {

/// Whether a file is a study by its name: "bank.lockstep".
bool isStudyFile(const QString& path);

/// Writes a study to `path` through safeSave. `opened`: the file the document came from, never written unless it is
/// a study itself.
/// Errors: as safeSave; the file that was opened.
Result<void> saveStudy(const QString& path, const QString& opened, const Incident& incident, const Resolved& resolved,
                       const TimelineView& view, const Scenario& scenario);

} // namespace lockstep
