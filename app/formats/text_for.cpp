#include "formats/text_for.h"
#include "core/limits.h"
#include "core/utf8.h"
#include <algorithm>

namespace lockstep {
namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr char32_t ellipsis = 0x2026;

bool isControl(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

/// Reorders what a reader sees: overrides, embeddings and isolates.
bool isDirectional(char32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

bool isBlank(char32_t c) { return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029; }

bool isNoCharacter(char32_t c) { return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF); }

/// A mark set on the letter before it, or joined to it: no place to cut.
bool isJoined(char32_t c)
{
    return (c >= 0x0300 && c <= 0x036F) || (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x20D0 && c <= 0x20FF)
        || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x1F3FB && c <= 0x1F3FF);
}

/// The text's characters; an invalid byte becomes the replacement character.
std::u32string charactersOf(std::string_view text)
{
    std::u32string characters;
    characters.reserve(text.size());
    while (!text.empty()) {
        const auto next = firstChar(text);
        characters += next.codePoint.value_or(replacement);
        text.remove_prefix(next.length);
    }
    return characters;
}

std::string utf8Of(std::u32string_view characters)
{
    std::string text;
    text.reserve(characters.size());
    for (const auto c : characters)
        appendUtf8(text, c);
    return text;
}

/// Without what no reader should meet; blanks of every kind stay.
std::u32string harmless(std::string_view text)
{
    auto characters = charactersOf(text);
    const auto unwanted = [](char32_t c) { return (isControl(c) && !isBlank(c)) || isDirectional(c) || isNoCharacter(c); };
    characters.erase(std::remove_if(characters.begin(), characters.end(), unwanted), characters.end());
    return characters;
}

/// On one line: every run of blanks is one space, none at the ends.
std::u32string oneLine(std::u32string_view characters)
{
    std::u32string line;
    for (const auto c : characters) {
        if (!isBlank(c))
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    if (!line.empty() && line.back() == ' ')
        line.pop_back();
    return line;
}

/// Cut to `most` characters, the last of them an ellipsis, not inside a character built of several.
std::u32string cutTo(std::u32string characters, std::size_t most)
{
    if (characters.size() <= most)
        return characters;
    auto end = most - 1;
    while (end > 0 && (isJoined(characters[end]) || characters[end - 1] == 0x200D))
        --end;
    if (end == 0)
        end = most - 1; // nothing but joined marks
    characters.resize(end);
    characters += ellipsis;
    return characters;
}

/// Escaped for markup; blanks but space, tab and line feed become a space.
std::string forMarkup(std::string_view text)
{
    std::string escaped;
    for (const auto c : harmless(text)) {
        switch (c) {
        case '&':
            escaped += "&amp;";
            break;
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        case '"':
            escaped += "&quot;";
            break;
        case '\'':
            escaped += "&#39;";
            break;
        default:
            appendUtf8(escaped, isBlank(c) && c != '\t' && c != '\n' ? U' ' : c);
        }
    }
    return escaped;
}

bool isDigit(char32_t c) { return c >= '0' && c <= '9'; }

bool isLetterOrDigit(char32_t c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0xC0;
}

} // namespace

std::string forHtml(std::string_view text)
{
    return forMarkup(text);
}

std::string forXml(std::string_view text)
{
    return forMarkup(text);
}

namespace {

/// "+07:00", "-12.5": a sign before figures only, which no spreadsheet calculates with.
bool isSignedFigure(std::u32string_view text)
{
    const bool isSigned = text.size() > 1 && (text.front() == '+' || text.front() == '-');
    return isSigned
        && std::all_of(text.begin() + 1, text.end(), [](char32_t c) { return isDigit(c) || c == ':' || c == '.'; });
}

bool startsFormula(std::u32string_view text)
{
    // The wide forms count as formulas in East Asian spreadsheets.
    constexpr std::u32string_view starts = U"=+-@\uFF1D\uFF0B\uFF0D\uFF20";
    const auto first = text.find_first_not_of(U" \t\r\n");
    if (first == std::u32string_view::npos)
        return false;
    return starts.find(text[first]) != std::u32string_view::npos && !isSignedFigure(text.substr(first));
}

} // namespace

std::string forCsv(std::string_view text)
{
    // Plain text that no spreadsheet takes for a formula: what most cells of a long list are.
    const auto isPlain = [](char c) { return c >= ' ' && c < 0x7F && c != '"'; };
    const auto isLetterOrDigit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    if (text.empty() || (isLetterOrDigit(text.front()) && text.back() != ' ' && std::all_of(text.begin(), text.end(), isPlain)))
        return std::none_of(text.begin(), text.end(), [](char c) { return c == ',' || c == ';'; }) ? std::string{text} : '"' + std::string{text} + '"';
    auto characters = charactersOf(text);
    const auto unwanted = [](char32_t c) { return isControl(c) && c != '\t' && c != '\n' && c != '\r'; };
    characters.erase(std::remove_if(characters.begin(), characters.end(), unwanted), characters.end());
    if (startsFormula(characters))
        characters.insert(characters.begin(), U'\'');
    const auto needsQuotes = characters.find_first_of(U",;\"\t\r\n") != std::u32string::npos
        || (!characters.empty() && (characters.front() == ' ' || characters.back() == ' '));
    if (!needsQuotes)
        return utf8Of(characters);
    std::u32string quoted = U"\"";
    for (const auto c : characters)
        quoted += c == '"' ? std::u32string{U"\"\""} : std::u32string(1, c);
    return utf8Of(quoted + U"\"");
}

namespace {

/// At the start of a line: "# heading", "- item", "1. item", "> quote", "=== underline".
bool startsBlock(std::u32string_view line, std::size_t at)
{
    const auto figures = line.find_first_not_of(U"0123456789");
    if (at == 0)
        return std::u32string_view{U"#+-=>"}.find(line[0]) != std::u32string_view::npos;
    return figures == at && figures > 0 && (line[at] == '.' || line[at] == ')');
}

bool needsBackslash(std::u32string_view line, std::size_t at)
{
    const auto isWordAt = [&](std::size_t i) { return i < line.size() && isLetterOrDigit(line[i]); };
    switch (line[at]) {
    case '\\':
    case '`':
    case '*':
    case '[':
    case ']':
    case '<':
    case '|':
    case '~':
        return true;
    case '_':
        return at == 0 || !isWordAt(at - 1) || !isWordAt(at + 1);
    case '&':
        return at + 1 < line.size() && (line[at + 1] == '#' || isLetterOrDigit(line[at + 1]));
    default:
        return startsBlock(line, at);
    }
}

} // namespace

std::string forMarkdown(std::string_view text)
{
    const auto line = oneLine(harmless(text));
    std::string escaped;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (needsBackslash(line, i))
            escaped += '\\';
        appendUtf8(escaped, line[i]);
    }
    return escaped;
}

