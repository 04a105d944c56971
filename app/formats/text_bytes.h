#pragma once
#include "core/result.h"
#include "core/text.h"

namespace lockstep {

/// The text in a file's bytes: UTF-8 with or without a byte order mark, or UTF-16 with one, line ends made "\n".
/// Shares the bytes where they need no change.
/// `name` is the file's, for the sentences.
/// Errors: nothing but blanks; a NUL byte (no text); the first byte that is not UTF-8, with its line.
Result<Text> textOf(const Text& bytesOfFile, const std::string& name);

} // namespace lockstep
