#include "formats/markdown/blocks.h"
#include "formats/date_words.h"
#include "formats/markdown/entities.h"
#include "formats/markdown/source_text.h"
#include <algorithm>
#include <md4c.h>

namespace lockstep::markdown {

namespace {

/// "19. April" at the start of a line is a date, not the nineteenth item of a list.
void restoreDayOfMonth(Block& block, int number)
{
    if (number < 1 || number > 31 || block.lines.empty())
        return;
    scan::Cursor cursor{block.lines.front().text};
    if (takeMonth(cursor).month == 0)
        return;
    const auto prefix = std::to_string(number) + ". ";
    block.lines.front().text.insert(0, prefix);
    block.lines.front().style.insert(0, std::string(prefix.size(), ' '));
}

/// Where md4c's events gather into blocks. Its text points into the document, so that lines can be told;
/// breaks and a few replacements do not, and take the line of what stands before them.
class Gatherer {
public:
    explicit Gatherer(const SourceText& source) : m_document(source.text), m_lines(source.lines)
    {
        m_starts.push_back(0);
        for (std::size_t at = 0; (at = m_document.find('\n', at)) != std::string_view::npos;)
            m_starts.push_back(++at);
    }

    void enter(MD_BLOCKTYPE type, void* detail);
    void leave(MD_BLOCKTYPE type);
    void span(MD_SPANTYPE type, int step);
    void text(MD_TEXTTYPE type, std::string_view text);
    std::vector<Block> take();

private:
    struct Item { int id; int list; bool fresh; int number; };

    void open(BlockKind kind);
    void close();
    void add(std::string_view text, const char* source);
    void lineBreak();
    TextLine& current();
    int lineOf(const char* at);

