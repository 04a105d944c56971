#pragma once
#include "formats/markdown/front_matter.h"
#include "formats/markdown/outline.h"
#include "formats/markdown/said_around.h"
#include <span>

namespace lockstep::markdown {

/// Gives rows without a date or zone what the rest of the document states, nearest first:
/// the headings above the timeline, front matter, the summary. Rows that name a place keep it.
class DocumentContext {
public:
    DocumentContext(const std::vector<Block>& blocks, const FrontMatter& matter, DayOrder order)
        : m_blocks(blocks), m_outline(blocks), m_matter(matter), m_said(blocks, order), m_order(order) { }

    /// For the rows of one section: draft.events from `first` on.
    void complete(Draft& draft, std::size_t first, const Section& section);

    /// The date the document states for a section outside its rows: headings above, front matter, summary.
    std::optional<Stated<StatedDate>> dateAround(const Section& section, Draft& draft, std::size_t first);

private:
    template <class Answer> auto fromHeadingsAbove(std::size_t at, Answer answer) const;
    template <class Fact> std::optional<Fact> labelled(const std::vector<SaidAround::At<Fact>>& facts, const Section& section) const;
    std::size_t partOf(const Section& section) const;
    std::size_t rowsBegin(const Section& section, std::span<const DraftEvent> rows) const;
    std::optional<Stated<StatedDate>> titleDate(const Section& section) const;
    std::optional<Stated<StatedDate>> incidentDate(const Section& section) const;
    std::optional<Stated<StatedDate>> summaryDate(const Section& section, std::span<const DraftEvent> rows, std::size_t begin, std::size_t end) const;
    std::optional<Stated<StatedDate>> nearestSummaryDate(const Section& section, std::span<const DraftEvent> rows);
    std::optional<Stated<std::string>> titleZone(const Section& section, std::string (*zoneIn)(std::string_view)) const;
    std::optional<Stated<std::string>> summaryZone(const Section& section, std::span<const DraftEvent> rows);

    const std::vector<Block>& m_blocks;
    Outline m_outline;
    const FrontMatter& m_matter;
    SaidAround m_said;
    DayOrder m_order;
};

/// The title: the first top heading, front matter, else the first heading above the timeline that names no section,
/// else a short first line.
std::string titleOf(const std::vector<Block>& blocks, const FrontMatter& matter, const std::vector<Section>& timelines);

} // namespace lockstep::markdown
