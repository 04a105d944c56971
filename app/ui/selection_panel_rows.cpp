// What the panel says of a row, or of several.
#include "core/assumption.h"
#include "core/joined.h"
#include "core/kind_words.h"
#include "core/range_facts.h"
#include "core/wording.h"
#include "formats/text_for.h"
#include "ui/decisions.h"
#include "ui/event_model.h"
#include "ui/figures.h"
#include "ui/how_read_panel.h"
#include "ui/link_panel.h"
#include "ui/moments.h"
#include "ui/panel_parts.h"
#include "ui/selection.h"
#include "ui/selection_panel.h"
#include "ui/words.h"
#include "whatif/document.h"
#include <QCursor>
#include <algorithm>

namespace lockstep {

void SelectionPanel::showEvent(QVBoxLayout* column, EventId id)
{
    const TimelineView& drawn = view();
    const Timeline& record = drawn.record();
    const Event& event = drawn.event(id);
    panel::heading(column, shownText(event.text));
    const Lane lane = record.lanes.empty() ? Lane{} : record.lane(event.lane);
    QString who = tr("Row %1").arg(id);
    for (const std::string& part : {lane.role, lane.person})
        if (!part.empty())
            who += QStringLiteral(", ") + shown(part);
    panel::muted(column, who);

    panel::Facts facts(column);
    if (!event.actor.empty() && event.actor != lane.role && event.actor != lane.person && event.actor != lane.role + ": " + lane.person)
        facts.add(tr("Actor"), shown(event.actor));
    const QString place = shown(lane.place);
    const QString written = shown(event.written);
    facts.add(tr("As written"), place.isEmpty() || written.contains(place) ? written : place + QStringLiteral(", ") + written);
    if (event.hasInstant)
        for (const auto& [name, time] : clockRows(record, drawn.at(id), event.lane))
            facts.add(name, time);
    if (drawn.moved(id) != Millis{0})
        facts.add(tr("Moved"), shown(signedLength(drawn.moved(id))));
    const OutcomeOf outcome = drawn.outcome(id);
    if (outcome.outcome != Outcome::None) {
        const ResourceId reads = drawn.readsOf(id);
        facts.add(tr("Reads"), reads.empty() ? tr("all (not named in the text)") : shown(reads));
        facts.add(tr("Outcome"), lookUpWords(drawn, id) + (outcome.proposed ? tr(" (proposed)") : QString{}));
    } else if (drawn.isVoid(id)) {
        facts.add(tr("Outcome"), lookUpWords(drawn, id));
    }
    QStringList moments;
    for (const Anchor& moment : momentsOf(record, id))
        moments << (moment.proposed ? tr("%1, as its words say").arg(shown(moment.name)) : shown(moment.name));
    facts.add(tr("Moment"), moments.join(QLatin1Char('\n')));
    facts.add(tr("Source"), event.line > 0 ? tr("%1, line %2").arg(shown(record.sourceOf(event).name)).arg(event.line) : tr("added in this what-if"));
    if (const std::string assumed = assumptionSentence(drawn, std::set{id}); !assumed.empty())
        panel::label(column, shown(assumed), "assumption");
    if (!outcome.note.empty())
        panel::muted(column, shown(outcome.note));
    const auto& inferences = m_document.resolved().inferences;
    for (const std::string& note : event.notes)
        if (std::ranges::find(inferences, note, &Inference::because) == inferences.end())
            panel::muted(column, shown(note));
    showHowRead(column, m_document, m_selection, id);
    showLinksOf(column, drawn, id, [this](const Link& link) { m_selection.choose({link.cause, link.effect}, link.effect); });
    if (const std::optional<DraftEvent> row = rowOf(m_document.draft(), id); row && !row->source.empty()) {
        panel::rule(column);
        panel::section(column, tr("What the document says here"));
        panel::quote(column, QString::fromStdString(forPassage(row->source)));
    }
    addDecisions(column, id);
}

void SelectionPanel::addDecisions(QVBoxLayout* column, EventId id)
{
    if (!m_document.view().record().has(id))
        return showAddedRow(column, m_document, id);
    panel::muted(column, m_document.isOnRecord() ? tr("Wrong clock? Press F2 to correct it.\nDrag the mark to ask \u201cwhat if?\u201d")
                                                 : tr("F2 types another time for this row.\nAlt and an arrow key moves it by a minute."));
    panel::link(column, m_document.isOnRecord() ? tr("Correct the clock\u2026") : tr("Type a time\u2026"), [this, id] { emit clockWanted(id); });
    const bool isLookUp = m_document.view().event(id).kind == Kind::Read;
    panel::link(column, isLookUp ? tr("This is no look-up") : tr("Mark as look-up"),
        [this, id, isLookUp] { markAsLookUp(m_document, {id}, !isLookUp); });
    const bool isOut = m_document.view().isDropped(id);
    if (isOut || m_document.view().moved(id) != Millis{0})
        panel::link(column, tr("Put it back as recorded"), [this, id] { putRowsBack(m_document, {id}); });
    if (!isOut)
        panel::link(column, m_document.isOnRecord() ? tr("What if it had not happened?") : tr("Leave it out (Delete)"), [this, id] { dropRows(m_document, {id}); });
    if (m_document.view().event(id).hasInstant)
        panel::link(column, tr("Measure from here (M)"), [this] { emit measureWanted(); });
    panel::link(column, tr("Mark as a moment\u2026"), [this, id] { emit momentMenuWanted(id, QCursor::pos()); });
}

void SelectionPanel::showRows(QVBoxLayout* column)
{
    const TimelineView& view = m_document.view();
    const std::set<EventId>& rows = m_selection.events();
    panel::heading(column, tr("%1 rows").arg(rows.size()));
    std::vector<EventId> timed;
    for (const EventId id : rows)
        if (id <= view.eventCount() && view.event(id).hasInstant)
            timed.push_back(id);
    std::ranges::stable_sort(timed, {}, [&](EventId id) { return view.at(id); });
    if (timed.size() > 1) {
        panel::Facts facts(column);
        facts.add(tr("From row"), QString::number(timed.front()));
        facts.add(tr("To row"), QString::number(timed.back()));
        facts.add(tr("Between"), shown(lengthLabel(view.at(timed.back()) - view.at(timed.front()))));
        facts.add(tr("Kinds"), shown(kindsWords(factsOf(view, rows).kinds)));
    }
    if (timed.size() > 1)
        panel::link(column, tr("Measure between them (M)"), [this] { emit measureWanted(); });
    if (timed.size() == 2)
        panel::link(column, tr("Mark a lock between them (L)"), [this] { emit windowWanted(); });
    if (const std::string assumed = assumptionSentence(view, rows); !assumed.empty())
        panel::label(column, shown(assumed), "assumption");
    panel::muted(column, tr("Drag one of them, or press Alt and an arrow key: all move as far."));
    showLinkBetween(column, m_document, this->view(), rows);
    panel::link(column, tr("Mark as look-ups"), [this] { markAsLookUp(m_document, m_selection.events(), true); });
    if (std::ranges::any_of(rows, [&](EventId id) { return id <= view.eventCount() && (view.moved(id) != Millis{0} || view.isDropped(id)); }))
        panel::link(column, tr("Put them back as recorded"), [this] { putRowsBack(m_document, m_selection.events()); });
    panel::link(column, tr("Leave them out (Delete)"), [this] { dropRows(m_document, m_selection.events()); });
    for (const EventId id : rows)
        if (id <= view.eventCount())
            panel::muted(column, QStringLiteral("%1  %2").arg(id).arg(shownText(view.event(id).text)));
}

} // namespace lockstep
