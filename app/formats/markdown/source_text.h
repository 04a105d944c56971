#pragma once
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace lockstep::markdown {

/// A document written so that the Markdown parser sees in it what a person does: tables, lists and headings of HTML and
/// of wikis in the signs of Markdown, a "#channel" as a word.
struct SourceText {
    std::string text;
    std::vector<int> lines; ///< for each line of the text its line in the document, from 1; empty: they are the same
};
SourceText sourceTextOf(std::string_view document);

/// Rows of a table under way to lines of Markdown.
class PipeTable {
public:
    void row(int line);
    void cell();
    void add(std::string_view text);
    /// Adds to a cell of the row under way; beyond its last to none.
    void addTo(std::size_t column, std::string_view text);
    /// Appends the table and forgets it. Nothing is appended without a row of two cells.
    void writeTo(SourceText& out);

private:
    struct Row {
        int line = 0;
        std::vector<std::string> cells;
    };
    std::vector<Row> m_rows;
};

/// Calls back with each line of a text and its number in the document.
template <class Use> void eachLine(const SourceText& source, Use use)
{
    const std::string_view text{source.text};
    std::size_t line = 0;
    for (std::size_t at = 0; at < text.size(); ++line) {
        const auto end = std::min(text.find('\n', at), text.size());
        use(text.substr(at, end - at), source.lines.empty() ? static_cast<int>(line) + 1 : source.lines[line]);
        at = end + 1;
    }
}

/// Runs the lines of a document through a Page where one of them is marked; else the document comes back as it is.
template <class Page, class IsMarked> SourceText rewritten(SourceText source, IsMarked isMarked)
{
    bool any = false;
    eachLine(source, [&](std::string_view line, int) { any = any || isMarked(line); });
    if (!any)
        return source;
    Page page;
    eachLine(source, [&](std::string_view line, int number) { page.line(line, number); });
    return page.take();
}

/// Appends one line of the document under its number.
void appendLine(SourceText& out, std::string_view line, int number);

} // namespace lockstep::markdown
