// Edits of a what-if that need a word typed beside the chart, and the history of steps.
#include "chart/drag.h"
#include "core/wording.h"
#include "ui/chart_view.h"
#include "ui/clock_editor.h"
#include "ui/decisions.h"
#include "ui/figures.h"
#include "ui/main_window.h"
#include "ui/measure_edit.h"
#include "ui/selection.h"
#include "ui/selection_panel.h"
#include "ui/table_card.h"
#include "ui/words.h"
#include <QAction>
#include <QMenu>
#include <QStatusBar>
#include <QUndoStack>
#include <algorithm>

namespace lockstep {

namespace {

constexpr int hintTime = 8000; // milliseconds: long enough to read, then gone

QString timeHint()
{
    return MainWindow::tr("Such as 10:36, 23:36 Washington, 03:36Z or +5 min. Enter takes it, Esc leaves it.");
}

const Window* windowOf(const Document& document, const WindowId& id)
{
    const auto& windows = document.view().windows();
    const auto found = std::ranges::find(windows, id, &Window::id);
    return found == windows.end() ? nullptr : &*found;
}

} // namespace

void MainWindow::editSelected()
{
    if (m_selection->current() > 0)
        editClock(m_selection->current());
    else if (!m_selection->window().empty())
        editBound(m_selection->window());
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
    const Event& event = view.event(id);
    const Lane lane = view.record().lanes.empty() ? Lane{} : view.record().lane(event.lane);
    const QString clock = event.hasInstant ? shown(clockLabel(view.record(), lane.zone.wallAt(view.at(id)))) : QString{};
    const bool asksTimeOfDay = view.record().isElapsed && m_document.isOnRecord();
    const std::size_t rows = m_selection->events().contains(id) ? m_selection->events().size() : 1;
    const QString prompt = asksTimeOfDay ? tr("Row %1: what time of day was it?").arg(id)
        : m_document.isOnRecord() ? tr("Row %1: what should its clock say?").arg(id)
        : rows > 1 ? tr("Row %1: when would it happen? All %2 rows move as far.").arg(QString::number(id), QString::number(rows))
                   : tr("Row %1: when would it happen?").arg(id);
    m_clockEditor->ask({.prompt = prompt, .value = asksTimeOfDay ? QString{} : clock, .hint = timeHint(),
        .beside = m_view->inView(mark), .choices = {},
        .accept = [this, id](const QString& text, int) { return typeTime(id, text); }});
}

QString MainWindow::typeTime(EventId id, const QString& text)
{
    return typeClock(m_document, id, text, m_selection->events());
}

void MainWindow::editBound(const WindowId& id)
{
    const Window* window = windowOf(m_document, id);
    if (!window)
        return;
    const bool isEnd = m_selection->window() == id && m_selection->part() == Selection::Part::End;
    const bool isEdge = m_selection->window() == id && m_selection->part() != Selection::Part::Whole;
    const QString name = shown(window->name);
    const bool wasSo = m_document.isOnRecord();
    const QString prompt = isEnd ? (window->end.isCertain() ? (wasSo ? tr("%1: when did it end?") : tr("%1: when would it end?"))
                                                            : (wasSo ? tr("%1: when did it end at the latest?") : tr("%1: when would it end at the latest?")))
        : isEdge || wasSo ? (wasSo ? tr("%1: when did it begin?") : tr("%1: when would it begin, ending as before?"))
                          : tr("%1: when would it begin, as long as before?");
    const Timeline& record = m_document.view().record();
    const Instant now = isEnd ? window->end.latest : window->begin.earliest;
    const QString clock = shown(clockLabel(record, Zone::utc().wallAt(now))) + (hasZones(record) ? QStringLiteral(" UTC") : QString{});
    m_clockEditor->ask({.prompt = prompt.arg(name), .value = clock, .hint = timeHint(),
        .beside = m_view->inView(m_view->chart().windowRect(id)), .choices = {},
        .accept = [this, id, isEnd, isEdge](const QString& text, int) {
            const Window* asked = windowOf(m_document, id);
            if (!asked)
                return QString{};
            return isEdge ? typeBound(m_document, *asked, !isEnd, isEnd, text) : typeWindow(m_document, *asked, text);
        }});
}

void MainWindow::askNewRow(LaneId lane, Instant at, BandId beside)
{
    const Timeline& record = m_document.resolved().timeline;
    if (lane < 0 || static_cast<std::size_t>(lane) >= record.lanes.size())
        return;
    const double x = m_view->chart().axis().x(at);
    const QRectF box = m_view->chart().laneRect(beside);
    const QString clock = shown(clockLabel(record, record.lane(lane).zone.wallAt(at)));
    m_clockEditor->ask({.prompt = tr("A new row in %1 at %2: what happens?").arg(shown(record.lane(lane).role), clock), .value = {},
        .hint = tr("It is added in a what-if. Enter takes it, Esc leaves it."),
        .beside = m_view->inView(QRectF{x, box.top(), 1, box.height() / 2}), .choices = kindNames(),
        .accept = [this, lane, at](const QString& text, int kind) {
            const QString fault = addRow(m_document, lane, at, text, static_cast<Kind>(kind));
            if (fault.isEmpty())
                m_selection->choose(m_document.view().eventCount());
            return fault;
        }});
}

/// Beside the selected row, or in the selected lane at its first row.
void MainWindow::askNewRowHere()
{
    const TimelineView& view = m_document.view();
    const EventId current = m_selection->current();
    if (current > 0 && current <= view.eventCount() && view.event(current).hasInstant)
        return askNewRow(view.event(current).lane, view.at(current), m_document.bands()->of(view.event(current)));
    for (EventId id = 1; id <= view.eventCount(); ++id)
        if (view.event(id).hasInstant && (m_selection->lane() < 0 || view.event(id).lane == m_selection->lane()))
            return askNewRow(view.event(id).lane, view.at(id), m_document.bands()->of(view.event(id)));
}

void MainWindow::dropSelected()
{
    if (!m_document.isOpen())
        return;
    if (m_selection->measure())
        return removeMeasure(m_document, *m_selection, *m_selection->measure());
    if (!m_selection->window().empty()) {
        const WindowId id = m_selection->window();
        m_selection->clear();
        return dropWindow(m_document, id);
    }
    const std::set<EventId> rows = m_selection->events();
    dropRows(m_document, rows);
    if (m_selection->current() > m_document.view().eventCount())
        m_selection->clear();
}

void MainWindow::measure()
{
    m_view->setFocus();
    m_view->measure();
}

bool MainWindow::canPutBack(EventId id) const
{
    const TimelineView& view = m_document.view();
    return id >= 1 && id <= view.eventCount() && (view.moved(id) != Millis{0} || view.isDropped(id));
}

void MainWindow::chooseLater(EventId id)
{
    m_view->chooseLater(id);
    m_view->setFocus();
    const auto rows = static_cast<int>(m_selection->events().size());
    statusBar()->showMessage(rows == 1 ? tr("No later row in this lane.") : tr("%1 rows chosen. Drag one, or press Alt and an arrow: all move as far.").arg(rows), hintTime);
}

void MainWindow::duplicateSelected(EventId id)
{
    duplicateRow(m_document, id);
    m_selection->choose(m_document.view().eventCount());
    m_view->setFocus();
}

void MainWindow::duplicateChosenWindow(const WindowId& id)
{
    const Window* window = windowOf(m_document, id);
    if (!window)
        return;
    const WindowId made = duplicateWindow(m_document, Window{*window});
    m_selection->chooseWindow(made);
    m_view->setFocus();
}

/// Every step in words, the latest first; a click goes there.
void MainWindow::fillHistory()
{
    m_historyMenu->clear();
    QUndoStack* stack = m_document.undoStack();
    constexpr int mostListed = 40; // more are a list nobody reads
    const int now = stack->index();
    const int first = std::clamp(now - mostListed / 2, 0, std::max(0, stack->count() - mostListed));
    const int last = std::min(stack->count(), first + mostListed);
    const auto add = [&](int index, const QString& words) {
        QString text = words;
        if (index > now)
            text = tr("%1 (undone)").arg(text);
        if (index == stack->cleanIndex() && !m_document.studyPath().isEmpty())
            text = tr("%1, saved").arg(text);
        QAction* action = m_historyMenu->addAction(forMenu(text), this, [stack, index] { stack->setIndex(index); });
        action->setCheckable(true);
        action->setChecked(index == now);
    };
    if (last < stack->count())
        m_historyMenu->addAction(tr("%1 later steps").arg(stack->count() - last))->setEnabled(false);
    for (int index = last; index > first; --index)
        add(index, stack->text(index - 1));
    if (first > 0)
        m_historyMenu->addAction(tr("%1 earlier steps").arg(first))->setEnabled(false);
    add(0, tr("As it was opened"));
}

} // namespace lockstep
