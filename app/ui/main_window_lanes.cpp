// How lanes are shown: what tells them apart, their order, folded to a line, hidden, pinned. One undo step each, kept with
// the study.
#include "core/limits.h"
#include "ui/chart_view.h"
#include "ui/main_window.h"
#include "ui/selection.h"
#include "ui/words.h"
#include <QMenu>
#include <algorithm>
#include <set>

namespace lockstep {

namespace {

QString nameOf(LanesBy by)
{
    switch (by) {
    case LanesBy::Record: return MainWindow::tr("As recorded");
    case LanesBy::Actor: return MainWindow::tr("Actor");
    case LanesBy::Zone: return MainWindow::tr("Time zone");
    case LanesBy::Kind: return MainWindow::tr("Kind");
    case LanesBy::Source: return MainWindow::tr("File");
    }
    return {};
}

QString stepOf(LanesBy by)
{
    switch (by) {
    case LanesBy::Record: return MainWindow::tr("Lanes as recorded");
    case LanesBy::Actor: return MainWindow::tr("Lanes by actor");
    case LanesBy::Zone: return MainWindow::tr("Lanes by time zone");
    case LanesBy::Kind: return MainWindow::tr("Lanes by kind");
    case LanesBy::Source: return MainWindow::tr("Lanes by file");
    }
    return {};
}

} // namespace

void MainWindow::connectLanes()
{
    connect(m_view, &ChartView::laneMoved, this, [this](BandId lane, std::optional<BandId> before) {
        showLanes(placed(*m_document.bands(), m_document.study().lanes, lane, before), tr("Move the lane %1"), lane);
    });
    connect(m_view, &ChartView::laneFoldWanted, this, [this](BandId lane, bool isFolded) {
        showLanes(folded(*m_document.bands(), m_document.study().lanes, lane, isFolded), isFolded ? tr("Fold the lane %1") : tr("Unfold the lane %1"), lane);
    });
}

void MainWindow::showLanes(const LanesShown& lanes, const QString& label, BandId lane)
{
    m_document.showLanes(lanes, label.arg(shownName(m_document.bands()->lane(lane).role)));
}

void MainWindow::showLanesBy(LanesBy by)
{
    LanesShown lanes = m_document.study().lanes;
    lanes.by = by;
    m_document.showLanes(std::move(lanes), stepOf(by));
}

namespace {

/// How many the rows name; of very many, one more than have a lane of the chart each.
std::size_t actorsOf(const Timeline& record)
{
    std::set<std::string, std::less<>> actors;
    for (std::size_t i = 0; i < record.events.size() && actors.size() <= limits::mostBands; ++i)
        if (const auto& actor = record.events.common(i).actor; !actor.empty() && !actors.contains(actor))
            actors.emplace(actor);
    return actors.size();
}

} // namespace

/// Where too many actors shared a lane to have one each, they can have it.
void MainWindow::sayWhoSharesTheLane()
{
    const Timeline& record = m_document.resolved().timeline;
    const std::size_t actors = record.lanes.size() == 1 && m_document.study().lanes.by == LanesBy::Record ? actorsOf(record) : 0;
    if (actors <= limits::lanesFromActors)
        return;
    const QString many = tr("More than %1 actors share one lane.").arg(limits::mostBands);
    Message message = noticeOf(QStringLiteral("one lane"), actors > limits::mostBands ? many : tr("%1 actors share one lane.").arg(actors));
    message.actions.push_back({tr("Lanes by actor"), [this] {
        m_messages->withdraw(QStringLiteral("one lane"));
        showLanesBy(LanesBy::Actor);
        m_view->setFocus();
    }});
    m_messages->postBehind(message);
}

void MainWindow::fillLanesBy(QMenu& menu)
{
    menu.clear();
    for (const LanesBy by : allLanesBy) {
        QAction* action = menu.addAction(nameOf(by), this, [this, by] { showLanesBy(by); });
        action->setCheckable(true);
        action->setChecked(m_document.isOpen() && m_document.study().lanes.by == by);
        action->setEnabled(m_document.isOpen() && (action->isChecked() || canTell(m_document.resolved().timeline, by)));
    }
}

void MainWindow::addLaneActions(QMenu& menu, BandId lane)
{
    const std::vector<LanePlace> places = lanePlaces(*m_document.bands(), m_document.study().lanes);
    const bool isFolded = std::ranges::find(places, lane, &LanePlace::lane)->isFolded, isPinned = m_view->isLanePinned(lane);
    const auto move = [&](const QString& text, int step) {
        QAction* action = menu.addAction(text, m_view, [this, lane, step] { m_view->moveLane(lane, step); });
        action->setEnabled(m_view->canMoveLane(lane, step));
    };
    move(tr("Move the lane up\tAlt+Up"), -1);
    move(tr("Move the lane down\tAlt+Down"), 1);
    menu.addAction(isPinned ? tr("Unpin the lane") : tr("Pin the lane to the top"), this, [this, lane, isPinned] {
        showLanes(pinned(*m_document.bands(), m_document.study().lanes, lane, !isPinned), isPinned ? tr("Unpin the lane %1") : tr("Pin the lane %1"), lane);
    });
    menu.addAction(isFolded ? tr("Unfold the lane") : tr("Fold the lane to one line"), this, [this, lane, isFolded] { emit m_view->laneFoldWanted(lane, !isFolded); });
    QAction* hide = menu.addAction(tr("Hide the lane"), this, [this, lane] {
        showLanes(hidden(*m_document.bands(), m_document.study().lanes, lane, true), tr("Hide the lane %1"), lane);
    });
    hide->setEnabled(m_view->lanesInSight().size() > 1);
    fillLanesBy(*menu.addMenu(tr("Lanes by")));
}

/// Of the chosen lane, or of the row's.
void MainWindow::fillLaneMenu(QMenu& menu)
{
    menu.clear();
    if (const std::optional<BandId> lane = m_view->currentLane())
        addLaneActions(menu, *lane);
    else
        menu.addAction(tr("Click a lane's name first."))->setEnabled(false);
    menu.addSeparator();
    QAction* all = menu.addAction(tr("All lanes as recorded"), this, [this] { m_document.showLanes({}, tr("Lanes as recorded")); });
    all->setEnabled(!m_document.study().lanes.isAsRecorded());
}

} // namespace lockstep
