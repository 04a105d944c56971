#include "chart/chart_layout.h"
#include "chart/ruler_words.h"
#include "core/wording.h"
#include <algorithm>
#include <set>

namespace lockstep {

namespace {

constexpr QFont::Weight medium = QFont::Medium;

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

/// Builds the rulers of one layout.
class Rulers {
public:
    Rulers(ChartLayout& out, const LayoutInput& in, const AxisScale& axis)
        : m_out(out), m_in(in), m_axis(axis), m_zones(in.facts.rulers), m_step(rulerStep(axis, out.dim)),
          m_px(out.dim.text(16))
    {
        m_room.lone = out.dim.of(210);
    }

    double run(double top)
    {
        const double height = m_out.dim.of(m_out.dim.compact ? 25 : 30);
        for (std::size_t i = 0; i < m_zones.size(); ++i) {
            const double y = top + height * static_cast<double>(i);
            m_out.rulers.push_back({m_zones[i].lane, y, height, m_zones[i].name, rulerColour(m_in, m_zones[i]), m_zones[i].zone, {}});
            m_out.rules.push_back(y);
        }
        const double bottom = top + height * static_cast<double>(m_zones.size());
        m_out.rules.push_back(bottom);
        addMoment(top, bottom);
        for (std::size_t i = 0; i < m_zones.size(); ++i)
            m_firstTold.push_back(findFirstTold(i));
        for (std::size_t i = 0; i < m_zones.size(); ++i)
            addNames(i);
        addTicks();
        addCuts();
        return bottom;
    }

private:
    double baseOf(const RulerRow& row, double px) const { return row.top + row.height / 2 + px * 0.36; }

    TextRun runAt(double x, double base, const QString& words, double px, QFont::Weight weight, const QColor& colour) const
    {
        return {{x, base}, words, px, weight, colour, m_in.measure.width(words, px, weight)};
    }

    void addNames(std::size_t i)
    {
        RulerRow& row = m_out.rulers[i];
        const double px = m_out.dim.text(17);
        const double small = m_out.dim.text(15);
        const double dayWidth = m_in.measure.width(firstDay(i), m_out.dim.text(14), medium);
        const double offsetWidth = m_in.measure.width(m_zones[i].offset, small);
        const double room = m_axis.left() - m_out.dim.margin - dayWidth - offsetWidth - m_out.dim.of(15);
        const QString name = m_in.measure.elided(m_zones[i].name, room, px, QFont::DemiBold);
        row.texts.push_back(runAt(m_out.dim.margin, baseOf(row, px), name, px, QFont::DemiBold, row.colour));
        const double after = m_out.dim.margin + row.texts.back().width + m_out.dim.of(8);
        if (!m_zones[i].offset.isEmpty())
            row.texts.push_back(runAt(after, baseOf(row, px), m_zones[i].offset, small, QFont::Normal, row.colour));
    }

    /// The first moment the ruler tells: a tick, or the boxed moment before it.
    Instant findFirstTold(std::size_t i) const
    {
        const std::vector<Instant> ticks = tickInstants(m_axis, m_zones[i].zone, m_step);
        const Instant first = ticks.empty() ? m_axis.visible().begin : ticks.front();
        return m_out.moment ? std::min(first, *m_in.finding.moment) : first;
    }

    QString firstDay(std::size_t i) const
    {
        return m_step.isCalendar() ? QString{} : text(dayLabel(m_in.view.record(), m_zones[i].zone.wallAt(m_firstTold[i])));
    }

    void addMoment(double top, double bottom)
    {
        const std::optional<Instant>& at = m_in.finding.moment;
        if (!at || m_axis.x(*at) < m_axis.left() || m_axis.x(*at) > m_axis.right())
            return;
        MomentBox moment;
        moment.x = m_axis.x(*at);
        const double px = m_out.dim.text(17);
        double widest = 0;
        for (std::size_t i = 0; i < m_zones.size(); ++i) {
            const QString clock = text(clockLabel(m_in.view.record(), m_zones[i].zone.wallAt(*at)));
            const double width = m_in.measure.width(clock, px, QFont::Bold);
            widest = std::max(widest, width);
            const RulerRow& row = m_out.rulers[i];
            moment.texts.push_back(runAt(moment.x - width / 2, baseOf(row, px), clock, px, QFont::Bold, row.colour));
        }
        const double half = widest / 2 + m_out.dim.of(4.5);
        moment.box = {moment.x - half, top + 2.5, 2 * half, bottom - top - 5};
        m_out.moment = std::move(moment);
    }

