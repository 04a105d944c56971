// What a right click offers, and the verbs of the Edit and View menus.
#include "chart/drag.h"
#include "core/finding_words.h"
#include "core/wording.h"
#include "ui/chart_view.h"
#include "ui/decisions.h"
#include "ui/figures.h"
#include "ui/link_edit.h"
#include "ui/main_window.h"
#include "ui/moments.h"
#include "ui/selection.h"
#include "ui/selection_panel.h"
#include "ui/table_card.h"
#include "ui/words.h"
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QSignalBlocker>
#include <algorithm>

namespace lockstep {

void MainWindow::showChartMenu(const Hit& hit, QPoint global)
{
    QMenu menu(this);
    const QPointF scene = m_view->sceneAt(m_view->viewport()->mapFromGlobal(global));
    const AxisScale& axis = m_view->chart().axis();
    const Bands& bands = *m_document.bands();
    const Instant at = date::round<std::chrono::minutes>(axis.at(std::clamp(scene.x(), axis.left(), axis.right())));
    if (hit.what == Hit::What::Event)
        addRowActions(menu, hit.event);
    if (!hit.window.empty()) {
        addWindowActions(menu, hit.window);
        if (const Window* window = windowIn(m_document.view(), hit.window); window && window->effect != Effect::Informs)
            menu.addAction(tr("Try every start\u2026"), this, [this, id = hit.window] { tryEveryStart(id); });
    }
    if (hit.what == Hit::What::Measure) {
        m_selection->choose(m_document.study().measures.at(static_cast<std::size_t>(hit.measure)));
        menu.addAction(tr("Remove this measure\tDel"), this, &MainWindow::dropSelected);
    }
    const bool isInLane = (hit.what == Hit::What::Lane || hit.what == Hit::What::Quiet) && hit.lane >= 0;
    if (isInLane && scene.x() >= axis.left())
        if (const std::set<LaneId>& lanes = bands.lanesIn(hit.lane); !lanes.empty())
            menu.addAction(tr("Add a row here\u2026\tIns"), this, [this, lane = *lanes.begin(), beside = hit.lane, at] { askNewRow(lane, at, beside); });
    if (hit.what == Hit::What::Lane && bands.areRecorded())
        menu.addAction(tr("Time zone and place\u2026"), this, [this, lane = hit.lane] { m_selection->chooseLane(lane); });
    if (isInLane) {
        menu.addSeparator();
        addLaneActions(menu, hit.lane);
    }
    if (hit.what == Hit::What::WindowStrip)
        menu.addAction(tr("Mark a lock from here"), this, [this, at] { markSpan({at, at + std::chrono::hours{1}}); });
    if (menu.isEmpty())
        menu.addActions({m_actions.fit, m_actions.zoomBack, m_actions.quiet});
    menu.exec(global);
}

void MainWindow::addRowActions(QMenu& menu, EventId id)
{
    const TimelineView& view = m_document.view();
    const std::set<EventId> rows = m_selection->events();
    menu.addAction(m_document.isOnRecord() ? tr("Correct the clock\u2026\tF2") : tr("Type a time\u2026\tF2"), this, [this, id] { editClock(id); });
    if (canDrag(view, gripOf(id)))
        menu.addAction(tr("Move later rows too"), this, [this, id] { chooseLater(id); });
    if (std::ranges::any_of(rows, [&](EventId row) { return canPutBack(row); }))
        menu.addAction(tr("Put back as recorded"), this, [this, rows] { putRowsBack(m_document, rows); });
    menu.addSeparator();
    if (view.record().has(id)) {
        addLaneMenu(menu);
        const bool isLookUp = view.event(id).kind == Kind::Read;
        menu.addAction(isLookUp ? tr("This is no look-up") : tr("Mark as look-up"), this,
            [this, rows, isLookUp] { markAsLookUp(m_document, rows, !isLookUp); });
        addMoments(menu, id);
    }
    menu.addActions({m_actions.window, m_actions.measure});
    if (linkable(m_document.resolved().timeline, rows))
        menu.addAction(tr("Link rows\u2026\tK"), m_view, &ChartView::linkSelected);
    menu.addSeparator();
    if (view.event(id).hasInstant)
        menu.addAction(tr("Duplicate in a what-if"), this, [this, id] { duplicateSelected(id); });
    if (!view.isDropped(id))
        menu.addAction(m_actions.drop);
    menu.addSeparator();
    if (view.event(id).hasInstant)
        addCopyMenu(menu, view.at(id));
    menu.addAction(m_actions.copyRows);
}

void MainWindow::addWindowActions(QMenu& menu, const WindowId& id)
{
    m_selection->chooseWindow(id);
    menu.addAction(m_document.isOnRecord() ? tr("Correct when it began\u2026\tF2") : tr("Type a time\u2026\tF2"), this, [this, id] { editBound(id); });
    if (m_document.view().recordedWindow(id) && !m_document.isOnRecord())
        menu.addAction(tr("Put back as recorded"), this, [this, id] { putWindowBack(m_document, id); });
    menu.addAction(tr("Duplicate in a what-if"), this, [this, id] { duplicateChosenWindow(id); });
    menu.addSeparator();
    menu.addAction(m_actions.drop);
    if (m_document.isOnRecord())
        menu.addAction(tr("Remove this window from the record"), this, [this, id] { removeWindow(m_document, id); });
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

void MainWindow::addMoments(QMenu& menu, EventId id)
{
    addMomentMenu(menu, m_document, id, [this, id] {
        Question question;
        question.prompt = tr("What is the moment of row %1 called?").arg(id);
        question.placeholder = tr("statement");
        question.button = tr("Mark the row");
        question.accept = [this, id](const QString& name) {
            if (name.isEmpty())
                return tr("Type a name.");
            setMoment(m_document, name, id);
            return QString{};
        };
        m_messages->ask(question);
    });
}

void MainWindow::showMomentMenu(EventId id, QPoint global)
{
    QMenu menu(this);
    addMoments(menu, id);
    menu.actions().front()->menu()->exec(global);
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

} // namespace lockstep
