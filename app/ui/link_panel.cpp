#include "ui/link_panel.h"
#include "core/link_faults.h"
#include "core/wording.h"
#include "ui/link_edit.h"
#include "ui/panel_parts.h"
#include "ui/words.h"
#include "whatif/document.h"
#include <QCoreApplication>

namespace lockstep {

namespace {

QString said(const char* text)
{
    return QCoreApplication::translate("LinkPanel", text);
}

/// What is wrong with a link where the view draws it; the chart shows the same with a sign.
void showFault(QVBoxLayout* column, const TimelineView& view, const Link& link)
{
    const auto fault = faultOf(view, link);
    if (!fault)
        return;
    Problem problem = problemOf(view, *fault);
    problem.line = 0; // the row is in sight
    panel::label(column, shownProblem(problem), "fault");
}

void showEditor(QVBoxLayout* column, Document& document, const Link& link)
{
    const QString cause = QString::number(link.cause), effect = QString::number(link.effect);
    const QStringList kinds{said("Row %1 triggers row %2").arg(cause, effect), said("Row %2 responds to row %1").arg(cause, effect),
        said("Row %2 is scheduled after row %1").arg(cause, effect)};
    panel::choice(column, said("How they belong together"), kinds, static_cast<int>(link.kind), [&document, link](int index) {
        Link changed = link;
        changed.kind = static_cast<LinkKind>(index);
        changeLink(document, changed, said("Change a link"));
    });
    panel::check(column, said("Only if row %1 failed").arg(cause), link.onlyIfCauseFailed, [&document, link](bool isOn) {
        Link changed = link;
        changed.onlyIfCauseFailed = isOn;
        changeLink(document, changed, said("Change a link"));
    });
    const QString delay = link.leastDelay == Millis{0} ? QString{} : shown(lengthLabel(link.leastDelay));
    panel::field(column, said("How much later at the earliest"), delay, said("5 min"),
        [&document, link](const QString& text) { return typeLeastDelay(document, link, text); });
    panel::link(column, said("Remove this link"), [&document, link] { removeLink(document, link); });
}

} // namespace

void showLinksOf(QVBoxLayout* column, const TimelineView& view, EventId id, const std::function<void(const Link&)>& choose)
{
    bool isFirst = true;
    for (const bool isCause : {false, true})
        for (const Link& link : view.record().links) {
            if ((isCause ? link.cause : link.effect) != id)
                continue;
            if (std::exchange(isFirst, false))
                panel::section(column, said("Causes and effects"));
            panel::link(column, linkWords(link, id), [choose, link] { choose(link); });
            showFault(column, view, link);
        }
}

void showLinkBetween(QVBoxLayout* column, Document& document, const TimelineView& view, const std::set<EventId>& rows)
{
    const Timeline& record = document.resolved().timeline;
    const auto pair = linkable(record, rows);
    if (!pair)
        return;
    const auto [cause, effect] = *pair;
    if (const Link* link = linkBetween(record, cause, effect)) {
        showEditor(column, document, *link);
        return showFault(column, view, *link);
    }
    panel::link(column, said("Link them: row %1 triggers row %2 (K)").arg(cause).arg(effect), [&document, first = cause, second = effect] { linkRows(document, first, second); });
}

} // namespace lockstep
