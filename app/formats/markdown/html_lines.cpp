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

/// Where "<name" or "</name" begins as a tag of its own, from a place on; npos: nowhere.
std::size_t findTag(std::string_view text, std::string_view name, std::size_t from)
{
    for (auto at = text.find('<', from); at != std::string_view::npos; at = text.find('<', at + 1)) {
        scan::Cursor c{text, at + 1};
        if (c.takeWord(name))
            return at;
    }
    return std::string_view::npos;
}

/// The rows and cells between "<table>" and "</table>". Tags of other kinds stay in the text of their cell.
void readTable(PipeTable& table, std::string_view html, int line)
{
    for (std::size_t at = 0; at < html.size();) {
        const auto next = std::min(html.find('<', at), html.size());
        const auto text = html.substr(at, next - at);
        table.add(text);
        line += static_cast<int>(std::ranges::count(text, '\n'));
        const auto end = std::min(html.find('>', next), html.size() - 1) + 1;
        const auto tag = next < html.size() ? html.substr(next, end - next) : std::string_view{};
        const auto is = [&](std::string_view name) { return !tag.empty() && findTag(tag, name, 0) == 0; };
        if (is("tr"))
            table.row(line);
        else if (is("td") || is("th"))
            table.cell();
        else if (!is("table") && !is("/tr") && !is("/td") && !is("/th") && !is("tbody") && !is("/tbody") && !is("thead") && !is("/thead"))
            table.add(tag);
        line += static_cast<int>(std::ranges::count(tag, '\n'));
        at = next < html.size() ? end : html.size();
    }
}

} // namespace

std::string plainHtmlLine(std::string_view line)
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

SourceText withPipeTables(SourceText source)
{
    const std::string_view text{source.text};
    auto open = findTag(text, "table", 0);
    if (open == std::string_view::npos)
        return source;
    SourceText out;
    PipeTable table;
    std::size_t lines = 0; // before `at`
    const auto number = [&](std::size_t line) { return source.lines.empty() ? static_cast<int>(line) + 1 : source.lines[std::min(line, source.lines.size() - 1)]; };
    const auto copy = [&](std::string_view part) {
        for (std::size_t at = 0; at < part.size(); ++lines) {
            const auto end = part.find('\n', at);
            appendLine(out, part.substr(at, end - at), number(lines));
            if (end == std::string_view::npos)
                return;
            at = end + 1;
        }
    };
    for (std::size_t at = 0; at < text.size();) {
        copy(text.substr(at, std::min(open, text.size()) - at));
        if (open == std::string_view::npos)
            break;
        const auto close = std::min(findTag(text, "/table", open), text.size());
        at = std::min(text.find('>', close), text.size() - 1) + 1;
        const auto html = text.substr(open, close - open);
        readTable(table, html, number(lines));
        table.writeTo(out);
        lines += static_cast<std::size_t>(std::ranges::count(text.substr(open, at - open), '\n'));
        open = findTag(text, "table", at);
    }
    return out;
}

} // namespace lockstep::markdown
