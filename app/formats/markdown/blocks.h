#pragma once
#include <string>
#include <string_view>
#include <vector>

/// The block structure of a Markdown or plain text document, with the line of every piece.
namespace lockstep::markdown {

/// One line of a block, or one cell of a table, as a reader sees it: no markup, no images, link labels for links.
struct TextLine {
    int line = 0;
    std::string text;
    std::string style; ///< one character per byte of `text`: 'b' bold, 'c' code, 'l' link, ' ' plain
};

enum class BlockKind { Heading, Paragraph, Code, Table };

struct TableRow {
    int line = 0;
    bool head = false;
    std::vector<TextLine> cells;
};

struct Block {
    BlockKind kind = BlockKind::Paragraph;
    int level = 0;  ///< of a heading, 1 to 6
    int quote = 0;  ///< how many quotes it stands in
    int depth = 0;  ///< how many lists it stands in
    int list = -1;  ///< the innermost list
    int item = -1;  ///< the innermost list item
    bool startsItem = false;
    std::vector<TextLine> lines;
    std::vector<TableRow> rows;

    int firstLine() const;
    int lastLine() const;
    /// All lines joined by one blank.
    std::string text() const;
};

/// Splits a document into blocks in document order. Lines are counted from 1; line ends are "\n".
/// Front matter must have been blanked out by the caller.
std::vector<Block> blocksOf(std::string_view document);

} // namespace lockstep::markdown
