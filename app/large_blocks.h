#pragma once

namespace lockstep {

/// From here on a large block goes back to the system when it is freed. Left to itself the library keeps those of up to
/// 32 MiB, which for a file of a million rows is a tenth of all memory.
void returnLargeBlocks();

} // namespace lockstep
