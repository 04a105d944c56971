// Actions, menus and the toolbar.
#include "ui/bundled.h"
#include "ui/chart_view.h"
#include "ui/main_window.h"
#include "ui/selection.h"
#include "ui/selection_panel.h"
#include "ui/sight.h"
#include "ui/table_card.h"
#include "ui/what_if_box.h"
#include "ui/words.h"
#include <QAction>
#include <QApplication>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QUndoStack>
#include <vector>

namespace lockstep {

namespace {

QToolButton* toolButton(QAction* action, const QString& text, const char* name = "tool")
{
    auto* button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    button->setDefaultAction(action);
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolTip(action->shortcut().isEmpty() ? text
                                                    : text + QStringLiteral("  ") + action->shortcut().toString(QKeySequence::NativeText));
    return button;
}

/// The row of buttons. In a narrow window the spare ones go, from the first: the menu has them all.
class Toolbar : public QWidget {
public:
    std::vector<QWidget*> spare;

    explicit Toolbar(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        QWidget::resizeEvent(event);
        for (QWidget* widget : spare)
            widget->show();
        for (QWidget* widget : spare)
            if (layout()->minimumSize().width() > width())
                widget->hide();
    }
};

QWidget* upright()
{
    auto* line = new QWidget;
    line->setObjectName(QStringLiteral("toolbarRule"));
    line->setAttribute(Qt::WA_StyledBackground);
    line->setFixedSize(1, 24);
    return line;
}

} // namespace

QAction* MainWindow::addAction(const QString& text, const QKeySequence& keys, void (MainWindow::*run)())
{
    auto* action = new QAction(text, this);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, run);
    return action;
}

