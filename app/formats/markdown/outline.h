#pragma once
#include "formats/markdown/blocks.h"
#include <optional>

namespace lockstep::markdown {

/// Which heading stands above which block; made once, so that a document of many sections is not searched for each.
class Outline {
public:
    explicit Outline(const std::vector<Block>& blocks);

    /// The nearest heading above a block that holds it: of any level for a text, of a higher one for a heading.
    std::optional<std::size_t> above(std::size_t block) const;

    /// The nearest heading before a place between the blocks, whatever stands there.
    std::optional<std::size_t> before(std::size_t place) const;

    /// The first heading of the document.
    std::optional<std::size_t> first() const;

private:
    std::vector<std::size_t> m_headings;             ///< the blocks that are headings
    std::vector<std::optional<std::size_t>> m_above; ///< of each of them
};

} // namespace lockstep::markdown
