#include "core/utf8.h"
#include <array>

namespace lockstep {

Utf8Char firstChar(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byte(0);
    if (lead < 0x80)
        return {static_cast<char32_t>(lead), 1};
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || length > text.size())
        return {};
    char32_t value = lead & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0u) != 0x80u)
            return {};
        value = value << 6 | (byte(i) & 0x3Fu);
    }
    constexpr std::array<char32_t, 5> least = {0, 0, 0x80, 0x800, 0x10000};
    const bool isSurrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < least[length] || value > 0x10FFFF || isSurrogate)
        return {};
    return {value, length};
}

void appendUtf8(std::string& text, char32_t codePoint)
{
    const auto tail = [&](int shift) { text += static_cast<char>(0x80u | ((codePoint >> shift) & 0x3Fu)); };
    if (codePoint < 0x80) {
        text += static_cast<char>(codePoint);
        return;
    }
    if (codePoint < 0x800) {
        text += static_cast<char>(0xC0u | (codePoint >> 6));
    } else if (codePoint < 0x10000) {
        text += static_cast<char>(0xE0u | (codePoint >> 12));
        tail(6);
    } else {
        text += static_cast<char>(0xF0u | (codePoint >> 18));
        tail(12);
        tail(6);
    }
    tail(0);
}

} // namespace lockstep