    bool hasEvent(Instant at) const
    {
        const ViewRows& rows = m_in.facts.allRows();
        return std::any_of(rows.begin(), rows.end(), [&](const LaneRows& lane) {
            const RowPlace found = lane.from(at);
            return !lane.isEnd(found) && lane.row(found).at == at;
        });
    }

    /// The day, without the year that the ruler's first day has told.
    QString shortDay(std::size_t ruler, Instant at) const
    {
        const QString day = text(dayLabel(m_in.view.record(), m_zones[ruler].zone.wallAt(at)));
        const QString year = day.right(5);
        return m_in.view.record().dated && firstDay(ruler).endsWith(year) ? day.chopped(5) : day;
    }

    /// The words after a tick: the ruler's new day, and its new offset where clocks were changed.
    QString suffix(std::size_t ruler, Instant before, Instant at) const
    {
        const Zone& zone = m_zones[ruler].zone;
        QString words;
        const auto dayOf = [&](Instant t) { return date::floor<date::days>(zone.wallAt(t)); };
        if (!m_step.isCalendar() && dayOf(before) != dayOf(at))
            words = shortDay(ruler, at);
        if (zone.offsetAt(before) != zone.offsetAt(at))
            words += (words.isEmpty() ? QString{} : QStringLiteral(", ")) + text(offsetLabel(zone.offsetAt(at)));
        return words;
    }

    std::vector<TickText> texts(const std::set<Instant>& extra) const
    {
        std::vector<TickText> all;
        const double space = m_out.dim.of(6);
        for (std::size_t i = 0; i < m_zones.size(); ++i) {
            std::vector<Instant> ticks = tickInstants(m_axis, m_zones[i].zone, m_step);
            ticks.insert(ticks.end(), extra.begin(), extra.end());
            if (m_out.moment)
                ticks.push_back(*m_in.finding.moment);
            std::sort(ticks.begin(), ticks.end());
            ticks.erase(std::unique(ticks.begin(), ticks.end()), ticks.end());
            for (std::size_t t = 0; t < ticks.size(); ++t) {
                const QString words = suffix(i, t > 0 ? ticks[t - 1] : m_firstTold[i], ticks[t]);
                const QString day = words.isEmpty() ? shortDay(i, ticks[t]) : words;
                const bool isBox = m_out.moment && ticks[t] == *m_in.finding.moment;
                const double half = isBox ? m_out.moment->box.width() / 2 : m_in.measure.width(label(i, ticks[t]), m_px, medium) / 2;
                all.push_back({static_cast<int>(i), ticks[t], half, space + m_in.measure.width(day, m_out.dim.text(14), QFont::DemiBold),
                    !words.isEmpty(), hasEvent(ticks[t]), isBox});
            }
        }
        return all;
    }

    QString label(std::size_t ruler, Instant at) const
    {
        return tickLabel(m_in.view.record(), m_zones[ruler].zone.wallAt(at), m_step);
    }

    /// A part between two cuts that no round minute falls into tells the clock of its first event instead.
    std::set<Instant> untold(const std::vector<TickText>& all, const std::vector<ShownTick>& shown) const
    {
        std::set<Instant> extra;
        Instant begin = m_axis.visible().begin;
        const auto look = [&](Instant end) {
            const bool told = std::any_of(shown.begin(), shown.end(),
                [&](const ShownTick& s) { return !all[s.text].isBox && all[s.text].at >= begin && all[s.text].at <= end; });
            std::optional<Instant> first;
            for (const LaneRows& lane : m_in.facts.allRows()) {
                const RowPlace found = lane.from(begin);
                if (!lane.isEnd(found) && lane.row(found).at <= end)
                    first = std::min(first.value_or(lane.row(found).at), lane.row(found).at);
            }
            if (!told && first)
                extra.insert(*first);
        };
        for (const Span& cut : m_axis.quiet()) {
            look(cut.begin);
            begin = cut.end;
        }
        look(m_axis.visible().end);
        return extra;
    }

