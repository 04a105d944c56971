#include "chart/sweep_layout.h"
#include "core/wording.h"
#include <algorithm>
#include <cmath>

namespace lockstep {
namespace {

constexpr double leastLeft = 168, rightRoom = 28, px = 14;

struct Maker {
    const SweepContent& in;
    const Theme& theme;
    const TextMeasure& measure;
    SweepLayout out;

    void put(double x, double base, const QString& text, const QColor& colour, QFont::Weight weight = QFont::Normal)
    {
        out.texts.push_back({{x, base}, text, px, weight, colour, measure.width(text, px, weight)});
    }
    void putRight(double right, double base, const QString& text, const QColor& colour)
    {
        put(right - measure.width(text, px), base, text, colour);
    }
    double rulers(double top);
    void ruler(const RulerZone& zone, const SweepContent::Days& days, const QColor& colour, double base);
    QString tickWords(const SweepContent::Days& days, const Zone& zone, WallTime wall) const;
    double leftEdge() const;
    void countsSeries();
    void sharesSeries();
    void stack(int SweepStart::*part, Outcome outcome, const QColor& colour, std::vector<int>& below);
    void share(const QString& name, const QColor& colour, bool isThick, double most, const std::function<double(const Touched&)>& value);
    void names(const QRectF& plot, std::size_t from);
    void marks();
    QColor zoneColour(std::size_t i) const { return in.zones[i].lane < 0 ? theme.text : theme.lane(in.zones[i].lane); }
};

/// A midnight names its day; the year stands at the left already.
QString Maker::tickWords(const SweepContent::Days& days, const Zone& zone, WallTime wall) const
{
    const auto day = date::floor<date::days>(wall);
    const bool isFirst = day == date::floor<date::days>(zone.wallAt(in.sweep.starts.front().at));
    const QString name = QString::fromStdString(isFirst ? days.first : days.next);
    return day < wall || name.isEmpty() ? QString::fromStdString(clockLabel(WallTime{wall - day})) : name.section(QLatin1Char(' '), 0, 2);
}

/// Room for the names of the clocks and the days at their left ends.
double Maker::leftEdge() const
{
    double edge = leastLeft;
    for (std::size_t i = 0; i < in.zones.size(); ++i)
        edge = std::max(edge, 24 + measure.width(in.zones[i].name, px, QFont::DemiBold) + 16 + measure.width(QString::fromStdString(in.days[i].first), px) + 12);
    return edge;
}

void Maker::ruler(const RulerZone& zone, const SweepContent::Days& days, const QColor& colour, double base)
{
    const auto& starts = in.sweep.starts;
    put(24, base, zone.name, colour, QFont::DemiBold);
    putRight(out.left - 12, base, QString::fromStdString(days.first), theme.mutedText);
    SweepRuler row;
    double end = out.left - 8;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const WallTime wall = zone.zone.wallAt(starts[i].at);
        const Millis clock = wall - date::floor<date::days>(wall);
        if (clock % std::chrono::hours{3} != Millis{0})
            continue;
        const QString text = tickWords(days, zone.zone, wall);
        const double width = measure.width(text, px);
        const double at = std::max(out.left, out.x(static_cast<double>(i)) - width / 2);
        if (at < end + 10 || at + width > out.size.width() - 4)
            continue;
        row.texts.push_back({{at, base}, text, px, clock == Millis{0} ? QFont::DemiBold : QFont::Normal, colour, width});
        end = at + width;
        if (zone.lane < 0)
            out.hours.push_back(out.x(static_cast<double>(i)));
    }
    row.bottom = base + px * 0.6;
    out.rulers.push_back(std::move(row));
}

double Maker::rulers(double top)
{
    double base = top + px;
    for (std::size_t i = 0; i < in.zones.size(); ++i, base += px * 1.7)
        ruler(in.zones[i], in.days[i], zoneColour(i), base);
    return base - px * 0.7;
}

/// Where one kind of outcome lies on what is below it; nothing of a kind that never occurs.
void Maker::stack(int SweepStart::*part, Outcome outcome, const QColor& colour, std::vector<int>& below)
{
    const auto& starts = in.sweep.starts;
    if (std::ranges::none_of(starts, [&](const SweepStart& start) { return start.*part > 0; }))
        return;
    int most = 1;
    for (const SweepStart& start : starts)
        most = std::max(most, start.blocked + start.possiblyBlocked + start.stale + start.possiblyStale);
    const auto y = [&](int count) { return out.counts.bottom() - out.counts.height() * count / (most * 1.1); };
    SweepSeries series{.upper = {}, .lower = {}, .colour = colour, 
        .isHatched = outcome == Outcome::PossiblyBlocked || outcome == Outcome::PossiblyStale, .isThick = false, .name = labelText(outcomeWords(outcome))};
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const int from = below[i], to = from + starts[i].*part;
        below[i] = to;
        for (const double edge : {0.0, 1.0}) {
            const double at = out.x(static_cast<double>(i) + edge);
            series.lower << QPointF{at, y(from)};
            series.upper << QPointF{at, y(to)};
        }
    }
    out.series.push_back(std::move(series));
}

void Maker::countsSeries()
{
    std::vector<int> below(in.sweep.starts.size(), 0);
    QColor stale = theme.lane(1);
    stale.setAlphaF(0.45F); // it covers most of many days: the lock stands out
    stack(&SweepStart::blocked, Outcome::Blocked, theme.lock, below);
    stack(&SweepStart::possiblyBlocked, Outcome::PossiblyBlocked, theme.lock, below);
    stack(&SweepStart::stale, Outcome::Stale, stale, below);
    stack(&SweepStart::possiblyStale, Outcome::PossiblyStale, stale, below);
    const int most = std::max(1, std::ranges::max(below));
    const int step = std::max(1, static_cast<int>(std::ceil(most / 4.0)));
    for (int count = 0; count <= most; count += step) {
        const double y = out.counts.bottom() - out.counts.height() * count / (most * 1.1);
        out.steps.emplace_back(y, out.left);
        putRight(out.left - 12, y + px * 0.35, QString::number(count), theme.mutedText);
    }
}

