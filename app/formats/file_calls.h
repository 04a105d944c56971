#pragma once
#include "core/result.h"
#include <cstdio>
#include <string_view>
#include <unistd.h>

namespace lockstep {

/// The system calls a save depends on, so that a test can let each of them fail.
struct FileCalls {
    ssize_t (*write)(int, const void*, std::size_t) = ::write;
    int (*fsync)(int) = ::fsync;
    int (*close)(int) = ::close;
    int (*rename)(const char*, const char*) = std::rename;
};

/// safeSave with these calls.
Result<void> saveWith(const FileCalls& calls, const std::string& path, std::string_view bytes);

} // namespace lockstep