namespace {

bool isReservedOnWindows(std::string_view name)
{
    std::string stem{name.substr(0, name.find('.'))};
    std::transform(stem.begin(), stem.end(), stem.begin(),
        [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    if (stem == "CON" || stem == "PRN" || stem == "AUX" || stem == "NUL")
        return true;
    return stem.size() == 4 && (stem.compare(0, 3, "COM") == 0 || stem.compare(0, 3, "LPT") == 0) && isDigit(static_cast<unsigned char>(stem[3]));
}

} // namespace

std::string forFileName(std::string_view text)
{
    constexpr std::u32string_view forbidden = U"/\\:*?\"<>|";
    constexpr std::size_t mostBytes = 200; // of the usual 255: an extension and a number still fit
    std::string name;
    for (const auto c : oneLine(harmless(text))) {
        std::string next;
        appendUtf8(next, forbidden.find(c) != std::u32string_view::npos ? U'-' : c);
        if (name.size() + next.size() > mostBytes)
            break;
        name += next;
    }
    const auto begin = name.find_first_not_of(" .-");
    if (begin == std::string::npos)
        return "untitled";
    name = name.substr(begin, name.find_last_not_of(" .") + 1 - begin);
    return isReservedOnWindows(name) ? name + "_" : name;
}

namespace {

std::string asEscape(char32_t c, int digits, char kind)
{
    constexpr std::string_view figures = "0123456789abcdef";
    std::string escape{'\\', kind};
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4)
        escape += figures[(c >> shift) & 0xFu];
    return escape;
}

std::string visibleInTerminal(char32_t c, std::string_view bytes)
{
    if (c == '\n')
        return "\\n";
    if (c == '\t')
        return "\\t";
    const bool isPlainSpace = c == ' ';
    if (isPlainSpace || !(isControl(c) || isDirectional(c) || isBlank(c)))
        return std::string{bytes};
    return c < 0x80 ? asEscape(c, 2, 'x') : asEscape(c, 4, 'u');
}

} // namespace

std::string forTerminal(std::string_view text)
{
    std::string visible;
    while (!text.empty()) {
        const auto next = firstChar(text);
        visible += next.codePoint ? visibleInTerminal(*next.codePoint, text.substr(0, next.length))
                                  : asEscape(static_cast<unsigned char>(text.front()), 2, 'x');
        text.remove_prefix(next.length);
    }
    return visible;
}

std::string forLabel(std::string_view text)
{
    return utf8Of(cutTo(oneLine(harmless(text)), limits::labelChars));
}

std::string forPassage(std::string_view text)
{
    return utf8Of(cutTo(oneLine(harmless(text)), limits::passageChars));
}

} // namespace lockstep
