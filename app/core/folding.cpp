#include "core/folding.h"
#include <cstdint>

namespace lockstep {
namespace {

struct Block {
    std::uint32_t first;
    std::string_view letters; ///< one per code point; '.' where no Latin letter lies beneath
};

// Source: Unicode character decompositions, in lower case.
constexpr Block blocks[] = {{0x00C0,
    "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnn.nnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
    ".................ff.............oo.............uu..............."
    "....dddlllnnnaaiioouuuuuuuuuu.aaaa....ggkkoooo..jdddgg..nnaa...."
    "aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............"
    "................"},
    {0x1E00,
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwyas..s.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......"}};

struct Decoded {
    std::uint32_t codePoint = 0;
    std::size_t length = 1; ///< bytes; codePoint 0 with length 1 is an invalid byte
};

Decoded decode(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const std::size_t length = byte(0) >= 0xF0 ? 4 : byte(0) >= 0xE0 ? 3 : byte(0) >= 0xC2 ? 2 : 1;
    if (byte(0) < 0x80)
        return {byte(0), 1};
    if (length == 1 || length > text.size())
        return {};
    std::uint32_t value = byte(0) & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0u) != 0x80u)
            return {};
        value = value << 6 | (byte(i) & 0x3Fu);
    }
    return {value, length};
}

bool isMarkOrPunctuation(std::uint32_t codePoint)
{
    return (codePoint >= 0x80 && codePoint < 0xC0) || (codePoint >= 0x0300 && codePoint < 0x0370)
        || (codePoint >= 0x2000 && codePoint < 0x2070);
}

void appendFolded(std::string& key, std::string_view bytes, std::uint32_t codePoint)
{
    if (codePoint < 0x80) {
        const char c = static_cast<char>(codePoint);
        if (c >= 'A' && c <= 'Z')
            key += static_cast<char>(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            key += c;
        return;
    }
    if (isMarkOrPunctuation(codePoint))
        return;
    for (const auto& block : blocks) {
        const std::size_t index = codePoint - block.first;
        if (codePoint >= block.first && index < block.letters.size() && block.letters[index] != '.') {
            key += block.letters[index];
            return;
        }
    }
    key += bytes;
}

} // namespace

std::string foldedKey(std::string_view text)
{
    std::string key;
    key.reserve(text.size());
    while (!text.empty()) {
        const auto decoded = decode(text);
        if (decoded.codePoint != 0)
            appendFolded(key, text.substr(0, decoded.length), decoded.codePoint);
        text.remove_prefix(decoded.length);
    }
    return key;
}

} // namespace lockstep
