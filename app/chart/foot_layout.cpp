#include "chart/chart_layout.h"
#include <algorithm>
#include <set>

namespace lockstep {

namespace {

struct Words {
    Symbol symbol;
    QString words;
    double width;
};

/// "every table locked" where the windows say what they lock, else "locked".
QString tintWords(const TimelineView& view)
{
    std::set<std::string> what;
    for (const Window& window : view.windows()) {
        if (window.effect == Effect::Blocks)
            what.insert(window.scope.all ? window.what : std::string{});
    }
    if (what.size() == 1 && !what.begin()->empty())
        return labelText(*what.begin() + " locked").toLower();
    return QStringLiteral("locked");
}

/// Columns have no rings: what look-ups met is a line under them.
QString densityWords(const ChartLayout& out)
{
    std::set<Outcome> met;
    for (const LaneBox& lane : out.lanes)
        for (const DensityColumn& column : lane.columns)
            if (column.facts.isRinged)
                met.insert(column.facts.worst);
    const bool isLocked = met.contains(Outcome::Blocked) || met.contains(Outcome::PossiblyBlocked);
    const bool isStale = met.contains(Outcome::Stale) || met.contains(Outcome::PossiblyStale);
    const QString words = QStringLiteral("many rows, look-ups darker");
    if (isLocked && isStale)
        return words + QStringLiteral(", during the lock or out of date underlined");
    return isLocked ? words + QStringLiteral(", during the lock underlined") : isStale ? words + QStringLiteral(", out of date underlined") : words;
}

/// Only what occurs is explained.
std::vector<Words> entries(const ChartLayout& out, const LayoutInput& in)
{
    std::set<Symbol> symbols = in.facts.symbols;
    const auto& windows = in.view.windows();
    const auto any = [&](auto&& claim) { return std::any_of(windows.begin(), windows.end(), claim); };
    if (any([](const Window& w) { return w.effect == Effect::Blocks; }))
        symbols.insert(Symbol::Tint);
    const bool began = any([](const Window& w) { return w.effect == Effect::Blocks && !w.begin.isCertain(); });
    const bool ended = any([](const Window& w) { return w.effect == Effect::Blocks && !w.end.isCertain(); });
    if (began)
        symbols.insert(Symbol::HatchBegin);
    else if (ended)
        symbols.insert(Symbol::Hatch);
    if (!out.gaps.empty())
        symbols.insert(Symbol::Quiet);
    if (out.moment && !out.isWhatIf && out.rulers.size() > 1)
        symbols.insert(Symbol::Moment);
    if (std::ranges::any_of(out.lanes, [](const LaneBox& lane) { return !lane.columns.empty(); }))
        symbols.insert(Symbol::Density);

    std::vector<Words> all;
    for (const Symbol symbol : symbols) {
        switch (symbol) {
        case Symbol::Action: all.push_back({symbol, QStringLiteral("action"), 14}); break;
        case Symbol::LookUp: all.push_back({symbol, QStringLiteral("look-up"), 12}); break;
        case Symbol::Blocked: all.push_back({symbol, QStringLiteral("look-up during the lock"), 24}); break;
        case Symbol::Stale: all.push_back({symbol, QStringLiteral("answer out of date"), 24}); break;
        case Symbol::PossiblyBlocked: all.push_back({symbol, QStringLiteral("possibly during the lock"), 24}); break;
        case Symbol::PossiblyStale: all.push_back({symbol, QStringLiteral("possibly out of date"), 24}); break;
        case Symbol::Void: all.push_back({symbol, QStringLiteral("would not have happened"), 20}); break;
        case Symbol::Ghost: all.push_back({symbol, QStringLiteral("as recorded"), 14}); break;
        case Symbol::AssumedMove: all.push_back({symbol, QStringLiteral("assumption about a person"), 34}); break;
        case Symbol::Added: all.push_back({symbol, QStringLiteral("added"), 20}); break;
        case Symbol::Tint: all.push_back({symbol, tintWords(in.view), 32}); break;
        case Symbol::HatchBegin: all.push_back({symbol, ended ? QStringLiteral("lock may have begun or ended") : QStringLiteral("lock may have begun"), 32}); break;
        case Symbol::Hatch: all.push_back({symbol, QStringLiteral("lock may have ended"), 32}); break;
        case Symbol::Quiet: all.push_back({symbol, QStringLiteral("quiet time cut out"), 22}); break;
        case Symbol::Fault: all.push_back({symbol, QStringLiteral("before its cause"), 20}); break;
        case Symbol::Density: all.push_back({symbol, densityWords(out), 30}); break;
        case Symbol::Moment: all.push_back({symbol, QStringLiteral("the same moment on every clock"), 50}); break;
        }
    }
    return all;
}

double layOutLegend(ChartLayout& out, const LayoutInput& in, double top)
{
    const Dimensions& dim = out.dim;
    const double px = dim.text(15);
    const double right = in.size.width() - dim.margin;
    double x = dim.margin + dim.of(5);
    double y = top + dim.of(25);
    for (const Words& entry : entries(out, in)) {
        const double symbol = dim.of(entry.width);
        const double words = in.measure.width(entry.words, px);
        if (x + symbol + dim.of(8) + words > right && x > dim.margin + dim.of(6)) {
            x = dim.margin + dim.of(5);
            y += dim.of(28);
        }
        const double half = dim.of(12);
        out.legend.push_back({entry.symbol, {x, y - half, symbol, 2 * half},
            {{x + symbol + dim.of(8), y + px * 0.36}, entry.words, px, QFont::Normal, in.theme.mutedText, words}});
        x += symbol + dim.of(8) + words + dim.of(30);
    }
    return out.legend.empty() ? top + dim.of(6) : y + dim.of(14);
}

} // namespace

double layOutFoot(ChartLayout& out, const LayoutInput& in, double top)
{
    const Dimensions& dim = out.dim;
    const double px = 14 * std::max(1.0, dim.scale);
    const double width = in.size.width() - 2 * dim.margin;
    const QString corner = QString::fromStdString(in.content.corner);
    const double cornerWidth = in.measure.width(corner, px);
    double y = layOutLegend(out, in, top) + px * 0.25;
    QStringList lines;
    for (const std::string& note : in.content.footnotes)
        lines += in.measure.wrapped(QString::fromStdString(note).simplified(), width, in.size.width() < narrowPage ? 9 : 3, px);
    const bool cornerAlone = !lines.isEmpty() && !corner.isEmpty()
        && in.measure.width(lines.back(), px) + cornerWidth + dim.of(30) > width;
    if (lines.isEmpty() || cornerAlone)
        lines += QString{};
    for (qsizetype i = 0; i < lines.size(); ++i) {
        y += px * 1.45;
        if (!lines[i].isEmpty())
            out.foot.push_back({{dim.margin, y}, lines[i], px, QFont::Normal, in.theme.mutedText, in.measure.width(lines[i], px)});
    }
    if (!corner.isEmpty())
        out.foot.push_back({{in.size.width() - dim.margin - cornerWidth, y}, corner, px, QFont::Normal, in.theme.mutedText, cornerWidth});
    return y + dim.of(26);
}

} // namespace lockstep
