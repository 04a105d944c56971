#include "core/words.h"
#include <algorithm>
#include <array>

namespace lockstep {

namespace {

constexpr char32_t invalid = 0xFFFD;

/// One code point at `at`; `length` is set to its bytes. Malformed bytes are taken one by one as invalid.
char32_t codePointAt(std::string_view text, std::size_t at, std::size_t& length)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at);
    length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0x80)
        return first;
    if (first < 0xC2 || first > 0xF4 || at + length > text.size()) {
        length = 1;
        return invalid;
    }
    char32_t point = first & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0) != 0x80) {
            length = 1;
            return invalid;
        }
        point = (point << 6) | (byte(at + i) & 0x3F);
    }
    return point;
}

void append(std::string& text, char32_t point)
{
    const auto put = [&](char32_t bits) { text += static_cast<char>(static_cast<unsigned char>(bits)); };
    if (point < 0x80)
        return put(point);
    if (point < 0x800) {
        put(0xC0 | (point >> 6));
        return put(0x80 | (point & 0x3F));
    }
    if (point < 0x10000) {
        put(0xE0 | (point >> 12));
    } else {
        put(0xF0 | (point >> 18));
        put(0x80 | ((point >> 12) & 0x3F));
    }
    put(0x80 | ((point >> 6) & 0x3F));
    put(0x80 | (point & 0x3F));
}

char32_t lowered(char32_t point)
{
    if ((point >= 'A' && point <= 'Z') || (point >= 0xC0 && point <= 0xDE && point != 0xD7))
        return point + 0x20;
    if (point == 0x178)
        return 0xFF;
    const bool evenIsLarge = (point >= 0x100 && point <= 0x137) || (point >= 0x14A && point <= 0x177)
        || (point >= 0x1E00 && point <= 0x1E95) || (point >= 0x1EA0 && point <= 0x1EFF) || point == 0x1A0;
    const bool oddIsLarge = (point >= 0x139 && point <= 0x148) || (point >= 0x179 && point <= 0x17E) || point == 0x1AF;
    if ((evenIsLarge && point % 2 == 0) || (oddIsLarge && point % 2 == 1))
        return point + 1;
    return point;
}

struct Base {
    char32_t first, last;
    char letter;
};

/// Small Latin letters with accents, by their plain letter; Vietnamese has the last ones.
constexpr std::array bases {Base {0xE0, 0xE6, 'a'}, Base {0xE7, 0xE7, 'c'}, Base {0xE8, 0xEB, 'e'},
    Base {0xEC, 0xEF, 'i'}, Base {0xF0, 0xF0, 'd'}, Base {0xF1, 0xF1, 'n'}, Base {0xF2, 0xF6, 'o'},
    Base {0xF8, 0xF8, 'o'}, Base {0xF9, 0xFC, 'u'}, Base {0xFD, 0xFD, 'y'}, Base {0xFF, 0xFF, 'y'},
    Base {0x100, 0x105, 'a'}, Base {0x106, 0x10D, 'c'}, Base {0x10E, 0x111, 'd'}, Base {0x112, 0x11B, 'e'},
    Base {0x11C, 0x123, 'g'}, Base {0x124, 0x127, 'h'}, Base {0x128, 0x131, 'i'}, Base {0x134, 0x135, 'j'},
    Base {0x136, 0x138, 'k'}, Base {0x139, 0x142, 'l'}, Base {0x143, 0x14B, 'n'}, Base {0x14C, 0x153, 'o'},
    Base {0x154, 0x159, 'r'}, Base {0x15A, 0x161, 's'}, Base {0x162, 0x167, 't'}, Base {0x168, 0x173, 'u'},
    Base {0x174, 0x175, 'w'}, Base {0x176, 0x177, 'y'}, Base {0x179, 0x17E, 'z'}, Base {0x1A1, 0x1A1, 'o'},
    Base {0x1B0, 0x1B0, 'u'}, Base {0x1EA0, 0x1EB7, 'a'}, Base {0x1EB8, 0x1EC7, 'e'}, Base {0x1EC8, 0x1ECB, 'i'},
    Base {0x1ECC, 0x1EE3, 'o'}, Base {0x1EE4, 0x1EF1, 'u'}, Base {0x1EF2, 0x1EF9, 'y'}};

char32_t withoutAccent(char32_t point)
{
    if (point < 0xC0)
        return point;
    const auto found = std::find_if(
        bases.begin(), bases.end(), [point](const Base& base) { return point >= base.first && point <= base.last; });
    return found == bases.end() ? point : static_cast<char32_t>(found->letter);
}

bool isAccent(char32_t point)
{
    return point >= 0x300 && point <= 0x36F;
}

bool isApostrophe(char32_t point)
{
    return point == '\'' || point == 0x2019 || point == 0x2BC;
}

bool isDigit(char32_t point)
{
    return point >= '0' && point <= '9';
}

