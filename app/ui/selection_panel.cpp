#include "ui/selection_panel.h"
#include "core/assumption.h"
#include "core/finding_words.h"
#include "core/joined.h"
#include "core/limits.h"
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
#include "ui/words.h"
#include "whatif/document.h"
#include <QApplication>
#include <QCursor>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace lockstep {

namespace {

bool hasLock(const Document& document)
{
    const auto& windows = document.view().windows();
    return std::ranges::find(windows, Effect::Blocks, &Window::effect) != windows.end();
}

/// A selected window is gone when making it is undone.
bool hasWindow(const TimelineView& view, const WindowId& id)
{
    const auto& windows = view.windows();
    return std::ranges::find(windows, id, &Window::id) != windows.end();
}

} // namespace

SelectionPanel::SelectionPanel(Document& document, Selection& selection, QWidget* parent)
    : QScrollArea(parent)
    , m_document(document)
    , m_selection(selection)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Selection"));
    setFocusPolicy(Qt::NoFocus);
    connect(&m_selection, &Selection::changed, this, &SelectionPanel::refresh);
    connect(&m_document, &Document::viewChanged, this, [this] { m_isMeasured = false; });
}

const TimelineView& SelectionPanel::view() const
{
    return m_preview ? *m_preview : m_document.view();
}

/// A long log is measured anew when the drag is done.
const std::vector<Measured>& SelectionPanel::measured()
{
    const bool isTooLong = m_preview && view().eventCount() > limits::findingPerFrame;
    if (!isTooLong && !std::exchange(m_isMeasured, true))
        m_measured = metricsOf(view());
    return m_measured;
}

void SelectionPanel::setPreview(const std::optional<TimelineView>& drawn)
{
    m_preview = drawn;
    m_isMeasured = false;
    refresh();
}

void SelectionPanel::refresh()
{
    // One step of a person changes the selection and the document: the page is made once, for both.
    if (!std::exchange(m_isStale, true))
        QMetaObject::invokeMethod(this, &SelectionPanel::build, Qt::QueuedConnection);
}

void SelectionPanel::build()
{
    if (!std::exchange(m_isStale, false))
        return;
    const int scrolled = verticalScrollBar()->value();
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(18, 16, 14, 16);
    column->setSpacing(10);
    if (m_document.isOpen()) {
        const bool isSelection = showSelected(column);
        if (!isSelection)
            showNothing(column);
        showFigures(column);
        if (!isSelection)
            showHowRead(column, m_document, m_selection, [this](const std::string& columns, const std::string& was) { emit columnsNamed(columns, was); });
        showClaims(column);
    }
    column->addStretch(1);
    const QWidget* focused = QApplication::focusWidget();
    const bool hadFocus = focused && widget() && widget()->isAncestorOf(focused);
    // A field just answered is left, so that Ctrl+Z takes the answer back and not a letter.
    const auto* field = qobject_cast<const QLineEdit*>(focused);
    const QString name = hadFocus && !(field && field->isModified()) ? focused->accessibleName() : QString{};
    setWidget(page);
    verticalScrollBar()->setValue(scrolled);
    if (hadFocus)
        focusAgain(name);
}

/// False where nothing is selected that is still there.
bool SelectionPanel::showSelected(QVBoxLayout* column)
{
    const auto lanes = static_cast<LaneId>(m_document.resolved().timeline.lanes.size());
    if (m_selection.events().size() > 1)
        showRows(column);
    else if (m_selection.current() > 0 && m_selection.current() <= view().eventCount())
        showEvent(column, m_selection.current());
    else if (hasWindow(view(), m_selection.window()))
        showChosenWindow(column);
    else if (m_selection.lane() >= 0 && m_selection.lane() < lanes)
        showLane(column, m_document, m_selection, m_typedPlace);
    else
        return false;
    return true;
}

/// The page was made anew under the keyboard: it stays at the part of the same name, or goes back to the chart.
void SelectionPanel::focusAgain(const QString& name)
{
    for (QWidget* part : widget()->findChildren<QWidget*>())
        if (!name.isEmpty() && part->focusPolicy() != Qt::NoFocus && part->accessibleName() == name)
            return part->setFocus();
    emit left();
}

void SelectionPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape)
        return QScrollArea::keyPressEvent(event);
    emit left();
}

void SelectionPanel::askWhat()
{
    build();
    if (auto* field = widget() ? widget()->findChild<QLineEdit*>() : nullptr)
        field->setFocus();
}

void SelectionPanel::lookAtHowRead()
{
    build();
    for (QLabel* label : widget() ? widget()->findChildren<QLabel*>(QStringLiteral("section")) : QList<QLabel*>{}) {
        if (label->text() != howReadTitle())
            continue;
        // The page has not been laid out yet.
        QTimer::singleShot(0, label, [this, label] { verticalScrollBar()->setValue(label->y() - 16); });
        return;
    }
}

void SelectionPanel::showNothing(QVBoxLayout* column)
{
    const Timeline& record = m_document.resolved().timeline;
    panel::heading(column, shown(record.title.empty() ? sourceNames(record) : record.title));
    panel::muted(column, countsLine(m_document.view()));
    panel::muted(column, tr("Click a mark to see what the document says there."));
    panel::muted(column, hasLock(m_document) ? tr("Drag a mark, or the lock, to ask \u201cwhat if?\u201d") : tr("Drag a mark to ask \u201cwhat if?\u201d"));
    if (!hasLock(m_document))
        panel::muted(column, tr("Did something lock? Select the rows where it began and ended, and press L."));
}

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
    if (const DraftEvent* row = rowOf(m_document.draft(), id); row && !row->source.empty()) {
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
    }
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

void SelectionPanel::showFigures(QVBoxLayout* column)
{
    panel::rule(column);
    panel::section(column, tr("Figures"));
    auto* figures = new MetricList(m_document, measured(), m_figures);
    column->addWidget(figures);
    connect(figures, &MetricList::momentsShown, this, &SelectionPanel::momentsShown);
    connect(figures, &MetricList::changed, this, &SelectionPanel::refresh);
    emit momentsShown(figures->openMoments());
}

void SelectionPanel::showClaims(QVBoxLayout* column)
{
    const std::vector<CheckedClaim>& claims = m_document.resolved().claims;
    if (claims.empty())
        return;
    panel::rule(column);
    panel::section(column, tr("What the document claims"));
    for (const CheckedClaim& claim : claims) {
        panel::label(column, tr("\u201c%1\u201d %2").arg(shown(claim.written), shown(verdictWords(claim.verdict))), "value");
        panel::muted(column, shown(claim.says) + QLatin1Char(' ') + shown(claim.shows));
    }
}

void SelectionPanel::showChosenWindow(QVBoxLayout* column)
{
    const WindowId id = m_selection.window();
    showWindow(column, m_document, view(), id);
    if (windowIn(view(), id)->effect != Effect::Informs)
        panel::link(column, tr("Try every start\u2026"), [this, id] { emit sweepWanted(id); });
}

} // namespace lockstep
