#pragma once
#include <QStringList>

namespace lockstep {

/// Opens a window for each file, or one with the welcome page, and runs until the last is closed.
/// Returns the exit code.
int runWindow(int argc, char** argv, const QStringList& files);

} // namespace lockstep
