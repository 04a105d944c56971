#include "formats/markdown/html_lines.h"
#include "formats/text_scan.h"
#include <algorithm>

namespace lockstep::markdown {

namespace {

/// Takes "<li>" or "<li class=x>"; a tag of another name stays.
bool takeTag(scan::Cursor& c, std::string_view name)
{
    auto next = c;
    if (!next.take('<') || !next.takeWord(name))
        return false;
    const auto close = next.rest().find('>');
    if (close == std::string_view::npos)
        return false;
    next.at += close + 1;
    c = next;
    return true;
}

/// Tags that only hold others: a line of nothing else parts what stands around it.
bool takeFrame(scan::Cursor& c)
{
    constexpr std::string_view frames[]{"ul", "ol", "/ul", "/ol", "div", "/div", "section", "/section", "p", "/p"};
    return std::ranges::any_of(frames, [&](std::string_view name) { return takeTag(c, name); });
}

std::string plainLine(std::string_view line)
{
    scan::Cursor c{line};
    bool framed = false;
    for (c.skipBlanks(); takeFrame(c); c.skipBlanks())
        framed = true;
    if (takeTag(c, "li"))
        return "- " + std::string{scan::trimmed(c.rest())};
    for (int level = 1; level <= 6; ++level)
        if (takeTag(c, "h" + std::to_string(level))) {
            const auto words = c.rest().substr(0, c.rest().find("</h"));
            return std::string(static_cast<std::size_t>(level), '#') + ' ' + std::string{scan::trimmed(words)};
        }
    return framed ? std::string{c.rest()} : std::string{line};
}

} // namespace

std::string withPlainHtml(std::string_view document)
{
    std::string text;
    text.reserve(document.size() + 16);
    bool fenced = false;
    for (std::size_t at = 0; at < document.size();) {
        const auto end = std::min(document.find('\n', at), document.size());
        const auto line = document.substr(at, end - at);
        const auto content = scan::trimmed(line);
        fenced ^= content.starts_with("```") || content.starts_with("~~~");
        text += fenced || !content.starts_with('<') ? std::string{line} : plainLine(line);
        if (end < document.size())
            text += '\n';
        at = end + 1;
    }
    return text;
}

} // namespace lockstep::markdown
