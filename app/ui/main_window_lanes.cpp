// How lanes are shown: their order, folded to a line, hidden. One undo step each, kept with the study.
#include "ui/chart_view.h"
#include "ui/main_window.h"
#include "ui/selection.h"
#include "ui/words.h"
#include <QMenu>
#include <algorithm>

namespace lockstep {

void MainWindow::connectLanes()
{
    connect(m_view, &ChartView::laneMoved, this, [this](LaneId lane, std::optional<LaneId> before) {
        showLanes(placed(m_document.resolved().timeline, m_document.study().lanes, lane, before), tr("Move the lane %1"), lane);
    });
    connect(m_view, &ChartView::laneFoldWanted, this, [this](LaneId lane, bool isFolded) {
        showLanes(folded(m_document.resolved().timeline, m_document.study().lanes, lane, isFolded), isFolded ? tr("Fold the lane %1") : tr("Unfold the lane %1"), lane);
    });
}

void MainWindow::showLanes(const LanesShown& lanes, const QString& label, LaneId lane)
{
    m_document.showLanes(lanes, label.arg(shownName(m_document.resolved().timeline.lane(lane).role)));
}

void MainWindow::addLaneActions(QMenu& menu, LaneId lane)
{
    const Timeline& record = m_document.resolved().timeline;
    const std::vector<LanePlace> places = lanePlaces(record, m_document.study().lanes);
    const bool isFolded = std::ranges::find(places, lane, &LanePlace::lane)->isFolded;
    const auto move = [&](const QString& text, int step) {
        QAction* action = menu.addAction(text, m_view, [this, lane, step] { m_view->moveLane(lane, step); });
        action->setEnabled(m_view->canMoveLane(lane, step));
    };
    move(tr("Move the lane up\tAlt+Up"), -1);
    move(tr("Move the lane down\tAlt+Down"), 1);
    menu.addAction(isFolded ? tr("Unfold the lane") : tr("Fold the lane to one line"), this, [this, lane, isFolded] { emit m_view->laneFoldWanted(lane, !isFolded); });
    QAction* hide = menu.addAction(tr("Hide the lane"), this, [this, lane] {
        showLanes(hidden(m_document.resolved().timeline, m_document.study().lanes, lane, true), tr("Hide the lane %1"), lane);
    });
    hide->setEnabled(m_view->lanesInSight().size() > 1);
}

/// Of the chosen lane, or of the row's.
void MainWindow::fillLaneMenu(QMenu& menu)
{
    menu.clear();
    if (const std::optional<LaneId> lane = m_view->currentLane())
        addLaneActions(menu, *lane);
    else
        menu.addAction(tr("Click a lane's name first."))->setEnabled(false);
    menu.addSeparator();
    QAction* all = menu.addAction(tr("All lanes as recorded"), this, [this] { m_document.showLanes({}, tr("Lanes as recorded")); });
    all->setEnabled(!m_document.study().lanes.empty());
}

} // namespace lockstep
