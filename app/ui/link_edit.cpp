#include "ui/link_edit.h"
#include "core/link_order.h"
#include "core/wording.h"
#include "formats/length_text.h"
#include "ui/words.h"
#include "whatif/document.h"
#include <QCoreApplication>
#include <algorithm>

namespace lockstep {

namespace {

QString said(const char* text)
{
    return QCoreApplication::translate("Links", text);
}

const Timeline& recordOf(const Document& document)
{
    return document.resolved().timeline;
}

/// Whether one more link would let a row cause itself.
bool closesCircle(std::vector<Link> links, const Link& link)
{
    const std::size_t before = causesFirst(links).size();
    links.push_back(link);
    return causesFirst(links).size() == before;
}

QString asCause(const Link& link)
{
    switch (link.kind) {
    case LinkKind::Triggers: return said("Triggers row %1").arg(link.effect);
    case LinkKind::RespondsTo: return said("Row %1 responds to it").arg(link.effect);
    case LinkKind::ScheduledAfter: break;
    }
    return said("Row %1 is scheduled after it").arg(link.effect);
}

QString asEffect(const Link& link)
{
    switch (link.kind) {
    case LinkKind::Triggers: return said("Triggered by row %1").arg(link.cause);
    case LinkKind::RespondsTo: return said("Responds to row %1").arg(link.cause);
    case LinkKind::ScheduledAfter: break;
    }
    return said("Scheduled after row %1").arg(link.cause);
}

} // namespace

const Link* linkBetween(const Timeline& record, EventId one, EventId other)
{
    const auto joins = [&](const Link& link) {
        return (link.cause == one && link.effect == other) || (link.cause == other && link.effect == one);
    };
    const auto found = std::ranges::find_if(record.links, joins);
    return found == record.links.end() ? nullptr : &*found;
}

std::optional<std::pair<EventId, EventId>> linkable(const Timeline& record, const std::set<EventId>& rows)
{
    if (rows.size() != 2 || !std::ranges::all_of(rows, [&](EventId id) { return record.has(id); }))
        return {};
    const EventId first = *rows.begin(), second = *rows.rbegin();
    const Event &a = record.event(first), &b = record.event(second);
    const bool isLater = a.hasInstant && b.hasInstant && a.at > b.at;
    return isLater ? std::pair{second, first} : std::pair{first, second};
}

QString linkRows(Document& document, EventId cause, EventId effect)
{
    const Timeline& record = recordOf(document);
    if (!record.has(cause) || !record.has(effect))
        return said("Only rows of the document can be linked.");
    if (cause == effect)
        return said("A row cannot be its own cause.");
    const Link link{.cause = cause, .effect = effect};
    if (const Link* known = linkBetween(record, cause, effect); known && known->cause == cause)
        return {};
    if (closesCircle(record.links, link))
        return said("Row %1 already leads to row %2, so this would be a circle.").arg(effect).arg(cause);
    document.read(SetLink{link}, said("Link rows %1 and %2").arg(cause).arg(effect));
    return {};
}

void changeLink(Document& document, const Link& link, const QString& label)
{
    document.read(SetLink{link}, label);
}

void removeLink(Document& document, const Link& link)
{
    document.read(RemoveLink{link.cause, link.effect}, said("Remove the link of rows %1 and %2").arg(link.cause).arg(link.effect));
}

QString typeLeastDelay(Document& document, Link link, const QString& text)
{
    const std::optional<Millis> delay = text.trimmed().isEmpty() ? Millis{0} : signedLengthFrom(bytes(text));
    if (!delay || *delay < Millis{0})
        return said("Type a length with its unit, such as 5 min.");
    link.leastDelay = *delay;
    changeLink(document, link, said("Set the least delay of row %1").arg(link.effect));
    return {};
}

QString linkWords(const Link& link, EventId seenFrom)
{
    const bool isCause = link.cause == seenFrom;
    QString words = isCause ? asCause(link) : asEffect(link);
    if (link.onlyIfCauseFailed)
        words += isCause ? said(", only if this failed") : said(", only if that failed");
    if (link.leastDelay > Millis{0})
        words += said(", at least %1 later").arg(shown(lengthLabel(link.leastDelay)));
    return words;
}

} // namespace lockstep
