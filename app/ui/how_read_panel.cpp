#include "ui/how_read_panel.h"
#include "core/words.h"
#include "ui/panel_parts.h"
#include "ui/selection.h"
#include "ui/words.h"
#include "whatif/document.h"
#include <QCoreApplication>
#include <QVBoxLayout>
#include <algorithm>

namespace lockstep {

namespace {

constexpr std::size_t rivalsShown = 4; ///< the others unfold
constexpr std::size_t linesShown = 30;

QString said(const char* text) { return QCoreApplication::translate("HowRead", text); }

/// In plain words: `check` speaks of daylight and standard time.
QString plain(const std::string& words)
{
    return shown(words).replace(QLatin1String(", daylight time"), said(", summer time")).replace(QLatin1String(", standard time"), said(", winter time"));
}

/// Whether it can be changed on a page of its own: a look-up on the row's, a window on the window's.
bool hasOwnPage(const ReadAs& read)
{
    const auto isThere = [](const Change& change) { return std::holds_alternative<SetKind>(change) || std::holds_alternative<RemoveWindow>(change); };
    return std::ranges::any_of(read.rivals, [&](const Rival& rival) { return std::ranges::any_of(rival.changes, isThere); });
}

/// "Line 14", of several files "chat.md, line 14".
QString lineWords(const Timeline& record, int file, int line)
{
    if (record.sources.size() < 2)
        return said("Line %1").arg(line);
    return said("%1, line %2").arg(shown(record.sources[static_cast<std::size_t>(file)].name)).arg(line);
}

/// Other columns are read from the file itself.
const SetColumns* columnsIn(const std::vector<Change>& changes)
{
    return changes.size() == 1 ? std::get_if<SetColumns>(&changes.front()) : nullptr;
}

class Entries {
public:
    Entries(QVBoxLayout* column, Document& document, Selection& selection, ReadByColumns readByColumns = {})
        : m_column(column), m_document(document), m_selection(selection), m_readByColumns(std::move(readByColumns))
    {
    }

    void add(const ReadAs& read, bool withLine)
    {
        QVBoxLayout* entry = panel::group(m_column);
        if (!read.about.empty())
            panel::section(entry, said("%1: %2").arg(plain(withCapital(read.about)), plain(read.answer)));
        if (!read.because.empty())
            panel::muted(entry, shown(read.because));
        addChosen(entry, read);
        addRivals(entry, read);
        if (withLine && read.line > 0)
            addLine(entry, read.file, read.line, read.row);
    }

    void addLine(QVBoxLayout* entry, int file, int line, EventId row)
    {
        const QString words = lineWords(record(), file, line);
        if (row == 0)
            return panel::muted(entry, words);
        panel::mutedLink(entry, words, [&selection = m_selection, row] { selection.choose(row); });
    }

private:
    const Timeline& record() const { return m_document.resolved().timeline; }

    void addChosen(QVBoxLayout* entry, const ReadAs& read)
    {
        if (read.chosen.empty())
            return;
        panel::muted(entry, read.was.empty() ? said("You chose this.") : said("You chose this. Before: %1.").arg(shown(read.was)));
        panel::link(entry, said("Take it back"), [&document = m_document, chosen = read.chosen, again = m_readByColumns] {
            if (const SetColumns* named = columnsIn(chosen))
                return again({{}, named->source}, {});
            document.forget(chosen, said("Take back how it was read"));
        });
    }

    void addRivals(QVBoxLayout* entry, const ReadAs& read)
    {
        std::vector<Rival> takable;
        for (const Rival& rival : read.rivals)
            if (!rival.changes.empty())
                takable.push_back(rival);
            else
                panel::muted(entry, plain(rival.words));
        QVBoxLayout* place = entry;
        for (std::size_t i = 0; i < takable.size(); ++i) {
            if (i == rivalsShown && takable.size() > rivalsShown + 1)
                place = panel::unfolding(entry, said("%1 more").arg(takable.size() - i));
            panel::quietLink(place, said("Or %1").arg(plain(takable[i].words)), [&document = m_document, changes = takable[i].changes, read, again = m_readByColumns] {
                if (const SetColumns* named = columnsIn(changes))
                    return again(*named, read.about + " " + read.answer);
                document.read(changes, said("Read otherwise: %1").arg(shown(read.about)));
            });
        }
    }

    QVBoxLayout* m_column;
    Document& m_document;
    Selection& m_selection;
    ReadByColumns m_readByColumns;
};

void addNotUnderstood(QVBoxLayout* column, Entries& entries, const Document& document)
{
    const std::vector<NotUnderstood> lines = notUnderstood(document.draft());
    if (lines.empty())
        return;
    panel::rule(column);
    panel::section(column, lines.size() == 1 ? said("1 line is no row") : said("%1 lines are no rows").arg(lines.size()));
    for (std::size_t i = 0; i < std::min(lines.size(), linesShown); ++i) {
        QVBoxLayout* entry = panel::group(column);
        if (!lines[i].text.empty())
            panel::quote(entry, shown(lines[i].text));
        panel::muted(entry, shown(lines[i].reason));
        entries.addLine(entry, lines[i].file, lines[i].line, 0);
    }
    if (lines.size() > linesShown)
        panel::muted(column, said("%1 more lines like these.").arg(lines.size() - linesShown));
}

} // namespace

QString howReadTitle() { return said("How it was read"); }

void showHowRead(QVBoxLayout* column, Document& document, Selection& selection, ReadByColumns readByColumns)
{
    const std::vector<ReadAs> all = howItWasRead(document.resolved(), document.study().reading);
    Entries entries{column, document, selection, readByColumns};
    if (!all.empty()) {
        panel::rule(column);
        panel::section(column, howReadTitle());
    }
    for (std::size_t i = 0; i < std::min(all.size(), linesShown); ++i)
        entries.add(all[i], true);
    if (all.size() > linesShown) {
        QVBoxLayout* rest = panel::unfolding(column, said("%1 more").arg(all.size() - linesShown));
        Entries more{rest, document, selection, readByColumns};
        for (std::size_t i = linesShown; i < std::min(all.size(), 10 * linesShown); ++i)
            more.add(all[i], true);
    }
    addNotUnderstood(column, entries, document);
}

void showHowRead(QVBoxLayout* column, Document& document, Selection& selection, EventId row)
{
    Entries entries{column, document, selection};
    for (const ReadAs& read : howItWasRead(document.resolved(), document.study().reading))
        if ((read.row == row || read.about.ends_with(" of row " + std::to_string(row))) && (!read.rivals.empty() || !read.chosen.empty()) && !hasOwnPage(read))
            entries.add(read, false);
}

void showHowReadOf(QVBoxLayout* column, Document& document, Selection& selection, const Lane& lane)
{
    Entries entries{column, document, selection};
    for (const ReadAs& read : howItWasRead(document.resolved(), document.study().reading)) {
        const auto isAbout = [&](const std::string& name) { return !name.empty() && (read.about.ends_with(" of " + name) || read.about.find('\'' + name + '\'') != std::string::npos); };
        if (!isAbout(lane.role) && !isAbout(lane.place))
            continue;
        entries.add(read, true);
    }
}

} // namespace lockstep
