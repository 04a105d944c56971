#include "core/folding.h"
#include "core/utf8.h"

namespace lockstep {
namespace {

struct Block {
    char32_t first;
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

bool isMarkOrPunctuation(char32_t codePoint)
{
    return (codePoint >= 0x80 && codePoint < 0xC0) || (codePoint >= 0x0300 && codePoint < 0x0370)
        || (codePoint >= 0x2000 && codePoint < 0x2070);
}

void appendFolded(std::string& key, std::string_view bytes, char32_t codePoint)
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

void appendFoldedKey(std::string& key, std::string_view text)
{
    while (!text.empty()) {
        const auto front = static_cast<unsigned char>(text.front());
        const auto next = front < 0x80 ? Utf8Char{front, 1} : firstChar(text);
        if (next.codePoint)
            appendFolded(key, text.substr(0, next.length), *next.codePoint);
        text.remove_prefix(next.length);
    }
}

std::string foldedKey(std::string_view text)
{
    std::string key;
    key.reserve(text.size());
    appendFoldedKey(key, text);
    return key;
}

} // namespace lockstep