void MainWindow::makeActions()
{
    Actions& a = m_actions;
    a.open = addAction(tr("Open\u2026"), QKeySequence::Open, &MainWindow::openDialog);
    a.add = addAction(tr("Add to this timeline\u2026"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), &MainWindow::addDialog);
    a.save = addAction(tr("Save"), QKeySequence::Save, &MainWindow::saveNow);
    a.saveAs = addAction(tr("Save as\u2026"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), &MainWindow::saveDialog);
    a.undo = addAction(tr("Undo"), QKeySequence::Undo, &MainWindow::undo);
    a.redo = addAction(tr("Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), &MainWindow::redo);
    a.redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    a.fit = addAction(tr("Fit"), QKeySequence(Qt::CTRL | Qt::Key_0), &MainWindow::fit);
    a.zoomIn = addAction(tr("Zoom in"), QKeySequence::ZoomIn, &MainWindow::zoomIn);
    a.zoomOut = addAction(tr("Zoom out"), QKeySequence::ZoomOut, &MainWindow::zoomOut);
    a.zoomBack = addAction(tr("Back to the zoom before"), {}, &MainWindow::zoomBack);
    a.find = addAction(tr("Find rows"), QKeySequence::Find, &MainWindow::find);
    a.findNext = addAction(tr("Find the next"), QKeySequence(Qt::Key_F3), &MainWindow::findNext);
    a.findBefore = addAction(tr("Find the one before"), QKeySequence(Qt::SHIFT | Qt::Key_F3), &MainWindow::findBefore);
    a.filter = addAction(tr("Filter rows\u2026"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), &MainWindow::filterRows);
    a.showAll = addAction(tr("Show all rows"), {}, &MainWindow::showAllRows);
    a.copy = addAction(tr("Copy picture"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), &MainWindow::copyPicture);
    a.copyRows = addAction(tr("Copy rows"), QKeySequence::Copy, &MainWindow::copyRows);
    a.paste = addAction(tr("Paste a timeline"), QKeySequence::Paste, &MainWindow::paste);
    a.exportPng = addAction(tr("Export PNG\u2026"), QKeySequence(Qt::CTRL | Qt::Key_E), &MainWindow::exportDialog);
    a.newScenario = addAction(tr("New what-if"), QKeySequence(Qt::CTRL | Qt::Key_N), &MainWindow::newScenario);
    a.duplicateScenario = addAction(tr("Duplicate"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), &MainWindow::duplicateScenario);
    a.renameScenario = addAction(tr("Rename\u2026"), {}, &MainWindow::renameScenario);
    a.noteScenario = addAction(tr("Note\u2026"), {}, &MainWindow::noteScenario);
    a.scenarioUp = addAction(tr("Move up in the list"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_PageUp), &MainWindow::moveScenarioUp);
    a.scenarioDown = addAction(tr("Move down in the list"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_PageDown), &MainWindow::moveScenarioDown);
    a.previousScenario = addAction(tr("Show the one before"), QKeySequence(Qt::CTRL | Qt::Key_PageUp), &MainWindow::previousScenario);
    a.nextScenario = addAction(tr("Show the next"), QKeySequence(Qt::CTRL | Qt::Key_PageDown), &MainWindow::nextScenario);
    a.compare = addAction(tr("Compare with the record or others"), QKeySequence(Qt::CTRL | Qt::Key_M), &MainWindow::compareScenario);
    a.compare->setCheckable(true);
    a.sweep = addAction(tr("Try every start\u2026"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M), &MainWindow::sweepHere);
    a.resetScenario = addAction(tr("Take all its changes away"), {}, &MainWindow::resetScenario);
    a.removeScenario = addAction(tr("Remove"), {}, &MainWindow::removeScenario);
    a.date = addAction(tr("Set date\u2026"), QKeySequence(Qt::CTRL | Qt::Key_D), &MainWindow::askDate);
    a.edit = addAction(tr("Correct the clock\u2026\tF2"), {}, &MainWindow::editSelected);
    a.addRow = addAction(tr("Add a row\u2026"), QKeySequence(Qt::Key_Insert), &MainWindow::askNewRowHere);
    a.drop = addAction(tr("Leave out, as a what-if\tDel"), {}, &MainWindow::dropSelected);
    a.window = addAction(tr("Mark a lock between two rows\tL"), {}, &MainWindow::markWindowFromRows);
    a.measure = addAction(tr("Measure a length\tM"), {}, &MainWindow::measure);
    a.howRead = addAction(tr("How it was read"), QKeySequence(Qt::CTRL | Qt::Key_I), &MainWindow::showHowItWasRead);
    a.quiet = new QAction(tr("Quiet time cut out"), this);
    a.quiet->setCheckable(true);
    a.quiet->setChecked(true);
    connect(a.quiet, &QAction::toggled, this, [this](bool cut) { setLinear(!cut); });
    a.table = new QAction(tr("Show the table"), this);
    a.table->setCheckable(true);
    a.table->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_T));
    connect(a.table, &QAction::toggled, this, [this](bool open) { m_table->setOpen(open); });
}

