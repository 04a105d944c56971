// Finding rows and one's way: the field in the card of the table, the marks on the chart, the overview below it.
#include "core/range_facts.h"
#include "ui/chart_view.h"
#include "ui/figures.h"
#include "ui/find_bar.h"
#include "ui/main_window.h"
#include "ui/overview.h"
#include "ui/row_search.h"
#include "ui/selection.h"
#include "ui/sight.h"
#include "ui/table_card.h"
#include "ui/words.h"
#include <QLabel>
#include <QLayout>

namespace lockstep {

void MainWindow::connectFinding()
{
    auto* overview = new Overview(m_document, *m_view);
    m_view->parentWidget()->layout()->addWidget(overview);
    connect(&m_document, &Document::viewChanged, overview, &Overview::refresh);
    connect(&m_table->search(), &RowSearch::changed, this, [this, overview] {
        m_view->setFound(m_table->search().hits());
        overview->setFound(m_table->search().hits());
    });
    connect(m_selection, &Selection::changed, this, &MainWindow::showFacts);
    connect(m_sight, &Sight::changed, this, &MainWindow::followSight);
    connect(m_sight, &Sight::changed, overview, &Overview::refresh);
    connect(m_view, &ChartView::allWanted, m_sight, [this] { m_sight->setFilter({}); }); // lanes that are hidden are saved so: a key pressed in passing leaves them
    connect(&m_table->findBar(), &FindBar::closed, m_view, qOverload<>(&QWidget::setFocus));
}

/// Several rows are told by what they hold together, where the counts of the whole stand otherwise.
void MainWindow::showFacts()
{
    if (!m_document.isOpen())
        return;
    const bool areSeveral = m_selection->events().size() > 1;
    m_counts->setText(areSeveral ? shown(factsWords(factsOf(m_document.view(), m_selection->events()))) : countsLine(m_document.view()));
}

void MainWindow::find()
{
    m_table->findBar().start();
}

void MainWindow::findNext()
{
    m_table->findBar().goOn(1);
}

void MainWindow::findBefore()
{
    m_table->findBar().goOn(-1);
}

/// What is not in sight is not selected either: no key reaches a row that nobody sees.
void MainWindow::dropHidden()
{
    std::set<EventId> rows = m_selection->events();
    std::erase_if(rows, [this](EventId id) { return m_sight->isHidden(id); });
    if (rows.empty() && !m_selection->events().empty())
        m_selection->clear();
    else if (rows.size() != m_selection->events().size())
        m_selection->choose(rows, rows.contains(m_selection->current()) ? m_selection->current() : *rows.rbegin());
}

void MainWindow::followSight()
{
    dropHidden();
    m_view->refresh(false);
    refreshTools();
}

void MainWindow::filterRows()
{
    m_table->filter();
}

void MainWindow::showAllRows()
{
    m_sight->showAll();
}

} // namespace lockstep
