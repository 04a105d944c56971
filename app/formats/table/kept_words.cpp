#include "formats/table/kept_words.h"

namespace lockstep::table {

namespace {

bool isOneLine(std::string_view cell)
{
    for (std::size_t i = 0; i < cell.size(); ++i)
        if (cell[i] == '\n' || cell[i] == '\t' || (cell[i] == ' ' && i > 0 && cell[i - 1] == ' '))
            return false;
    return true;
}

} // namespace

std::string oneLine(std::string_view cell)
{
    if (isOneLine(cell))
        return std::string{cell};
    std::string line;
    for (const char c : cell) {
        const bool blank = c == ' ' || c == '\n' || c == '\t';
        if (!blank || (!line.empty() && line.back() != ' '))
            line += blank ? ' ' : c;
    }
    return line;
}

std::string excerpt(std::string text)
{
    constexpr std::size_t most = 40;
    if (text.size() <= most)
        return text;
    auto end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return text.substr(0, end) + "...";
}

Text KeptWords::oneLine(std::string_view cell) const
{
    return isOneLine(cell) ? m_table.kept(cell) : Text{table::oneLine(cell)};
}

Name KeptWords::named(std::string_view cell)
{
    constexpr std::size_t most = 10'000; // of more than these few are said twice
    if (cell.empty())
        return {};
    if (const auto known = m_names.find(cell); known != m_names.end())
        return known->second;
    const Name name = table::oneLine(cell);
    if (m_names.size() < most)
        m_names.emplace(cell, name);
    return name;
}

Text KeptWords::partOf(std::string_view cell, const std::string& words) const
{
    const auto at = cell.find(words);
    return at == std::string_view::npos ? Text{words} : m_table.kept(cell.substr(at, words.size()));
}

} // namespace lockstep::table
