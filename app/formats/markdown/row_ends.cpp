#include "formats/markdown/row_head.h"
#include "formats/markdown/words.h"
#include "formats/text_scan.h"

/// Rows that do not begin where their line begins.
namespace lockstep::markdown {

namespace {

constexpr std::size_t mostWords = 15;

/// "Detection (06:10 UTC): Mail stops": label and text, with the moment between them.
std::optional<EndRow> readLabelRow(std::string_view text, DayOrder order)
{
    const auto open = text.find('('), close = text.find(')', open);
    if (open == std::string_view::npos || close == std::string_view::npos)
        return {};
    const auto label = scan::trimmed(text.substr(0, open));
    const auto inner = text.substr(open + 1, close - open - 1);
    auto head = readRowHead(inner, order);
    scan::Cursor behind{text, close + 1};
    behind.skipBlanks();
    if (!head.hasTime() || head.textAt < inner.size() || label.empty() || wordCount(label) > mostWords || (!behind.take(':') && !behind.takeDash()))
        return {};
    return EndRow{std::move(head), std::string{label} + ": " + std::string{scan::trimmed(behind.rest())}};
}

} // namespace

std::optional<EndRow> readEndRow(std::string_view text, DayOrder order)
{
    if (auto row = readLabelRow(text, order))
        return row;
    for (auto at = text.find_first_of(" ("); at != std::string_view::npos; at = text.find_first_of(" (", at + 1)) {
        const auto next = text.find_first_not_of(" (", at);
        if (next == std::string_view::npos || !scan::isWordChar(text[next]))
            continue;
        auto head = readRowHead(text.substr(at), order);
        if (!head.hasTime() || at + head.textAt < text.size())
            continue;
        auto label = scan::trimmed(text.substr(0, at));
        while (label.ends_with(':') || label.ends_with('-') || label.ends_with(','))
            label = scan::trimmed(label.substr(0, label.size() - 1));
        if (label.empty() || wordCount(label) > mostWords)
            return {};
        return EndRow{std::move(head), std::string{label}};
    }
    return {};
}

std::size_t secondRowAt(std::string_view text)
{
    for (auto at = text.find(" - "); at != std::string_view::npos; at = text.find(" - ", at + 3)) {
        const auto head = readRowHead(text.substr(at + 3));
        const auto rest = text.substr(std::min(text.size(), at + 3 + head.textAt));
        if (head.hasTime() && head.closed && !head.led && !head.dotted && !rest.empty())
            return at + 3;
    }
    return std::string_view::npos;
}

} // namespace lockstep::markdown
