#include "chart/chart_layout.h"
#include "core/wording.h"
#include "formats/text_for.h"
#include <algorithm>
#include <cmath>

namespace lockstep {

namespace {

TextRun run(const LayoutInput& in, double x, double y, const QString& text, double px, QFont::Weight weight, const QColor& colour)
{
    return {{x, y}, text, px, weight, colour, in.measure.width(text, px, weight)};
}

/// A title keeps its own capitals.
QString asTitled(const std::string& words) { return QString::fromStdString(forLabel(words)).trimmed(); }

/// What stands above the headline: the document's title where the headline is another, and the files where there are several.
QString aboveHeadline(const Timeline& record, const QString& headline)
{
    const QString title = asTitled(record.title);
    const QString told = title == headline ? QString{} : title;
    const QString files = record.sources.size() < 2 ? QString{} : labelText(sourceNames(record));
    if (files.isEmpty() || files == headline)
        return told;
    return told.isEmpty() ? files : QStringLiteral("%1 (%2)").arg(told, files);
}

/// A long name is cut, and what the picture must say about itself is not.
QString corner(const LayoutInput& in, double width, double px)
{
    if (in.content.scenario.name.empty() && in.view.isRecord())
        return QStringLiteral("As recorded");
    const QString name = labelText(in.content.scenario.name);
    if (name.isEmpty())
        return QStringLiteral("WHAT IF. Not what happened.");
    // A name that runs from right to left stays apart from the words around it.
    const QString words = name.isRightToLeft() ? QStringLiteral("WHAT IF: \u2068%1\u2069. Not what happened.") : QStringLiteral("WHAT IF: %1. Not what happened.");
    const double room = width - in.measure.width(words.arg(QString{}), px, QFont::DemiBold);
    return words.arg(in.measure.elided(name, room, px, QFont::DemiBold));
}

} // namespace

double layOutHead(ChartLayout& out, const LayoutInput& in)
{
    const Dimensions& dim = out.dim;
    const double left = dim.margin;
    const double width = in.size.width() - 2 * dim.margin;
    const double small = dim.text(16);
    double y = dim.of(46);

    const QString state = corner(in, width * 0.62, small);
    const double stateWidth = in.measure.width(state, small, QFont::DemiBold);
    out.head.push_back(run(in, in.size.width() - dim.margin - stateWidth, y, state, small, QFont::DemiBold,
        out.isWhatIf ? in.theme.scenario : in.theme.text));
    const QString headline = asTitled(in.finding.headline.empty() ? in.view.record().title : in.finding.headline);
    if (const QString above = aboveHeadline(in.view.record(), headline); !above.isEmpty())
        out.head.push_back(run(in, left, y, in.measure.elided(above, width - stateWidth - 24, small), small, QFont::Medium, in.theme.mutedText));

    const int lines = in.size.width() < narrowPage ? 5 : 2;
    // A long headline gets smaller first, then a second line. Each size is a font to load: the first tried is nearly it.
    double px = dim.of(32);
    const double least = dim.of(24);
    px -= std::clamp(std::floor(px - px * width / in.measure.width(headline, px, QFont::Bold)) - 1, 0.0, std::ceil(px - least));
    while (px > least && in.measure.width(headline, px, QFont::Bold) > width)
        px -= 1;
    for (const QString& line : in.measure.wrapped(headline, width, lines, px, QFont::Bold)) {
        y += px * 1.31;
        out.head.push_back(run(in, left, y, line, px, QFont::Bold, in.theme.text));
    }
    const double sub = dim.text(18);
    double step = sub * 1.72;
    for (const QString& line : in.measure.wrapped(labelText(in.finding.subtitle), width, lines, sub)) {
        y += step;
        step = sub * 1.36;
        out.head.push_back(run(in, left, y, line, sub, QFont::Normal, in.theme.mutedText));
    }
    return y + dim.of(30);
}

} // namespace lockstep
