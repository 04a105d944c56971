#pragma once
#include "core/result.h"
#include "core/text.h"

namespace lockstep {

/// What a file holds; "-" is standard input.
/// Errors: no such file, a folder, not readable, larger than limits::sourceBytes.
Result<Text> readBytes(const std::string& path);

} // namespace lockstep
