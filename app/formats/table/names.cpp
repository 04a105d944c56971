#include "formats/table/names.h"
#include "formats/markdown/words.h"
#include "formats/text_scan.h"
#include <algorithm>

namespace lockstep::table {

namespace {

bool isLower(char c) { return (c >= 'a' && c <= 'z') || scan::isDigit(c); }

/// "startTime_utc" -> "start time utc"; what stands in brackets goes.
std::string spaced(std::string_view head)
{
    std::string words;
    const auto end = std::min({head.find('('), head.find('['), head.size()});
    const auto whole = scan::trimmed(end == 0 ? head : head.substr(0, end));
    for (std::size_t i = 0; i < whole.size(); ++i) {
        const char c = whole[i];
        const bool parts = std::string_view{" \t\n_-.:#@*\""}.find(c) != std::string_view::npos;
        const bool hump = i > 0 && scan::isUpper(c) && isLower(whole[i - 1]) && !scan::isDigit(whole[i - 1]);
        if ((parts || hump) && !words.empty() && words.back() != ' ')
            words += ' ';
        if (!parts)
            words += c;
    }
    return markdown::folded(scan::trimmed(words));
}

/// Takes a whole word out of a name.
bool takeOut(std::string& words, std::string_view word)
{
    const std::string framed = ' ' + words + ' ';
    const auto at = framed.find(' ' + std::string{word} + ' ');
    if (at == std::string::npos)
        return false;
    words = scan::trimmed(framed.substr(0, at) + framed.substr(at + 1 + word.size()));
    return true;
}

} // namespace

HeadName headName(std::string_view head)
{
    HeadName name;
    name.words = spaced(head);
    const auto low = ' ' + markdown::folded(head) + ' ';
    const auto said = [&](std::string_view word) { return low.find('(' + std::string{word} + ')') != std::string::npos; };
    for (const std::string_view utc : {"utc", "gmt", "zulu"})
        name.isUtc |= takeOut(name.words, utc) || said(utc);
    for (const std::string_view local : {"local", "localtime"})
        name.isLocal |= takeOut(name.words, local) || said(local);
    if (name.words.empty())
        name.words = spaced(head); // a place in Portuguese, too
    if (const auto dot = head.rfind('.'); dot != std::string_view::npos && dot + 1 < head.size()) {
        name.last = spaced(head.substr(dot + 1));
        const auto above = head.substr(0, dot);
        name.within = spaced(above.substr(above.rfind('.') + 1));
    }
    return name;
}

int fit(std::string_view key, const HeadName& name)
{
    if (markdown::isOneOf(key, name.words))
        return 3;
    if (!name.last.empty() && markdown::isOneOf(key, name.last))
        return 2;
    if (const auto slash = name.words.find_first_of("/&"); slash != std::string::npos)
        if (markdown::isOneOf(key, name.words.substr(0, slash)) || markdown::isOneOf(key, name.words.substr(slash + 1)))
            return 2;
    // "observed action", "event source": the last word says what it is.
    const auto& words = name.last.empty() ? name.words : name.last;
    const auto blank = words.rfind(' ');
    if (blank != std::string::npos && markdown::isOneOf(key, words.substr(blank + 1)))
        return 2;
    return markdown::wordCount(words) <= 4 && markdown::holdsOneOf(key, words) ? 1 : 0;
}

} // namespace lockstep::table
