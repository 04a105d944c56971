#include "formats/markdown/row_head.h"
#include "formats/markdown/words.h"
#include "formats/text_scan.h"

/// Rows that do not begin where their line begins.
namespace lockstep::markdown {

std::optional<EndRow> readEndRow(std::string_view text, DayOrder order)
{
    constexpr std::size_t mostWords = 15;
    for (auto at = text.find_first_of(" ("); at != std::string_view::npos; at = text.find_first_of(" (", at + 1)) {
        const auto next = text.find_first_not_of(" (", at);
        if (next == std::string_view::npos || !scan::isWordChar(text[next]))
            continue;
        auto head = readRowHead(text.substr(at), order);
        if (!head.clock || at + head.textAt < text.size())
            continue;
        auto label = scan::trimmed(text.substr(0, at));
        while (label.ends_with(':') || label.ends_with('-') || label.ends_with(','))
            label = scan::trimmed(label.substr(0, label.size() - 1));
        if (label.empty() || wordCount(label) > mostWords)
            return {};
        return EndRow{std::move(head), label};
    }
    return {};
}

std::size_t secondRowAt(std::string_view text)
{
    for (auto at = text.find(" - "); at != std::string_view::npos; at = text.find(" - ", at + 3)) {
        const auto head = readRowHead(text.substr(at + 3));
        const auto rest = text.substr(std::min(text.size(), at + 3 + head.textAt));
        if (head.clock && head.closed && !head.led && !head.dotted && !rest.empty())
            return at + 3;
    }
    return std::string_view::npos;
}

} // namespace lockstep::markdown
