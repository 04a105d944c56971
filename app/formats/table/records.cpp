#include "formats/table/records.h"
#include "formats/text_scan.h"
#include <algorithm>
#include <map>

namespace lockstep::table {

namespace {

constexpr std::size_t recordsTried = 200;

class RecordReader {
public:
    RecordReader(const Text& text, char delimiter, std::vector<Problem>& problems)
        : m_text(text), m_delimiter(delimiter), m_problems(problems), m_table(text) { }

    Table read(std::size_t most)
    {
        while (m_at < m_text.size() && m_table.size() < most)
            record();
        return std::move(m_table);
    }

private:
    void record()
    {
        const Place start{m_line, m_line, m_at, 0};
        const auto end = std::min(m_text.find('\n', m_at), m_text.size());
        if (m_text.find_first_not_of(" \t", m_at) >= end) { // a blank line
            m_at = end + 1;
            ++m_line;
            return;
        }
        do {
            cell();
        } while (m_at < m_text.size() && m_text[m_at++] == m_delimiter);
        const auto stop = m_at == m_text.size() && m_text.back() != '\n' ? m_at : m_at - 1;
        m_table.finish({start.line, m_line, start.begin, stop - start.begin});
        ++m_line;
    }

    /// Reads one cell; what follows is a delimiter, a line's end or nothing.
    void cell()
    {
        const auto first = m_text.find_first_not_of(' ', m_at);
        if (first != std::string_view::npos && m_text[first] == '"' && quoted(first))
            return;
        const auto begin = m_at;
        while (m_at < m_text.size() && m_text[m_at] != m_delimiter && m_text[m_at] != '\n')
            ++m_at;
        m_table.addPiece(begin, m_at - begin);
    }

    bool endsCell(std::size_t at) const { return at >= m_text.size() || m_text[at] == m_delimiter || m_text[at] == '\n'; }

    /// Reads a quoted cell; a quote within it that nothing parts from more text is an ordinary character.
    bool quoted(std::size_t open)
    {
        bool doubled = false;
        for (auto from = open + 1; !m_neverClosed;) {
            const auto quote = m_text.find('"', from);
            if (quote == std::string_view::npos)
                break;
            if (quote + 1 < m_text.size() && m_text[quote + 1] == '"') {
                doubled = true;
                from = quote + 2;
                continue;
            }
            const auto after = std::min(m_text.find_first_not_of(' ', quote + 1), m_text.size());
            if (endsCell(after)) {
                keep(open + 1, quote, doubled);
                m_at = after;
                return true;
            }
            from = quote + 1;
        }
        if (!m_neverClosed)
            m_problems.push_back({Severity::Warning, m_line, 0, "A quote opened here is never closed.", "It is read as an ordinary character."});
        m_neverClosed = true; // looking for an end again at each quote would take forever
        return false;
    }

    void keep(std::size_t begin, std::size_t end, bool doubled)
    {
        const auto inside = m_text.substr(begin, end - begin);
        m_line += static_cast<int>(std::ranges::count(inside, '\n'));
        if (!doubled)
            return m_table.addPiece(begin, end - begin);
        std::string single;
        for (std::size_t i = 0; i < inside.size(); ++i) {
            single += inside[i];
            i += inside[i] == '"' ? 1 : 0;
        }
        m_table.addCopy(single);
    }

    std::string_view m_text;
    char m_delimiter;
    std::vector<Problem>& m_problems;
    Table m_table;
    std::size_t m_at = 0;
    int m_line = 1;
    bool m_neverClosed = false;
};

} // namespace

Table recordsOf(const Text& text, char delimiter, std::vector<Problem>& problems, std::size_t most)
{
    return RecordReader{text, delimiter, problems}.read(most);
}

Cut cutOf(const Text& text)
{
    if (text.starts_with("sep=") && text.size() > 5 && text.view()[5] == '\n')
        return {text.view()[4], 2, 1.0};
    Cut best;
    double most = 0;
    for (const char delimiter : {',', ';', '\t', '|'}) {
        std::vector<Problem> ignored;
        const auto records = recordsOf(text, delimiter, ignored, recordsTried);
        std::map<std::size_t, std::size_t> counts;
        for (std::size_t i = 0; i < records.size(); ++i)
            ++counts[records.cells(i)];
        for (const auto& [columns, count] : counts) {
            if (columns < 2)
                continue;
            const double share = static_cast<double>(count) / static_cast<double>(records.size());
            // Of two delimiters that fit alike, more columns speak for the first: a comma may be a decimal one.
            const double worth = share + 0.02 * static_cast<double>(std::min<std::size_t>(columns, 10));
            if (worth > most) {
                most = worth;
                best = {delimiter, columns, share};
            }
        }
    }
    return best;
}

} // namespace lockstep::table