    void addTicks()
    {
        std::optional<Blocked> blocked;
        if (m_out.moment)
            blocked = Blocked{m_out.moment->box.left() - m_out.dim.of(5), m_out.moment->box.right() + m_out.dim.of(5)};
        std::vector<TickText> all = texts({});
        std::vector<ShownTick> shown = shownTicks(m_axis, all, blocked, m_room);
        if (const std::set<Instant> extra = untold(all, shown); !extra.empty()) {
            all = texts(extra);
            shown = shownTicks(m_axis, all, blocked, m_room);
        }
        if (const double left = leftOfBox(all, shown); left > 0) {
            blocked->left -= left;
            m_boxTellsLeft = true;
            shown = shownTicks(m_axis, all, blocked, m_room);
        }
        std::map<int, Instant> last;
        std::set<Instant> lines;
        for (const ShownTick& tick : shown) {
            const TickText& words = all[tick.text];
            addTick(words, tick.withDay, last);
            last[words.ruler] = words.at;
            if (words.ruler == 0 && !words.isBox)
                lines.insert(words.at);
        }
        for (const Instant at : lines)
            m_out.gridLines.push_back(m_axis.x(at));
        for (std::size_t i = 0; i < m_zones.size(); ++i)
            addFirstDay(i);
    }

    /// The room on the left of the box for the day it tells, when a cut or the edge leaves none on its right; else 0.
    double leftOfBox(const std::vector<TickText>& all, const std::vector<ShownTick>& shown) const
    {
        double widest = 0;
        for (const ShownTick& tick : shown) {
            if (all[tick.text].isBox && tick.withDay)
                widest = std::max(widest, all[tick.text].suffix);
        }
        if (widest <= 0)
            return 0;
        double right = m_axis.right();
        for (const Span& cut : m_axis.quiet()) {
            if (cut.begin >= *m_in.finding.moment)
                right = std::min(right, m_axis.x(cut.begin) - m_out.dim.of(4));
        }
        return m_out.moment->box.right() + widest > right ? widest : 0;
    }

    void addTick(const TickText& tick, bool withDay, const std::map<int, Instant>& last)
    {
        const auto ruler = static_cast<std::size_t>(tick.ruler);
        RulerRow& row = m_out.rulers[ruler];
        const double x = m_axis.x(tick.at);
        if (!tick.isBox)
            row.texts.push_back(runAt(x - tick.half, baseOf(row, m_px), label(ruler, tick.at), m_px, medium, row.colour));
        const auto before = last.find(tick.ruler);
        const Instant from = before != last.end() ? before->second : m_firstTold[ruler];
        if (!withDay)
            return;
        const double px = m_out.dim.text(14);
        const double space = m_out.dim.of(6);
        TextRun day = runAt(x + tick.half + space, baseOf(row, m_px), suffix(ruler, from, tick.at), px, QFont::DemiBold, row.colour);
        if (tick.isBox && m_boxTellsLeft)
            day.base.setX(x - tick.half - space - day.width);
        row.texts.push_back(std::move(day));
    }

    void addFirstDay(std::size_t i)
    {
        const QString day = firstDay(i);
        if (day.isEmpty() || (m_zones[i].lane < 0 && m_zones.size() == 1 && m_in.facts.rows.laneCount() == 0))
            return;
        RulerRow& row = m_out.rulers[i];
        const double px = m_out.dim.text(14);
        const double width = m_in.measure.width(day, px, medium);
        row.texts.push_back(runAt(m_axis.left() - m_out.dim.of(4) - width, baseOf(row, m_px), day, px, medium, row.colour));
    }

    void addCuts()
    {
        for (const Span& cut : m_axis.quiet()) {
            const double x = (m_axis.x(cut.begin) + m_axis.x(cut.end)) / 2;
            if (x < m_axis.left() || x > m_axis.right())
                continue;
            const QString dots = QStringLiteral("···");
            for (RulerRow& row : m_out.rulers) {
                const double width = m_in.measure.width(dots, m_px, QFont::Medium);
                row.texts.push_back(runAt(x - width / 2, baseOf(row, m_px), dots, m_px, medium, m_in.theme.mutedText));
            }
        }
    }

    ChartLayout& m_out;
    const LayoutInput& m_in;
    const AxisScale& m_axis;
    const std::vector<RulerZone>& m_zones;
    TickStep m_step;
    double m_px;
    TickRoom m_room;
    std::vector<Instant> m_firstTold;
    bool m_boxTellsLeft = false; ///< a cut follows the box: the day it tells stands before it
};

} // namespace

double layOutRulers(ChartLayout& out, const LayoutInput& in, const AxisScale& axis, double top)
{
    return Rulers{out, in, axis}.run(top);
}

} // namespace lockstep