/// Letters of any script: all that is neither ASCII punctuation nor general punctuation and symbols.
bool isWordPoint(char32_t point)
{
    if (point < 0x80)
        return isDigit(point) || (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') || point == '_';
    if (point == invalid || point == 0xD7 || point == 0xF7 || point < 0xC0)
        return false;
    return !(point >= 0x2000 && point <= 0x2BFF) && !(point >= 0x3000 && point <= 0x303F) && point < 0x1F000;
}

bool isPlainWordChar(char c)
{
    return static_cast<unsigned char>(c) < 0x80 && isWordPoint(static_cast<char32_t>(c));
}

/// "don't", "10:35", "1.5": a mark that does not end a word.
bool joins(char32_t before, char32_t mark, char32_t after)
{
    if (isApostrophe(mark))
        return isWordPoint(before) && isWordPoint(after);
    return (mark == ':' || mark == '.' || mark == ',') && isDigit(before) && isDigit(after);
}

/// Walks a text and cuts it into words.
struct Cutter {
    std::string_view text;
    std::vector<Word> words;
    bool isInWord = false; ///< the last of them goes on
    char32_t before = ' ';
    int clause = 0, sentence = 0;

    /// The word that goes on here, or a new one.
    Word& wordAt(std::size_t at)
    {
        if (!isInWord)
            words.push_back({.folded = {}, .accented = {}, .begin = at, .length = 0, .clause = clause, .sentence = sentence});
        isInWord = true;
        return words.back();
    }

    void take(char32_t point, std::size_t at, std::size_t length)
    {
        Word& word = wordAt(at);
        word.length = at + length - word.begin;
        if (isApostrophe(point))
            return;
        const char32_t small = lowered(point);
        const char32_t plain = withoutAccent(small);
        if ((plain != small || isAccent(small)) && word.accented.empty())
            word.accented = word.folded;
        if (plain != small || isAccent(small) || !word.accented.empty())
            append(word.accented, small);
        if (!isAccent(small))
            append(word.folded, plain);
    }

    /// Letters and digits of ASCII at once.
    void takePlain(std::string_view run, std::size_t at)
    {
        Word& word = wordAt(at);
        word.length = at + run.size() - word.begin;
        word.folded += run;
        for (auto c = word.folded.end() - static_cast<std::ptrdiff_t>(run.size()); c != word.folded.end(); ++c)
            *c = *c >= 'A' && *c <= 'Z' ? static_cast<char>(*c + ('a' - 'A')) : *c;
        if (!word.accented.empty())
            word.accented.append(word.folded, word.folded.size() - run.size());
        before = static_cast<char32_t>(run.back());
    }

    void separate(char32_t mark, char32_t after)
    {
        isInWord = false;
        const bool atEnd
            = after == ' ' || after == '\n' || after == 0 || after == '"' || after == ')' || after == 0x201D;
        if ((mark == '.' || mark == '!' || mark == '?') && atEnd) {
            ++sentence;
            ++clause;
        }
        const bool dash = mark == 0x2013 || mark == 0x2014 || (mark == '-' && before == ' ' && after == ' ');
        if (mark == ',' || mark == ';' || mark == ':' || mark == '(' || mark == ')' || dash)
            ++clause;
    }
};

} // namespace

std::vector<Word> wordsOf(std::string_view text)
{
    Cutter cutter{.text = text, .words = {}};
    cutter.words.reserve(text.size() / 5 + 1);
    for (std::size_t at = 0, length = 1; at < text.size(); at += length) {
        const char32_t point = codePointAt(text, at, length);
        if (point < 0x80 && isWordPoint(point)) { // most of most documents
            while (at + length < text.size() && isPlainWordChar(text[at + length]))
                ++length;
            cutter.takePlain(text.substr(at, length), at);
            continue;
        }
        std::size_t ignored = 1;
        const char32_t after = at + length < text.size() ? codePointAt(text, at + length, ignored) : 0;
        if (isWordPoint(point) || (isAccent(point) && cutter.isInWord) || joins(cutter.before, point, after))
            cutter.take(point, at, length);
        else
            cutter.separate(point, after);
        cutter.before = point;
    }
    return std::move(cutter.words);
}

std::string folded(std::string_view text)
{
    std::string result;
    for (std::size_t at = 0, length = 1; at < text.size(); at += length) {
        const char32_t point = lowered(codePointAt(text, at, length));
        if (!isAccent(point))
            append(result, withoutAccent(point));
    }
    return result;
}

std::string withCapital(std::string_view text)
{
    if (text.empty())
        return {};
    std::size_t length = 1;
    const char32_t first = codePointAt(text, 0, length);
    // The capital of a letter is the one that becomes it when made small.
    for (const char32_t distance : {0x20u, 1u}) {
        if (first > distance && lowered(first) == first && lowered(first - distance) == first) {
            std::string result;
            append(result, first - distance);
            return result.append(text.substr(length));
        }
    }
    return std::string {text};
}

std::string withSmall(std::string_view text)
{
    if (text.empty())
        return {};
    std::size_t length = 1, ignored = 1;
    const char32_t first = codePointAt(text, 0, length);
    const char32_t second = length < text.size() ? codePointAt(text, length, ignored) : ' ';
    if (lowered(second) != second || (isDigit(second)))
        return std::string {text};
    std::string result;
    append(result, lowered(first));
    return result.append(text.substr(length));
}

} // namespace lockstep
