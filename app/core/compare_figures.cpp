#include "core/compare_figures.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

namespace {

const Measured* figureIn(const std::vector<Measured>& figures, const std::string& id)
{
    const auto found = std::find_if(figures.begin(), figures.end(), [&](const Measured& m) { return m.id == id; });
    return found == figures.end() ? nullptr : &*found;
}

std::string plus(Millis by)
{
    return by == Millis{0} ? "+0 min" : signedLength(by);
}

std::string figureOrNone(const Measured& measured)
{
    return measured.id.empty() ? "not measured" : figureWords(measured);
}

} // namespace

bool FigureChange::differs() const
{
    return was.least != now.least || was.most != now.most || was.count != now.count || was.id.empty() != now.id.empty();
}

std::vector<FigureChange> comparedFigures(const TimelineView& was, const TimelineView& now)
{
    const std::vector<Measured> before = metricsOf(was), after = metricsOf(now);
    std::vector<FigureChange> changes;
    for (const Measured& figure : after) {
        const Measured* same = figureIn(before, figure.id);
        changes.push_back({same ? *same : Measured{}, figure});
    }
    for (const Measured& figure : before)
        if (!figureIn(after, figure.id))
            changes.push_back({figure, {}});
    return changes;
}

std::string differenceWords(const FigureChange& change)
{
    if (!change.differs())
        return {};
    if (change.was.count && change.now.count) {
        const int by = *change.now.count - *change.was.count;
        return by < 0 ? "\u2212" + std::to_string(-by) : "+" + std::to_string(by);
    }
    if (!change.was.least || !change.now.least || !change.was.most || !change.now.most)
        return {};
    const Millis least = *change.now.least - *change.was.least, most = *change.now.most - *change.was.most;
    return least == most ? plus(least) : plus(least) + " to " + plus(most);
}

std::vector<ComparedSentence> figureSentences(const NamedView& other, const NamedView& now)
{
    std::vector<ComparedSentence> sentences;
    for (const FigureChange& change : comparedFigures(*other.view, *now.view)) {
        if (!change.differs())
            continue;
        const std::string difference = differenceWords(change);
        const std::string& title = change.now.id.empty() ? change.was.title : change.now.title;
        sentences.push_back({title + ": " + figureOrNone(change.now) + " instead of " + figureOrNone(change.was)
                + (difference.empty() ? "." : " (" + difference + ")."),
            change.now.rows.empty() ? 0 : change.now.rows.front(), {}});
    }
    return sentences;
}

std::vector<ComparedSentence> allSentences(const NamedView& other, const NamedView& now)
{
    std::vector<ComparedSentence> sentences = sentencesAgainst(other, now);
    for (ComparedSentence& figure : figureSentences(other, now))
        sentences.push_back(std::move(figure));
    return sentences;
}

std::vector<ComparedLine> figureLines(const SideBySide& sideBySide)
{
    const auto sides = sideBySide.all();
    std::vector<std::vector<Measured>> figures;
    for (const NamedView& side : sides)
        figures.push_back(metricsOf(*side.view));
    std::vector<Measured> titles = figures.back();
    for (const auto& list : figures)
        for (const Measured& figure : list)
            if (!figureIn(titles, figure.id))
                titles.push_back(figure);
    std::vector<ComparedLine> lines;
    for (const Measured& title : titles) {
        ComparedLine line{.title = title.title, .row = 0, .cells = {}};
        const Measured* now = figureIn(figures.back(), title.id);
        line.row = now == nullptr || now->rows.empty() ? 0 : now->rows.front();
        for (const auto& list : figures) {
            const Measured* figure = figureIn(list, title.id);
            line.cells.push_back({.words = figureOrNone(figure ? *figure : Measured{}), .outcome = Outcome::None, .differs = false});
        }
        for (ComparedLine::Cell& cell : line.cells)
            cell.differs = cell.words != line.cells.back().words;
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace lockstep
