#pragma once
#include "formats/markdown/front_matter.h"
#include "formats/markdown/sections.h"

namespace lockstep::markdown {

/// Gives rows without a date or zone what the rest of the document states, nearest first:
/// the headings above the timeline, front matter, the summary. Rows that name a place keep it.
class DocumentContext {
public:
    DocumentContext(const std::vector<Block>& blocks, const FrontMatter& matter, DayOrder order)
        : m_blocks(blocks), m_matter(matter), m_order(order) { }

    /// For the rows of one section: draft.events from `first` on.
    void complete(Draft& draft, std::size_t first, const Section& section) const;

    /// The date the document states for a section outside its rows: headings above, front matter, summary.
    std::optional<Stated<StatedDate>> dateAround(const Section& section, const Draft& draft, std::size_t first) const;

private:
    std::optional<Stated<StatedDate>> titleDate(const Section& section) const;
    template <class Read> auto labelled(const Section& section, std::string_view key, Read read) const;
    std::optional<Stated<StatedDate>> incidentDate(const Section& section) const;
    std::optional<Stated<StatedDate>> labelledDate(const Section& section) const;
    std::optional<Stated<std::string>> labelledZone(const Section& section) const;
    std::optional<Stated<StatedDate>> summaryDate(const Section& section, const Draft& draft, std::size_t first,
                                                  std::size_t begin, std::size_t end) const;
    std::optional<Stated<StatedDate>> nearestSummaryDate(const Section& section, const Draft& draft, std::size_t first) const;
    std::optional<Stated<std::string>> titleZone(const Section& section, std::string (*zoneIn)(std::string_view)) const;
    std::optional<Stated<std::string>> summaryZone(const Section& section, const Draft& draft, std::size_t first) const;

    const std::vector<Block>& m_blocks;
    const FrontMatter& m_matter;
    DayOrder m_order;
};

/// The title: the first top heading, front matter, else the first heading above the timeline that names no section,
/// else a short first line.
std::string titleOf(const std::vector<Block>& blocks, const FrontMatter& matter, const std::vector<Section>& timelines);

} // namespace lockstep::markdown
