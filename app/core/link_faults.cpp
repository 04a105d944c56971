#include "core/link_faults.h"
#include "core/comparable.h"
#include "core/wording.h"

namespace lockstep {

namespace {

std::string_view relation(LinkKind kind)
{
    switch (kind) {
    case LinkKind::Triggers:
        return "which triggers it";
    case LinkKind::RespondsTo:
        return "which it responds to";
    case LinkKind::ScheduledAfter:
        break;
    }
    return "which it is scheduled after";
}

} // namespace

std::optional<LinkFault> faultOf(const TimelineView& view, const Link& link)
{
    const Event& cause = view.event(link.cause);
    const Event& effect = view.event(link.effect);
    if (!cause.hasInstant || !effect.hasInstant || !areComparable(cause, effect))
        return {};
    const Instant earliest = view.at(link.cause) + link.leastDelay;
    const Instant begin = view.at(link.effect);
    const Instant latest = effect.hasClock ? begin : begin + (effect.end.value_or(effect.at) - effect.at);
    if (latest >= earliest || !view.happens(link.cause) || !view.happens(link.effect))
        return {};
    return LinkFault{.link = link, .tooSoon = earliest - latest};
}

std::vector<LinkFault> linkFaults(const TimelineView& view)
{
    std::vector<LinkFault> faults;
    for (const Link& link : view.record().links)
        if (const auto fault = faultOf(view, link))
            faults.push_back(*fault);
    return faults;
}

Problem problemOf(const TimelineView& view, const LinkFault& fault)
{
    const Link& link = fault.link;
    const Millis before = fault.tooSoon - link.leastDelay; // of the cause itself
    const bool isBefore = before > Millis{0};
    const bool isMoved = view.moved(link.cause) != view.moved(link.effect);
    const Event& effect = view.event(link.effect);
    return {.severity = Severity::Warning,
        .line = effect.line,
        .column = 0,
        .what = "Row " + std::to_string(link.effect) + (isMoved ? " now lies " : " lies ")
            + lengthLabel(isBefore ? before : fault.tooSoon) + (isBefore ? " before row " : " too soon after row ")
            + std::to_string(link.cause) + ", " + std::string{relation(link.kind)} + '.',
        .instead = link.leastDelay == Millis{0} ? std::string{} : "At least " + lengthLabel(link.leastDelay) + " must lie between them.",
        .file = effect.file};
}

} // namespace lockstep