void Maker::share(const QString& name, const QColor& colour, bool isThick, double most, const std::function<double(const Touched&)>& value)
{
    SweepSeries series{.upper = {}, .lower = {}, .colour = colour, .isHatched = false, .isThick = isThick, .name = name};
    for (std::size_t i = 0; i < in.sweep.touched.size(); ++i)
        series.upper << QPointF{out.x(static_cast<double>(i)), out.shares.bottom() - out.shares.height() * value(in.sweep.touched[i]) / most};
    out.series.push_back(std::move(series));
}

/// The colour of the lane whose clock a region goes by, so that one place has one colour.
QColor regionColour(const SweepContent& in, const Theme& theme, std::size_t region)
{
    for (const RulerZone& zone : in.zones)
        if (zone.lane >= 0 && zone.zone == in.activity->regions[region].zone)
            return theme.lane(zone.lane);
    return theme.lane(2 + static_cast<int>(region));
}

void Maker::sharesSeries()
{
    double most = 0;
    for (const Touched& touched : in.sweep.touched)
        most = std::max({most, touched.worst(), touched.world});
    const double step = most > 0.4 ? 0.2 : most > 0.2 ? 0.1 : most > 0.1 ? 0.05 : most > 0.04 ? 0.02 : 0.01;
    most = std::max(most * 1.08, step / 10);
    for (double at = 0; at <= most; at += step) {
        const double y = out.shares.bottom() - out.shares.height() * at / most;
        out.steps.emplace_back(y, out.left);
        putRight(out.left - 12, y + px * 0.35, QString::number(std::lround(at * 100)) + QLatin1Char('%'), theme.mutedText);
    }
    const auto& regions = in.activity->regions;
    for (std::size_t i = 0; regions.size() > 1 && i < regions.size(); ++i)
        share(labelText(regions[i].name), regionColour(in, theme, i), false, most, [i](const Touched& touched) { return touched.regions[i]; });
    share(regions.size() > 1 ? QStringLiteral("The world") : QStringLiteral("All inquiries"), theme.text, true, most, [](const Touched& touched) { return touched.world; });
}

/// The names of the curves from one on, with a swatch each, in a row above their plot.
void Maker::names(const QRectF& plot, std::size_t from)
{
    double x = plot.left();
    const double base = plot.top() - px * 0.75;
    for (std::size_t i = from; i < out.series.size(); ++i) {
        const double width = measure.width(out.series[i].name, px);
        if (x + 24 + width > plot.right())
            return;
        out.keys.emplace_back(QRectF{x, base - px * 0.8, 18, px * 0.9}, i);
        put(x + 24, base, out.series[i].name, theme.text);
        x += 24 + width + 22;
    }
}

void Maker::marks()
{
    const auto& starts = in.sweep.starts;
    const Millis step = starts.size() > 1 ? starts[1].at - starts[0].at : Millis{1};
    // A start tried for another region's night may lie on the day before or after.
    if (in.now >= starts.front().at && in.now < starts.back().at + step)
        out.marks.push_back({.x = out.x(static_cast<double>((in.now - starts.front().at).count()) / static_cast<double>(step.count())), .number = {}});
    int number = 0;
    for (const SafeStart& safe : in.safe) {
        ++number;
        for (const std::size_t start : safe.starts)
            out.marks.push_back({.x = out.x(static_cast<double>(start)), .number = QString::number(number)});
    }
}

} // namespace

double SweepLayout::x(double start) const
{
    return left + perStart * start;
}

SweepLayout layOutSweep(const SweepContent& content, QSizeF size, const Theme& theme, const TextMeasure& measure)
{
    Maker maker{.in = content, .theme = theme, .measure = measure, .out = {}};
    SweepLayout& out = maker.out;
    out.size = size;
    out.left = maker.leftEdge();
    const double right = std::max(out.left + 100, size.width() - rightRoom);
    out.perStart = (right - out.left) / static_cast<double>(content.sweep.starts.size());
    maker.put(24, 18 + px, measure.elided(labelText(content.title), size.width() - 48, px, QFont::DemiBold), theme.text, QFont::DemiBold);
    const double top = maker.rulers(18 + px * 2.6) + px * 2.6, foot = size.height() - 18 - px * 1.9;
    const double room = std::max(120.0, foot - top);
    const bool hasShares = content.activity && !content.sweep.touched.empty();
    out.counts = QRectF{QPointF{out.left, top}, QPointF{right, top + (hasShares ? room * 0.36 : room)}};
    maker.put(24, out.counts.top() - px * 0.75, QStringLiteral("Look-ups"), theme.text, QFont::DemiBold);
    maker.countsSeries();
    maker.names(out.counts, 0);
    if (hasShares) {
        out.shares = QRectF{QPointF{out.left, out.counts.bottom() + px * 3.4}, QPointF{right, top + room}};
        const std::size_t from = out.series.size();
        maker.put(24, out.shares.top() - px * 0.75, QStringLiteral("Of a day\u2019s inquiries"), theme.text, QFont::DemiBold);
        maker.sharesSeries();
        maker.names(out.shares, from);
    }
    maker.marks();
    maker.put(24, size.height() - 16, measure.elided(labelText(content.foot), size.width() - 48, px), theme.mutedText);
    return std::move(maker.out);
}

} // namespace lockstep
