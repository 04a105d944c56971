#pragma once
#include "core/result.h"
#include <string_view>

namespace lockstep {

/// The one way to write a file: complete and on disk, or the old file untouched.
/// Every write, flush and fsync is checked before the new file takes the old one's place; then the folder is synced.
/// Errors: a sentence with the path and the system's reason.
Result<void> safeSave(const std::string& path, std::string_view bytes);

} // namespace lockstep