void MainWindow::makeMenus()
{
    const Actions& a = m_actions;
    auto* all = new QMenu(m_menuButton);
    QMenu* file = all->addMenu(tr("&File"));
    file->addActions({a.open, a.add});
    m_recentMenu = file->addMenu(tr("Opened before"));
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecent);
    if (!bankIncident().isEmpty())
        file->addAction(tr("The bank incident"), this, &MainWindow::openBank);
    file->addSeparator();
    file->addActions({a.save, a.saveAs});
    file->addSeparator();
    file->addActions({a.copy, a.exportPng});
    file->addSeparator();
    QAction* quit = file->addAction(tr("Quit"), this, &QWidget::close);
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    QMenu* edit = all->addMenu(tr("&Edit"));
    edit->addActions({a.undo, a.redo});
    m_historyMenu->setTitle(tr("History"));
    edit->addMenu(m_historyMenu);
    edit->addSeparator();
    edit->addActions({a.edit, a.window, a.measure, a.date});
    edit->addSeparator();
    edit->addActions({a.addRow, a.drop});
    edit->addSeparator();
    m_lanesMenu = edit->addMenu(tr("Time zone and place of"));
    m_windowsMenu = edit->addMenu(tr("Window"));
    connect(edit, &QMenu::aboutToShow, this, &MainWindow::fillChoices);
    edit->addSeparator();
    edit->addActions({a.copyRows, a.paste});
    edit->addSeparator();
    edit->addActions({a.find, a.findNext, a.findBefore});
    QMenu* show = all->addMenu(tr("&View"));
    show->addActions({a.fit, a.zoomIn, a.zoomOut, a.zoomBack});
    show->addSeparator();
    show->addActions({a.quiet, a.table, a.howRead});
    show->addSeparator();
    show->addActions({a.filter, a.showAll});
    QMenu* lane = show->addMenu(tr("Lane"));
    connect(lane, &QMenu::aboutToShow, this, [this, lane] { fillLaneMenu(*lane); });
    QMenu* lanesBy = show->addMenu(tr("Lanes by"));
    connect(lanesBy, &QMenu::aboutToShow, this, [this, lanesBy] { fillLanesBy(*lanesBy); });
    QMenu* sorting = show->addMenu(tr("Sort the table by"));
    connect(sorting, &QMenu::aboutToShow, this, [this, sorting] {
        sorting->clear();
        m_table->addSortActions(*sorting);
    });
    QMenu* whatIf = all->addMenu(tr("&What if"));
    addScenarioActions(*whatIf);
    QMenu* help = all->addMenu(tr("&Help"));
    QAction* keys = help->addAction(tr("Keys and gestures"), this, &MainWindow::showShortcuts);
    keys->setShortcut(QKeySequence::HelpContents);
    help->addAction(tr("About Lockstep"), this, &MainWindow::showAbout);
    m_menuButton->setMenu(all);
    auto* openMenu = new QAction(this);
    openMenu->setShortcut(QKeySequence(Qt::Key_F10));
    connect(openMenu, &QAction::triggered, m_menuButton, &QToolButton::showMenu);
    QWidget::addAction(openMenu);
    // A shortcut in a menu of a button works only when the window knows the action as well.
    for (QMenu* menu : {file, edit, show, whatIf, help})
        QWidget::addActions(menu->actions());
}

QWidget* MainWindow::makeToolbar(QWidget* parent)
{
    auto* bar = new Toolbar(parent);
    bar->setObjectName(QStringLiteral("toolbar"));
    bar->setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(8);
    const Actions& a = m_actions;
    m_menuButton = new QToolButton;
    m_menuButton->setObjectName(QStringLiteral("tool"));
    m_menuButton->setText(QStringLiteral("\u2630"));
    m_menuButton->setAccessibleName(tr("Menu"));
    m_menuButton->setToolTip(tr("Menu  F10"));
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_menuButton);
    row->addWidget(toolButton(a.open, tr("Open")));
    row->addWidget(toolButton(a.save, tr("Save")));
    row->addWidget(upright());
    QToolButton* undoButton = toolButton(a.undo, tr("Undo"));
    m_historyMenu = new QMenu(this);
    connect(m_historyMenu, &QMenu::aboutToShow, this, &MainWindow::fillHistory);
    undoButton->setMenu(m_historyMenu);
    undoButton->setPopupMode(QToolButton::MenuButtonPopup);
    QToolButton* redoButton = toolButton(a.redo, tr("Redo"));
    row->addWidget(undoButton);
    row->addWidget(redoButton);
    row->addWidget(upright());
    QToolButton* fitButton = toolButton(a.fit, tr("Fit"));
    QToolButton* quietButton = toolButton(a.quiet, tr("Quiet time cut out"));
    row->addWidget(fitButton);
    row->addWidget(quietButton);
    row->addWidget(upright());
    auto* showing = new QLabel(tr("Showing"));
    showing->setObjectName(QStringLiteral("muted"));
    row->addSpacing(6);
    row->addWidget(showing);
    m_showing = new WhatIfBox;
    connect(m_showing, &QComboBox::activated, this, &MainWindow::chooseScenario);
    row->addWidget(m_showing);
    auto* whatIf = m_whatIfButton = new QToolButton;
    whatIf->setObjectName(QStringLiteral("tool"));
    whatIf->setText(tr("What if\u2026"));
    whatIf->setPopupMode(QToolButton::InstantPopup);
    whatIf->setFocusPolicy(Qt::TabFocus);
    auto* menu = new QMenu(whatIf);
    addScenarioActions(*menu);
    whatIf->setMenu(menu);
    row->addWidget(whatIf);
    row->addStretch(1);
    QToolButton* copyButton = toolButton(a.copy, tr("Copy picture"));
    row->addWidget(copyButton);
    row->addWidget(toolButton(a.exportPng, tr("Export PNG\u2026"), "primary"));
    bar->spare = {copyButton, quietButton, showing, fitButton, redoButton, undoButton};
    return bar;
}

