#include "chart/label_texts.h"
#include "chart/ruler_words.h"
#include "core/wording.h"

namespace lockstep {

namespace {

constexpr std::size_t mostKept = 4'000;

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

bool isWorse(Outcome now, Outcome before)
{
    return now != Outcome::Void && now > before && now != Outcome::Fresh;
}

} // namespace

QString labelWords(const TimelineView& view, const Event& event, const LabelClock& by)
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
        return words + QStringLiteral(" (recorded %1)").arg(text(clockLabel(view.record(), by.by->zone.wallAt(event.at))));
    return words;
}

LabelClock labelClockFor(const Timeline& record, const Bands& bands, const Event& event, LabelDay day)
{
    const BandId band = bands.of(event);
    const bool isByZone = bands.by() == LanesBy::Zone && !bands.lane(band).zoneName.empty();
    return {isByZone ? &bands.lane(band) : &record.lane(event.lane), bands.isMixed(band), day};
}

LabelDay labelDayFor(const Timeline& record, const AxisScale& axis, const Dimensions& dim)
{
    const TickStep step = rulerStep(axis, dim);
    if (record.isElapsed || !step.isCalendar())
        return LabelDay::None;
    return step.months >= 12 ? LabelDay::Year : LabelDay::Day;
}

namespace {

/// "6 Oct" or "6 Oct 2019" of "Sun 6 Oct 2019", "day 2" of an undated timeline.
QString shortDay(const Timeline& record, WallTime wall, LabelDay how)
{
    const QString day = text(dayLabel(record, wall));
    const QStringList parts = day.split(u' ');
    return record.dated ? parts.mid(1, how == LabelDay::Year ? 3 : 2).join(u' ') : day;
}

/// The clock at one end of a row, with the day where that is told and is another than the one before it.
QString endClock(const Timeline& record, WallTime wall, WallTime before, LabelDay how)
{
    const bool isSameDay = date::floor<date::days>(wall) == date::floor<date::days>(before);
    const QString clock = text(clockLabel(record, wall));
    return how == LabelDay::None || isSameDay ? clock : shortDay(record, wall, how) + u' ' + clock;
}

} // namespace

QString labelClock(const TimelineView& view, const Event& event, const LabelClock& by)
{
    const Timeline& record = view.record();
    const Instant at = view.at(event.id);
    const WallTime wall = by.by->zone.wallAt(at);
    if (!event.hasClock)
        return text(dayLabel(record, wall));
    QString clock = text(clockLabel(record, wall));
    if (event.approx)
        clock.prepend(u'~');
    if (by.day != LabelDay::None)
        clock.prepend(shortDay(record, wall, by.day) + u' ');
    if (event.end && *event.end > event.at)
        clock += QStringLiteral("–") + endClock(record, by.by->zone.wallAt(*event.end + (at - event.at)), wall, by.day);
    const QString name = by.isNamed ? labelText(clockName(*by.by)) : QString{};
    return name.isEmpty() ? clock : clock + u' ' + name;
}

namespace {

LabelText made(const LayoutInput& in, const Dimensions& dim, const Event& event, const LabelText::Cause& cause)
{
    const double px = dim.text(16);
    LabelText made;
    made.number = QString::number(event.id);
    const LabelClock by = labelClockFor(in.view.record(), in.facts.rows.bands(), event, cause.day);
    made.clock = labelClock(in.view, event, by);
    const QString words = labelWords(in.view, event, by);
    made.isRightToLeft = words.isRightToLeft();
    made.pieces = piecesOf(words);
    for (const QString& word : made.pieces.words)
        made.widths.push_back(in.measure.width(word, px));
    made.numberWidth = in.measure.width(made.number, dim.number());
    made.clockWidth = in.measure.width(made.clock, px, QFont::Bold);
    made.isLocked = cause.outcome == Outcome::Blocked || cause.outcome == Outcome::PossiblyBlocked;
    made.isGone = !cause.happens;
    made.cause = cause;
    return made;
}

} // namespace

const LabelText& LabelTexts::of(const LayoutInput& in, const Dimensions& dim, LabelDay day, EventId id)
{
    const Event& event = in.view.event(id);
    const LabelText::Cause cause{event.kind == Kind::Read ? in.view.outcome(id).outcome : Outcome::None, in.view.moved(id), in.view.happens(id), day};
    if (m_scale != dim.scale || m_kept.size() > mostKept)
        m_kept.clear();
    m_scale = dim.scale;
    const auto kept = m_kept.find(id);
    if (kept != m_kept.end() && kept->second.cause == cause)
        return kept->second;
    return m_kept.insert_or_assign(id, made(in, dim, event, cause)).first->second;
}

} // namespace lockstep
