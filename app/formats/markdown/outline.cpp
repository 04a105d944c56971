#include "formats/markdown/outline.h"
#include <algorithm>

namespace lockstep::markdown {

Outline::Outline(const std::vector<Block>& blocks)
{
    std::vector<std::size_t> open; // those whose section is not over yet, outermost first
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (blocks[i].kind != BlockKind::Heading)
            continue;
        while (!open.empty() && blocks[open.back()].level >= blocks[i].level)
            open.pop_back();
        m_headings.push_back(i);
        m_above.push_back(open.empty() ? std::nullopt : std::optional{open.back()});
        open.push_back(i);
    }
}

std::optional<std::size_t> Outline::above(std::size_t block) const
{
    const auto heading = std::ranges::lower_bound(m_headings, block);
    if (heading != m_headings.end() && *heading == block)
        return m_above[static_cast<std::size_t>(heading - m_headings.begin())];
    return before(block);
}

std::optional<std::size_t> Outline::before(std::size_t place) const
{
    const auto next = std::ranges::lower_bound(m_headings, place);
    return next == m_headings.begin() ? std::nullopt : std::optional{*std::prev(next)};
}

std::optional<std::size_t> Outline::first() const
{
    return m_headings.empty() ? std::nullopt : std::optional{m_headings.front()};
}

} // namespace lockstep::markdown
