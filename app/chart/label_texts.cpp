#include "chart/label_texts.h"
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

QString labelWords(const TimelineView& view, const Event& event)
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

QString labelClock(const TimelineView& view, const Event& event)
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

namespace {

LabelText made(const LayoutInput& in, const Dimensions& dim, const Event& event, const LabelText::Cause& cause)
{
    const double px = dim.text(16);
    LabelText made;
    made.number = QString::number(event.id);
    made.clock = labelClock(in.view, event);
    const QString words = labelWords(in.view, event);
    made.isRightToLeft = words.isRightToLeft();
    made.words = words.split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : made.words)
        made.widths.push_back(in.measure.width(word, px));
    made.numberWidth = in.measure.width(made.number, dim.number());
    made.clockWidth = in.measure.width(made.clock, px, QFont::Bold);
    made.isLocked = cause.outcome == Outcome::Blocked || cause.outcome == Outcome::PossiblyBlocked;
    made.isGone = !cause.happens;
    made.cause = cause;
    return made;
}

} // namespace

const LabelText& LabelTexts::of(const LayoutInput& in, const Dimensions& dim, EventId id)
{
    const Event& event = in.view.event(id);
    const LabelText::Cause cause{event.kind == Kind::Read ? in.view.outcome(id).outcome : Outcome::None, in.view.moved(id), in.view.happens(id)};
    if (m_scale != dim.scale || m_kept.size() > mostKept)
        m_kept.clear();
    m_scale = dim.scale;
    const auto kept = m_kept.find(id);
    if (kept != m_kept.end() && kept->second.cause == cause)
        return kept->second;
    return m_kept.insert_or_assign(id, made(in, dim, event, cause)).first->second;
}

} // namespace lockstep
