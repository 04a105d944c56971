#include "formats/text_scan.h"

namespace lockstep::scan {

namespace {

/// The bytes of one blank at the start of `s`: 0 when there is none.
std::size_t blankBytes(std::string_view s)
{
    if (s.empty())
        return 0;
    if (s[0] == ' ' || s[0] == '\t')
        return 1;
    if (s.starts_with("\xC2\xA0"))
        return 2;
    if (s.starts_with("\xE2\x80\xAF") || s.starts_with("\xE2\x80\x89"))
        return 3;
    return 0;
}

/// Lower case of one byte; `before` tells whether it is the second byte of a Latin-1 letter.
char folded(char c, char before)
{
    const auto byte = static_cast<unsigned char>(c);
    if (before == '\xC3' && byte >= 0x80 && byte <= 0x9E)
        return static_cast<char>(byte + 0x20);
    return lower(c);
}

} // namespace

bool Cursor::skipBlanks()
{
    const auto begin = at;
    for (auto n = blankBytes(rest()); n > 0; n = blankBytes(rest()))
        at += n;
    return at > begin;
}

bool Cursor::take(char c)
{
    if (peek() != c || done())
        return false;
    ++at;
    return true;
}

bool Cursor::takeBytes(std::string_view exact)
{
    if (!rest().starts_with(exact))
        return false;
    at += exact.size();
    return true;
}

bool Cursor::takeWord(std::string_view word)
{
    const auto here = rest();
    if (here.size() < word.size())
        return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char before = i > 0 ? word[i - 1] : '\0';
        if (folded(here[i], before) != folded(word[i], before))
            return false;
    }
    const auto last = static_cast<unsigned char>(word.back());
    const bool endsInWord = last >= 0x80 || isWordChar(word.back());
    if (endsInWord && here.size() > word.size() && isWordChar(here[word.size()]))
        return false;
    at += word.size();
    return true;
}

bool Cursor::takeAnyWord(std::initializer_list<std::string_view> words)
{
    // Most texts begin with none of them: the first byte tells.
    const char first = lower(peek());
    for (const auto word : words)
        if (lower(word.front()) == first && takeWord(word))
            return true;
    return false;
}

bool Cursor::takeDash()
{
    return take('-') || takeBytes("\xE2\x80\x93") || takeBytes("\xE2\x80\x94") || takeBytes("\xE2\x88\x92")
        || takeBytes("\xE2\x80\x91") || takeBytes("\xE2\x80\x90");
}

int Cursor::takeNumber(int least, int most)
{
    int value = 0, digits = 0;
    while (isDigit(peek(static_cast<std::size_t>(digits)))) {
        if (++digits > most)
            return -1;
        value = value * 10 + (peek(static_cast<std::size_t>(digits - 1)) - '0');
    }
    if (digits < least)
        return -1;
    at += static_cast<std::size_t>(digits);
    return value;
}

std::string_view trimmed(std::string_view text)
{
    Cursor front{text};
    for (bool moved = true; moved;)
        moved = front.skipBlanks() || front.take('\n') || front.take('\r');
    text = front.rest();
    while (!text.empty()) {
        const char c = text.back();
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
            text.remove_suffix(1);
        else if (text.ends_with("\xC2\xA0"))
            text.remove_suffix(2);
        else if (text.ends_with("\xE2\x80\xAF") || text.ends_with("\xE2\x80\x89"))
            text.remove_suffix(3);
        else
            break;
    }
    return text;
}

} // namespace lockstep::scan
