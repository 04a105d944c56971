#pragma once
#include "formats/markdown/row_head.h"
#include "formats/text_scan.h"

namespace lockstep::markdown {

/// Takes "T+5m", "T+0 (14:02 UTC)", "+1h05m:" at the start of a row; a sign without a letter needs punctuation behind.
bool takeElapsed(scan::Cursor& cursor, RowHead& head);

/// Takes the elapsed time behind a clock: "14:02 UTC (T+0)", "14:02 / T+0".
void takeElapsedBehind(scan::Cursor& cursor, RowHead& head);

/// A cell of a column of elapsed times: "00:05", "5 min", "T+5m".
RowHead elapsedHead(std::string_view cell);

} // namespace lockstep::markdown