    std::string_view m_document;
    const std::vector<int>& m_lines; ///< the line of each line of it in the source; empty: the same
    std::vector<std::size_t> m_starts;
    std::vector<Block> m_blocks;
    std::vector<Item> m_items;
    std::vector<int> m_lists, m_numbers;
    bool m_open = false, m_head = false, m_freshLine = true;
    int m_quote = 0, m_bold = 0, m_code = 0, m_link = 0, m_image = 0, m_nextId = 0, m_line = 1;
};

int Gatherer::lineOf(const char* at)
{
    const auto* first = m_document.data();
    if (std::less<>{}(at, first) || !std::less<>{}(at, first + m_document.size()))
        return m_line;
    const auto offset = static_cast<std::size_t>(at - first);
    const auto next = std::ranges::upper_bound(m_starts, offset);
    const auto line = static_cast<std::size_t>(next - m_starts.begin());
    return m_line = m_lines.empty() ? static_cast<int>(line) : m_lines[line - 1];
}

void Gatherer::open(BlockKind kind)
{
    Block block;
    block.kind = kind;
    block.quote = m_quote;
    block.depth = static_cast<int>(m_lists.size());
    if (!m_items.empty()) {
        block.list = m_items.back().list;
        block.item = m_items.back().id;
        block.startsItem = m_items.back().fresh;
        m_items.back().fresh = false;
    }
    m_blocks.push_back(std::move(block));
    m_open = true;
    m_freshLine = true;
}

void Gatherer::close()
{
    if (m_open && m_blocks.back().startsItem && !m_items.empty())
        restoreDayOfMonth(m_blocks.back(), m_items.back().number);
    m_open = false;
    m_bold = 0; // a tag may never have been closed
}

void Gatherer::enter(MD_BLOCKTYPE type, void* detail)
{
    switch (type) {
    case MD_BLOCK_QUOTE: close(); ++m_quote; break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        close();
        m_lists.push_back(m_nextId++);
        m_numbers.push_back(type == MD_BLOCK_OL ? static_cast<int>(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start) : -1);
        break;
    case MD_BLOCK_LI:
        close();
        m_items.push_back({m_nextId++, m_lists.back(), true, m_numbers.back()});
        if (m_numbers.back() >= 0)
            ++m_numbers.back();
        break;
    case MD_BLOCK_H:
        open(BlockKind::Heading);
        m_blocks.back().level = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        break;
    case MD_BLOCK_CODE: open(BlockKind::Code); break;
    case MD_BLOCK_P: open(BlockKind::Paragraph); break;
    case MD_BLOCK_TABLE: open(BlockKind::Table); break;
    case MD_BLOCK_THEAD: m_head = true; break;
    case MD_BLOCK_TBODY: m_head = false; break;
    case MD_BLOCK_TR: m_blocks.back().rows.push_back({0, m_head, {}}); break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: m_blocks.back().rows.back().cells.emplace_back(); break;
    default: break;
    }
}

void Gatherer::leave(MD_BLOCKTYPE type)
{
    switch (type) {
    case MD_BLOCK_QUOTE: close(); --m_quote; break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        close();
        m_lists.pop_back();
        m_numbers.pop_back();
        break;
    case MD_BLOCK_LI:
        close();
        m_items.pop_back();
        break;
    case MD_BLOCK_H:
    case MD_BLOCK_CODE:
    case MD_BLOCK_P:
    case MD_BLOCK_TABLE: close(); break;
    default: break;
    }
}

void Gatherer::span(MD_SPANTYPE type, int step)
{
    switch (type) {
    case MD_SPAN_STRONG: m_bold += step; break;
    case MD_SPAN_CODE: m_code += step; break;
    case MD_SPAN_A: m_link += step; break;
    case MD_SPAN_IMG: m_image += step; break;
    default: break;
    }
}

TextLine& Gatherer::current()
{
    auto& block = m_blocks.back();
    if (block.kind == BlockKind::Table)
        return block.rows.back().cells.back();
    if (m_freshLine || block.lines.empty())
        block.lines.push_back({m_line, {}, {}});
    m_freshLine = false;
    return block.lines.back();
}

void Gatherer::add(std::string_view text, const char* source)
{
    if (!m_open)
        open(BlockKind::Paragraph);
    const int line = lineOf(source);
    auto& here = current();
    if (here.line == 0 || here.text.empty())
        here.line = line;
    if (m_blocks.back().kind == BlockKind::Table && m_blocks.back().rows.back().line == 0)
        m_blocks.back().rows.back().line = line;
    here.text += text;
    here.style.append(text.size(), m_link > 0 ? 'l' : m_code > 0 ? 'c' : m_bold > 0 ? 'b' : ' ');
}

void Gatherer::lineBreak()
{
    ++m_line;
    m_freshLine = true;
    if (m_open && m_blocks.back().kind == BlockKind::Table)
        add(" ", nullptr);
}

/// 1 where a tag begins bold words, -1 where it ends them, 0 for others.
int boldStep(std::string_view tag)
{
    return tag == "<b>" || tag == "<strong>" ? 1 : tag == "</b>" || tag == "</strong>" ? -1 : 0;
}

void Gatherer::text(MD_TEXTTYPE type, std::string_view text)
{
    if (m_image > 0)
        return;
    switch (type) {
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR: lineBreak(); return;
    case MD_TEXT_HTML:
        if (isLineBreakTag(text))
            add(" ", text.data());
        else if (const int step = boldStep(text); step != 0)
            m_bold = std::max(0, m_bold + step);
        else if (!isHtml(text)) // "<mia> it is back": a name, as chats write it
            add(text, text.data());
        return;
    case MD_TEXT_ENTITY: add(decodedEntity(text), text.data()); return;
    case MD_TEXT_NULLCHAR: add("\xEF\xBF\xBD", nullptr); return;
    default: break;
    }
    const bool codeBlock = m_open && m_blocks.back().kind == BlockKind::Code;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = codeBlock ? std::min(text.find('\n', at), text.size()) : text.size();
        if (end > at)
            add(text.substr(at, end - at), text.data() + at);
        if (end < text.size())
            lineBreak();
        at = end + (codeBlock ? 1 : 0);
    }
}

std::vector<Block> Gatherer::take()
{
    std::erase_if(m_blocks, [](const Block& b) { return b.lines.empty() && b.rows.empty(); });
    return std::move(m_blocks);
}

} // namespace

int Block::firstLine() const { return !lines.empty() ? lines.front().line : rows.empty() ? 0 : rows.front().line; }
int Block::lastLine() const { return !lines.empty() ? lines.back().line : rows.empty() ? 0 : rows.back().line; }

std::string Block::text() const
{
    std::string all;
    for (const auto& line : lines) {
        if (!all.empty())
            all += ' ';
        all += line.text;
    }
    return all;
}

std::vector<Block> blocksOf(std::string_view document)
{
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_PERMISSIVEATXHEADERS | MD_FLAG_TASKLISTS
        | MD_FLAG_NOHTMLBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* to) { static_cast<Gatherer*>(to)->enter(type, detail); return 0; };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* to) { static_cast<Gatherer*>(to)->leave(type); return 0; };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* to) { static_cast<Gatherer*>(to)->span(type, 1); return 0; };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* to) { static_cast<Gatherer*>(to)->span(type, -1); return 0; };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* to) {
        static_cast<Gatherer*>(to)->text(type, {text, size});
        return 0;
    };
    const auto source = sourceTextOf(document);
    Gatherer gatherer{source};
    md_parse(source.text.data(), static_cast<MD_SIZE>(source.text.size()), &parser, &gatherer);
    return gatherer.take();
}

} // namespace lockstep::markdown
