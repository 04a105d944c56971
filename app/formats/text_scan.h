#pragma once
#include <cstddef>
#include <initializer_list>
#include <string_view>

/// Small steps over UTF-8 text, shared by the readers of clocks and dates. Nothing here allocates.
namespace lockstep::scan {

inline bool isDigit(char c) { return c >= '0' && c <= '9'; }
inline bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }
/// Also true of the first byte of a Latin, Greek, Cyrillic or Vietnamese letter; dashes and emoji are none.
inline bool isLetter(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return isUpper(c) || (c >= 'a' && c <= 'z') || (byte >= 0xC3 && byte <= 0xDB) || byte == 0xE1;
}
inline bool isWordChar(char c) { return isDigit(c) || isLetter(c); }
inline char lower(char c) { return isUpper(c) ? static_cast<char>(c + ('a' - 'A')) : c; }

/// A place in a text that only moves forward when something was recognised.
struct Cursor {
    std::string_view text;
    std::size_t at = 0;

    bool done() const { return at >= text.size(); }
    char peek(std::size_t ahead = 0) const { return at + ahead < text.size() ? text[at + ahead] : '\0'; }
    std::string_view rest() const { return text.substr(at < text.size() ? at : text.size()); }
    /// The text between an earlier place and this one.
    std::string_view since(std::size_t begin) const { return text.substr(begin, at - begin); }

    bool skipBlanks();                    ///< spaces, tabs and the no-break and thin spaces of Unicode
    bool take(char c);
    bool takeBytes(std::string_view exact);
    /// Takes a word, ignoring case (accented Latin letters too); it must end where a word ends.
    bool takeWord(std::string_view word);
    bool takeAnyWord(std::initializer_list<std::string_view> words);
    /// Takes "-", a dash of any length or a true minus.
    bool takeDash();
    /// Takes between `least` and `most` digits, all that stand there; -1 and no move otherwise.
    int takeNumber(int least, int most);
};

std::string_view trimmed(std::string_view text);

} // namespace lockstep::scan
