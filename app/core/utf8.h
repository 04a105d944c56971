#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace lockstep {

/// The character at the front of some bytes.
struct Utf8Char {
    std::optional<char32_t> codePoint; ///< absent: an invalid byte, a surrogate or an overlong form
    std::size_t length = 1;            ///< bytes; 1 for an invalid one
};

/// text must not be empty.
Utf8Char firstChar(std::string_view text);

void appendUtf8(std::string& text, char32_t codePoint);

} // namespace lockstep