void MainWindow::refreshTools()
{
    const Actions& a = m_actions;
    const bool isOpen = m_document.isOpen();
    for (QAction* action : {a.fit, a.zoomIn, a.zoomOut, a.quiet, a.table, a.find, a.findNext, a.findBefore, a.filter, a.howRead, a.newScenario, a.date, a.measure})
        action->setEnabled(isOpen);
    // A part of a file is not to be kept as if it were all of it.
    for (QAction* action : {a.add, a.save, a.saveAs, a.copy, a.exportPng})
        action->setEnabled(isOpen && !m_showsPart);
    m_whatIfButton->setEnabled(isOpen);
    a.showAll->setEnabled(isOpen && m_sight->hidden());
    a.zoomBack->setEnabled(isOpen && m_view->canZoomBack());
    a.edit->setEnabled(isOpen && (m_selection->current() > 0 || !m_selection->window().empty()));
    a.addRow->setEnabled(isOpen);
    a.drop->setEnabled(isOpen && (!m_selection->events().empty() || !m_selection->window().empty() || m_selection->measure()));
    m_historyMenu->setEnabled(m_document.undoStack()->count() > 0);
    a.window->setEnabled(isOpen && m_selection->events().size() == 2);
    a.sweep->setEnabled(!windowToSweep().empty());
    a.copyRows->setEnabled(isOpen && !m_selection->events().empty());
    const QUndoStack* stack = m_document.undoStack();
    a.undo->setEnabled(stack->canUndo());
    a.redo->setEnabled(stack->canRedo());
    a.undo->setToolTip(forTip(stack->canUndo() ? tr("Undo: %1").arg(stack->undoText()) : tr("Undo")));
    a.redo->setToolTip(forTip(stack->canRedo() ? tr("Redo: %1").arg(stack->redoText()) : tr("Redo")));
    refreshScenarios();
}

void MainWindow::fillRecent()
{
    m_recentMenu->clear();
    for (const QString& path : recentFiles()) {
        QAction* action = m_recentMenu->addAction(forMenu(QFileInfo(path).fileName()), this, [this, path] { open(path); });
        action->setEnabled(QFileInfo::exists(path));
    }
    m_recentMenu->setEnabled(!m_recentMenu->isEmpty());
}

/// Lanes and windows, for those who do not point at them.
void MainWindow::fillChoices()
{
    m_lanesMenu->clear();
    m_windowsMenu->clear();
    if (m_document.isOpen()) {
        const auto& lanes = m_document.resolved().timeline.lanes;
        for (std::size_t i = 0; i < lanes.size(); ++i)
            m_lanesMenu->addAction(forMenu(shown(lanes[i].role)), this, [this, lane = static_cast<LaneId>(i)] {
                m_selection->chooseLane(lane);
                m_panel->askWhat();
            });
        for (const Window& window : m_document.view().windows())
            m_windowsMenu->addAction(forMenu(shown(window.name)), this, [this, id = window.id] {
                m_selection->chooseWindow(id);
                m_view->setFocus();
            });
    }
    m_lanesMenu->setEnabled(!m_lanesMenu->isEmpty());
    m_windowsMenu->setEnabled(!m_windowsMenu->isEmpty());
}

} // namespace lockstep
