#include "formats/markdown/words.h"
#include "core/embedded.h"
#include "formats/text_scan.h"
#include <QString>
#include <algorithm>
#include <map>

namespace lockstep::markdown {

namespace {

using Lists = std::map<std::string, std::vector<std::string>, std::less<>>;

void readLine(Lists& lists, std::string_view line)
{
    const auto colon = line.find(':');
    if (line.starts_with('#') || colon == std::string_view::npos)
        return;
    auto& list = lists[std::string{line.substr(0, colon)}];
    for (auto rest = line.substr(colon + 1); !rest.empty();) {
        const auto comma = std::min(rest.find(','), rest.size());
        if (const auto word = scan::trimmed(rest.substr(0, comma)); !word.empty())
            list.push_back(folded(word));
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
}

Lists readLists()
{
    Lists lists;
    for (const auto& file : embeddedFiles()) {
        if (file.path != "reading/words.txt")
            continue;
        for (auto rest = file.content; !rest.empty();) {
            const auto end = std::min(rest.find('\n'), rest.size());
            readLine(lists, rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return lists;
}

const std::vector<std::string>& list(std::string_view key)
{
    static const Lists lists = readLists();
    static const std::vector<std::string> none;
    const auto found = lists.find(key);
    return found == lists.end() ? none : found->second;
}

bool startsAt(std::string_view text, std::size_t at, std::string_view phrase)
{
    if (!text.substr(at).starts_with(phrase))
        return false;
    const auto end = at + phrase.size();
    const bool opens = at == 0 || !(scan::isWordChar(text[at - 1]) || static_cast<unsigned char>(text[at - 1]) >= 0xC3);
    return opens && (end == text.size() || !scan::isWordChar(text[end]));
}

} // namespace

std::string folded(std::string_view text)
{
    const bool ascii = std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (!ascii)
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toLower().toStdString();
    std::string low{text};
    std::ranges::transform(low, low.begin(), scan::lower);
    return low;
}

bool isOneOf(std::string_view key, std::string_view text)
{
    const auto low = folded(scan::trimmed(text));
    return std::ranges::find(list(key), low) != list(key).end();
}

bool beginsWithOneOf(std::string_view key, std::string_view text)
{
    const auto low = folded(scan::trimmed(text));
    return std::ranges::any_of(list(key), [&](const auto& phrase) { return startsAt(low, 0, phrase); });
}

bool holdsOneOf(std::string_view key, std::string_view text)
{
    const auto low = folded(text);
    return std::ranges::any_of(list(key), [&](const auto& phrase) {
        for (auto at = low.find(phrase); at != std::string::npos; at = low.find(phrase, at + 1))
            if (startsAt(low, at, phrase))
                return true;
        return false;
    });
}

std::size_t countOf(std::string_view key, std::string_view text)
{
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto isPart = [&](std::size_t i) { return scan::isLetter(text[i]) || static_cast<unsigned char>(text[i]) >= 0x80; };
        const auto begin = at;
        while (at < text.size() && isPart(at))
            ++at;
        count += at > begin && isOneOf(key, text.substr(begin, at - begin)) ? 1 : 0;
        at = std::max(at, begin + 1);
    }
    return count;
}

std::string_view headingWords(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size() && !scan::isLetter(text[at]))
        ++at;
    // "II. Timeline": a roman or lettered number before the words.
    const auto dot = text.find_first_of(".)", at);
    if (dot != std::string_view::npos && dot - at <= 4 && dot + 1 < text.size() && text[dot + 1] == ' '
        && text.substr(at, dot - at).find_first_not_of("IVXABCDE") == std::string_view::npos)
        at = text.find_first_not_of(' ', dot + 1);
    return scan::trimmed(text.substr(std::min(at, text.size())));
}

std::size_t wordCount(std::string_view text)
{
    std::size_t count = 0;
    bool inWord = false;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\t' || c == '\n';
        count += !blank && !inWord ? 1 : 0;
        inWord = !blank;
    }
    return count;
}

} // namespace lockstep::markdown
