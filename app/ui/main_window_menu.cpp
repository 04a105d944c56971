// What a right click offers, and the verbs of the Edit and View menus.
#include "chart/drag.h"
#include "core/wording.h"
#include "ui/chart_view.h"
#include "ui/clock_editor.h"
#include "ui/decisions.h"
#include "ui/figures.h"
#include "ui/main_window.h"
#include "ui/selection.h"
#include "ui/selection_panel.h"
#include "ui/table_card.h"
#include "ui/words.h"
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QSignalBlocker>

namespace lockstep {

void MainWindow::showChartMenu(const Hit& hit, QPoint global)
{
    QMenu menu(this);
    if (hit.what == Hit::What::Event)
        addRowActions(menu, hit.event);
    if (!hit.window.empty()) {
        m_selection->chooseWindow(hit.window);
        menu.addAction(m_document.isOnRecord() ? tr("Remove this window") : tr("Leave it out of this what-if"), this,
            [this, id = hit.window] { removeWindow(m_document, id); });
    }
    if (hit.what == Hit::What::Lane)
        menu.addAction(tr("Time zone and place\u2026"), this, [this, lane = hit.lane] { m_selection->chooseLane(lane); });
    if (menu.isEmpty())
        menu.addActions({m_actions.fit, m_actions.zoomBack, m_actions.quiet});
    menu.exec(global);
}

void MainWindow::addRowActions(QMenu& menu, EventId id)
{
    const TimelineView& view = m_document.view();
    menu.addAction(m_document.isOnRecord() ? tr("Correct the clock\u2026\tF2") : tr("Type a time\u2026\tF2"), this, [this, id] { editClock(id); });
    const std::set<EventId> rows = m_selection->events();
    if (view.record().has(id)) {
        addLaneMenu(menu);
        const bool isLookUp = view.event(id).kind == Kind::Read;
        menu.addAction(isLookUp ? tr("This is no look-up") : tr("Mark as look-up"), this,
            [this, rows, isLookUp] { markAsLookUp(m_document, rows, !isLookUp); });
    }
    menu.addAction(m_actions.window);
    if (!m_document.isOnRecord() && !view.isDropped(id))
        menu.addAction(tr("Leave it out of this what-if"), this, [this, id] { m_document.edit({DropEvent{id}}, tr("Leave row %1 out").arg(id)); });
    if (view.event(id).hasInstant)
        addCopyMenu(menu, view.at(id));
    menu.addAction(m_actions.copyRows);
}

void MainWindow::addLaneMenu(QMenu& menu)
{
    const std::set<EventId> rows = m_selection->events();
    QMenu* lanes = menu.addMenu(tr("Move to lane"));
    for (const Lane& lane : m_document.resolved().timeline.lanes) {
        const QString role = shown(lane.role);
        lanes->addAction(forMenu(role), this, [this, rows, role] { moveToLane(m_document, rows, role); });
    }
    lanes->addSeparator();
    lanes->addAction(tr("New lane\u2026"), this, [this, rows] {
        Question question;
        question.prompt = tr("Who or where is it?");
        question.placeholder = tr("Support");
        question.button = tr("Make the lane");
        question.accept = [this, rows](const QString& name) {
            if (name.isEmpty())
                return tr("Type a name.");
            moveToLane(m_document, rows, name);
            return QString{};
        };
        m_messages->ask(question);
    });
}

void MainWindow::addCopyMenu(QMenu& menu, Instant at)
{
    QMenu* copy = menu.addMenu(tr("Copy time"));
    for (const auto& [name, time] : clockRows(m_document.resolved().timeline, at, -1)) {
        const QString text = time + QLatin1Char(' ') + name;
        copy->addAction(forMenu(text), this, [text] { QGuiApplication::clipboard()->setText(text); });
    }
}

void MainWindow::copyRows()
{
    const QAbstractItemModel& rows = m_table->model();
    QStringList lines;
    for (const EventId id : m_selection->events()) {
        QStringList cells;
        for (int column = 0; column < rows.columnCount(); ++column)
            cells << rows.index(id - 1, column).data().toString().replace(QLatin1Char('\t'), QLatin1Char(' '));
        lines << cells.join(QLatin1Char('\t'));
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void MainWindow::editSelected()
{
    if (m_selection->current() > 0)
        editClock(m_selection->current());
}

void MainWindow::editClock(EventId id)
{
    const TimelineView& view = m_document.view();
    if (id < 1 || id > view.eventCount())
        return;
    if (m_table->isOpen() && m_document.isOnRecord())
        return m_table->editClock(id);
    m_view->reveal(id);
    QRectF mark = m_view->chart().labelRect(id);
    if (mark.isEmpty())
        mark = m_view->chart().markRect(id);
    const QRect beside = m_view->mapFromScene(mark).boundingRect();
    const Event& event = view.event(id);
    const Lane lane = view.record().lanes.empty() ? Lane{} : view.record().lane(event.lane);
    const QString clock = event.hasInstant ? shown(clockLabel(view.record(), lane.zone.wallAt(view.at(id)))) : QString{};
    const bool asksTimeOfDay = view.record().isElapsed && m_document.isOnRecord();
    const QString prompt = asksTimeOfDay ? tr("Row %1: what time of day was it?").arg(id)
        : m_document.isOnRecord() ? tr("Row %1: what should its clock say?").arg(id) : tr("Row %1: when would it happen?").arg(id);
    m_clockEditor->ask(id, prompt, asksTimeOfDay ? QString{} : clock, beside, [this](EventId row, const QString& text) { return typeTime(row, text); });
}

void MainWindow::editZero()
{
    const auto& events = m_document.view().record().events;
    auto zero = std::ranges::find_if(events, [](const Event& e) { return e.hasInstant && e.at == Instant{}; });
    if (zero == events.end())
        zero = std::ranges::find_if(events, &Event::hasInstant);
    if (zero != events.end())
        editClock(zero->id);
}

void MainWindow::fit()
{
    m_view->fit();
    refreshTools();
}

void MainWindow::zoomIn()
{
    m_view->zoomBy(1.25);
    refreshTools();
}

void MainWindow::zoomOut()
{
    m_view->zoomBy(0.8);
    refreshTools();
}

void MainWindow::zoomBack()
{
    m_view->zoomBack();
    refreshTools();
}

void MainWindow::setLinear(bool linear)
{
    const QSignalBlocker quiet(m_actions.quiet);
    m_actions.quiet->setChecked(!linear);
    m_view->setLinear(linear);
}

void MainWindow::showHowItWasRead()
{
    m_selection->clear();
    m_panel->lookAtHowRead();
}

void MainWindow::find()
{
    m_table->find();
}

} // namespace lockstep
