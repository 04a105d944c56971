#pragma once
#include <QString>

namespace lockstep {

/// "*.csv *.json *.md": the suffixes of every format that can be read, for a file dialog.
QString readablePatterns();

} // namespace lockstep
