#pragma once
#include "core/draft.h"
#include "formats/markdown/field_row.h"
#include "formats/markdown/sections.h"
#include "formats/markdown/table_rows.h"
#include <set>

namespace lockstep::markdown {

/// What a row is known by beyond its event, for finding actors once all rows are there.
struct RowShape {
    bool bold = false;   ///< the text begins in bold: a title
    bool closed = false; ///< a colon or dash parts the clock from the text
    std::string laterDay; ///< "Next day", "Day 2", "Tue", where the row says so instead of a date
    int dayNumber = 0, dayOfWeek = -1; ///< as RowHead has them
};

/// Reads the rows of timeline sections into a draft. Keeps what headings, day lines and sentences say on the way.
class TimelineReader {
public:
    TimelineReader(Draft& draft, const std::vector<Block>& blocks, std::vector<std::string_view> sourceLines, DayOrder order);

    /// Reads one section as the given group. Code blocks and quotes are only looked into where nothing else holds rows.
    /// Returns how many rows it found.
    std::size_t read(const Section& section, int group);

    /// Whether a line of a block became part of a row or a day line.
    bool isUsed(std::size_t block, std::size_t line) const { return m_used.contains({block, line}); }
    const std::vector<RowShape>& shapes() const { return m_shapes; }

private:
    /// Where rows are looked for, in this order, until some are found: at the start of lines, at their end
    /// ("Detected: 10:40"), in a line below what happened, beside who speaks in a chat, in code blocks, in quotes.
    enum class Within { Text, Ends, Below, Chat, Code, Quotes };

    /// Who writes in a chat, and when.
    struct Speaker {
        RowHead head;
        std::string name;
        std::size_t textAt = 0; ///< the line of the block where the words begin
    };

    void pass(const Section& section, int group, Within within);
    void heading(std::size_t at);
    void paragraph(std::size_t at);
    void table(std::size_t at);
    void tableRow(std::size_t at, std::size_t row, const Columns& columns);
    void line(std::size_t at, std::size_t i);
    bool fieldLine(std::size_t at, std::size_t i);
    bool endLine(std::size_t at, std::size_t i);
    void tell(const RowHead& head, std::string_view words, int line);
    void continueRow(std::size_t at, std::size_t i);
    void use(std::size_t at, std::size_t i);
    void standalone(std::size_t at);
    bool isAnnouncedList(std::size_t at) const;
    std::size_t takePendingText(std::size_t at);
    std::optional<Speaker> speakerAt(const Block& block, std::size_t i) const;
    void chat(std::size_t at);
    void momentBelow(std::size_t at);
    bool isEventOfDay(std::size_t at) const;
    bool isLog(std::size_t at, const Section& section) const;
    bool holdsBareHours(const Section& section) const;
    bool isDayLine(std::string_view text) const;
    bool countedDay(const TextLine& text);
    static bool isDayAlone(std::string_view text, const RowHead& head);
    void dayLine(const TextLine& text, Where where);
    bool acceptable(const RowHead& head, const Block& block, std::size_t i) const;
    bool isHeadOfRows(const RowHead& head, const Block& block) const;
    bool holdsRows(const Block& block) const;
    bool isDayOfOneEvent(std::size_t at, const RowHead& head) const;
    void addRows(RowHead head, std::string_view text, const TextLine& line);
    DraftEvent& addEvent(const RowHead& head, std::string_view text, int line);
    void refuse(const RowHead& head, int line);
    void finish(const Section& section, std::size_t first);
    void warnOfNoClock(int line, const std::string& lacks = "has no");
    void warnOfUntimed(const Section& section);
    std::string source(int first, int last) const;
    static std::string eventText(std::string_view text);

    Draft& m_draft;
    const std::vector<Block>& m_blocks;
    std::vector<std::string_view> m_sourceLines;
    DayOrder m_order;
    std::set<std::pair<std::size_t, std::size_t>> m_used;
    std::vector<RowShape> m_shapes;
    std::set<int> m_rowItems;                 ///< list items that hold a row
    std::set<std::string, std::less<>> m_roles; ///< roles that rows of fields have named
    Within m_within = Within::Text;
    bool m_named = false;                     ///< a heading names the section
    bool m_momentHeadings = false;            ///< each event of the section has a heading with its clock
    std::size_t m_end = 0;                    ///< of the section
    int m_group = 0;
    bool m_approx = false;                    ///< "all times approximate"
    bool m_bareHours = false;                 ///< "0412 The plan arrives": four digits alone are clocks here
    bool m_rowOpen = false;                   ///< the line above belongs to a row that goes on
    bool m_rowLines = false;                  ///< a line of this block was a row, or looked like one
    bool m_wantsText = false;                 ///< the last row has no words of its own yet
    int m_textList = -1;                      ///< the list whose items are those words
    std::optional<Stated<StatedDate>> m_day;  ///< nearest above
    RowHead m_countedDay;                     ///< "Day 2", "Tue" in a line of its own, for the row below it
    std::optional<Stated<std::string>> m_zone, m_columnZone;
};

/// Zone words with where they stand; nothing where there are none.
inline std::optional<Stated<std::string>> statedZone(const std::string& zone, Where where, int line)
{
    return zone.empty() ? std::nullopt : std::optional{Stated<std::string>{zone, zone, where, line}};
}

} // namespace lockstep::markdown
