#include "formats/markdown/row_head.h"
#include "formats/markdown/words.h"
#include "formats/text_scan.h"

/// Rows that do not begin where their line begins.
namespace lockstep::markdown {

namespace {

constexpr std::size_t mostWords = 15;

/// A label without the colon, dash or comma that parts it from its moment.
std::string_view withoutTail(std::string_view label)
{
    for (auto before = label.size() + 1; before != label.size();) {
        before = label.size();
        label = scan::trimmed(label);
        for (const std::string_view sign : {":", "-", ",", "\xE2\x80\x93", "\xE2\x80\x94"})
            if (label.ends_with(sign))
                label.remove_suffix(sign.size());
    }
    return label;
}

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
    return EndRow{std::move(head), std::string{label} + ": " + std::string{scan::trimmed(behind.rest())}, true};
}

} // namespace

std::optional<EndRow> readEndRow(std::string_view text, DayOrder order)
{
    if (auto row = readLabelRow(text, order))
        return row;
    if (const auto whole = readRowHead(text, order); whole.hasTime() && whole.textAt >= text.size())
        return {}; // what happened stands elsewhere
    for (auto at = text.find_first_of(" ("); at != std::string_view::npos; at = text.find_first_of(" (", at + 1)) {
        const auto next = text.find_first_not_of(" (", at);
        if (next == std::string_view::npos || !scan::isWordChar(text[next]))
            continue;
        auto head = readRowHead(text.substr(at), order);
        if (!head.hasTime() || at + head.textAt < text.size())
            continue;
        const auto label = withoutTail(text.substr(0, at));
        if (head.endDate && isOneOf("numbered-note", label))
            continue; // "Update 2 - 3 June": the number counts updates, not days
        if (label.empty() || wordCount(label) > mostWords)
            return {};
        return EndRow{std::move(head), std::string{label}, false};
    }
    return {};
}

namespace {

bool isRowHead(const RowHead& head, std::string_view rest) { return head.hasTime() && head.closed && !head.led && !head.dotted && !rest.empty(); }

/// Whether a word before a clock makes it part of a sentence: "restarted at 10:30: it works".
bool leadsOn(std::string_view before)
{
    before = scan::trimmed(before);
    const auto blank = before.find_last_of(' ');
    return isOneOf("before-clock", before.substr(blank == std::string_view::npos ? 0 : blank + 1));
}

/// The mark behind the digits of a clock: "pm EAT" of "12:06 pm EAT". Rows on one line carry the same.
std::string markOf(const RowHead& head)
{
    const auto letters = head.written.find_first_not_of("0123456789:. ");
    return (letters == std::string::npos ? "" : "half") + head.zone;
}

} // namespace

std::size_t secondRowAt(std::string_view text, const RowHead& first)
{
    const bool marked = first.closed && !markOf(first).empty();
    for (auto at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
        const bool dash = text.substr(at).starts_with(" - ");
        const auto next = at + (dash ? 3 : 1);
        if (next >= text.size() || !(dash || (marked && scan::isDigit(text[next]))))
            continue;
        const auto head = readRowHead(text.substr(next));
        const auto rest = text.substr(std::min(text.size(), next + head.textAt));
        if (isRowHead(head, rest) && (dash || (!head.endClock && markOf(head) == markOf(first) && !leadsOn(text.substr(0, at)))))
            return next;
    }
    return std::string_view::npos;
}

} // namespace lockstep::markdown
