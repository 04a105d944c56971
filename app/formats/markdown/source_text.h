#pragma once
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
    /// Appends the table and forgets it. Nothing is appended without a row of two cells.
    void writeTo(SourceText& out);

private:
    struct Row {
        int line = 0;
        std::vector<std::string> cells;
    };
    std::vector<Row> m_rows;
};

/// Appends one line of the document under its number.
void appendLine(SourceText& out, std::string_view line, int number);

} // namespace lockstep::markdown
