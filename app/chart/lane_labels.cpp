#include "chart/lane_labels.h"
#include "core/wording.h"
#include <algorithm>

namespace lockstep {

namespace {

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

constexpr double mostRows = 40;

bool isWorse(Outcome now, Outcome before)
{
    return now != Outcome::Void && now > before && now != Outcome::Fresh;
}

/// The document's words; in a what-if what they can no longer say is replaced: an answer that would now be refused.
QString wordsInView(const TimelineView& view, const Event& event)
{
    QString words = labelText(event.text);
    if (event.approx && words.isEmpty())
        return words;
    if (view.isDropped(event.id))
        return words + QStringLiteral(" (left out)");
    if (event.kind == Kind::Read && !view.isRecord() && view.record().has(event.id)) {
        const Outcome before = outcomeOf(event.at, event.reads.empty() ? view.record().lane(event.lane).reads : event.reads.str(),
            view.record().windows).outcome;
        const Outcome now = view.outcome(event.id).outcome;
        const qsizetype answer = words.indexOf(u':');
        if (isWorse(now, before) && before == Outcome::Fresh && answer > 0)
            return words.left(answer) + QStringLiteral(": now ") + text(std::string{outcomeWords(now)});
    }
    if (view.moved(event.id) != Millis{0})
        return words + QStringLiteral(" (recorded %1)").arg(text(clockLabel(view.record(), view.record().lane(event.lane).zone.wallAt(event.at))));
    return words;
}

QString clockInView(const TimelineView& view, const Event& event)
{
    const Lane& lane = view.record().lane(event.lane);
    const Instant at = view.at(event.id);
    if (!event.hasClock)
        return text(dayLabel(view.record(), lane.zone.wallAt(at)));
    QString clock = text(clockLabel(view.record(), lane.zone.wallAt(at)));
    if (event.approx)
        clock.prepend(u'~');
    if (event.end && *event.end > event.at)
        clock += QStringLiteral("–") + text(clockLabel(view.record(), lane.zone.wallAt(*event.end + (at - event.at))));
    return clock;
}

} // namespace

LaneLabels::LaneLabels(const LayoutInput& in, const AxisScale& axis, const ChartLayout& out, LaneId lane)
    : m_in(in), m_axis(axis), m_out(out), m_lane(lane)
{
    const Dimensions& dim = out.dim;
    m_space = in.measure.width(QStringLiteral(" "), dim.text(16));
    m_ellipsis = in.measure.width(QStringLiteral("…"), dim.text(16));
    const std::vector<Placed>& events = in.order[static_cast<std::size_t>(lane)];
    const auto before = [](const Placed& p, Instant t) { return p.at < t; };
    auto p = std::lower_bound(events.begin(), events.end(), axis.at(axis.left() - 0.5), before);
    const Instant last = axis.at(axis.right() + 0.5);
    for (; p != events.end() && p->at <= last; ++p) {
        const EventId id = p->event;
        m_events.push_back(id);
        m_requests.push_back({axis.x(p->at), 60, [this, id] {
            if (const auto known = m_measured.find(id); known != m_measured.end())
                return known->second;
            const Words words = wordsOf(id);
            const double px = m_out.dim.text(16);
            LabelWords widths;
            widths.head = words.numberWidth + m_out.dim.of(6) + words.clockWidth + m_out.dim.of(8);
            for (const QString& word : words.text)
                widths.words.push_back(m_in.measure.width(word, px));
            return m_measured.emplace(id, widths).first->second;
        }});
    }
}

LabelArea LaneLabels::area(double top, double bottom) const
{
    const Dimensions& dim = m_out.dim;
    LabelArea area;
    area.left = m_axis.left();
    area.right = m_out.size.width() - m_out.dim.margin - dim.of(3);
    area.top = top;
    area.bottom = bottom;
    area.base = bottom + LaneLabels::aboveBase(dim);
    area.row = dim.text(16) * m_density.row;
    area.line = dim.text(16) * std::min(1.25, m_density.row * 0.88);
    area.space = m_space;
    area.ellipsis = m_ellipsis;
    area.indent = dim.of(14);
    area.digit = m_in.measure.width(QStringLiteral("0"), 14, QFont::DemiBold);
    area.wrap = dim.of(350);
    area.column = dim.of(108);
    area.lines = m_density.oneLine ? 1 : m_requests.size() <= 3 ? 3 : 2;
    for (const GapBox& gap : m_out.gaps)
        area.barriers.emplace_back(gap.left - 2, gap.right + 2);
    for (const WindowBar& bar : m_out.windows) {
        const bool concerns = std::find(bar.lanes.begin(), bar.lanes.end(), m_lane) != bar.lanes.end();
        if (bar.effect != Effect::Blocks || !concerns)
            continue;
        if (bar.solidLeft > bar.rect.left())
            area.hatched.emplace_back(bar.rect.left(), bar.solidLeft);
        if (bar.solidRight < bar.rect.right())
            area.hatched.emplace_back(bar.solidRight, bar.rect.right());
    }
    return area;
}

LaneLabels::Words LaneLabels::wordsOf(EventId id) const
{
    const Event& event = m_in.view.event(id);
    const Dimensions& dim = m_out.dim;
    Words words;
    words.number = QString::number(id);
    words.clock = clockInView(m_in.view, event);
    words.text = wordsInView(m_in.view, event).split(u' ', Qt::SkipEmptyParts);
    words.numberWidth = m_in.measure.width(words.number, dim.number());
    words.clockWidth = m_in.measure.width(words.clock, dim.text(16), QFont::Bold);
    const Outcome outcome = event.kind == Kind::Read ? m_in.view.outcome(id).outcome : Outcome::None;
    const bool gone = !m_in.view.happens(id);
    words.colour = outcome == Outcome::Blocked || outcome == Outcome::PossiblyBlocked ? m_in.theme.lock
        : gone                                                                        ? m_in.theme.mutedText
                                                                                      : m_in.theme.text;
    return words;
}

double LaneLabels::leastRows() const
{
    constexpr double tightestRow = 1.28;
    const std::size_t share = std::clamp<std::size_t>(6 / std::max<std::size_t>(1, m_in.order.size()), 1, 3);
    return m_out.dim.text(16) * tightestRow * static_cast<double>(std::min(share, m_requests.size()));
}

double LaneLabels::naturalHeight() const
{
    LabelArea free = area(0, 0);
    free.measuring = true;
    free.columnLines = m_density.oneLine ? 2 : 4; // a column takes what there is; it does not ask for more
    free.bottom = free.row * mostRows;
    const auto missing = [&](const LabelLayout& layout) {
        return std::count_if(layout.boxes.begin(), layout.boxes.end(), [](const LabelBox& box) { return !box.placed; });
    };
    LabelLayout layout = layOutLabels(m_requests, free);
    const auto lost = missing(layout);
    if (static_cast<double>(lost) > mostRows)
        return free.row * 12;
    double height = layout.height;
    // Rows are taken from the top; a label on the left of its mark may fit beside others when there are fewer.
    while (m_requests.size() <= 60 && height > free.row) {
        free.bottom = height - free.row;
        layout = layOutLabels(m_requests, free);
        if (missing(layout) > lost)
            break;
        height = std::min(layout.height, free.bottom);
    }
    return height;
}

ChartLabel LaneLabels::labelFor(const LaneBox& box, std::size_t request, const LabelBox& at) const
{
    const Dimensions& dim = m_out.dim;
    const Words words = wordsOf(m_events[request]);
    const double px = dim.text(16);
    const double x = m_requests[request].x;
    const double row = px * m_density.row, line = px * std::min(1.25, m_density.row * 0.88);
    double base = at.rect.top() + row / 2 + px * 0.36;
    ChartLabel label;
    label.event = m_events[request];
    label.rect = at.rect;
    label.leaderColour = words.colour == m_in.theme.lock ? m_in.theme.lock : box.colour;
    const double clockX = at.rect.left() + words.numberWidth + dim.of(at.isColumn ? 9 : 6);
    label.texts.push_back({{at.rect.left(), base}, words.number, dim.number(), QFont::Normal, m_in.theme.mutedText, words.numberWidth});
    label.texts.push_back({{clockX, base}, words.clock, px, QFont::Bold, box.colour, words.clockWidth});
    const double left = at.rect.left() + (at.isColumn ? 0 : at.head);
    for (std::size_t i = 0; i < at.lines.size(); ++i) {
        if (i > 0 || at.isColumn)
            base += line;
        const LabelLine& part = at.lines[i];
        QString shown = words.text.mid(static_cast<qsizetype>(part.first), static_cast<qsizetype>(part.last - part.first)).join(u' ');
        if (part.elided)
            shown = m_in.measure.elided(shown + QStringLiteral(" …"), part.width + 0.5, px);
        label.texts.push_back({{left, base}, shown, px, QFont::Normal, words.colour, m_in.measure.width(shown, px)});
    }
    if (at.isLeft)
        label.leader << QPointF{at.rect.right() + 4, at.leaderTop} << QPointF{x, at.leaderTop};
    else
        label.leader << QPointF{x, at.leaderTop};
    label.leader << QPointF{x, box.base};
    return label;
}

void LaneLabels::place(LaneBox& box, double top, double bottom) const
{
    const LabelLayout layout = layOutLabels(m_requests, area(top, bottom));
    for (std::size_t i = 0; i < layout.boxes.size(); ++i) {
        if (layout.boxes[i].placed)
            box.labels.push_back(labelFor(box, i, layout.boxes[i]));
        else
            box.folded.push_back(m_events[i]);
    }
    const double px = 14;
    for (const FoldedLabels& folded : layout.folded) {
        const QString words = QStringLiteral("+%1").arg(folded.count);
        const double width = m_in.measure.width(words, px, QFont::DemiBold);
        box.more.push_back({{folded.x - width / 2, box.base - m_out.dim.of(12.5)}, words, px, QFont::DemiBold, m_in.theme.mutedText, width});
    }
}

} // namespace lockstep
