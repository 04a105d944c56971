#include "ui/main_window.h"
#include "core/wording.h"
#include "ui/chart_view.h"
#include "ui/clock_editor.h"
#include "ui/compare_card.h"
#include "ui/decisions.h"
#include "ui/figures.h"
#include "ui/look.h"
#include "ui/selection.h"
#include "ui/selection_panel.h"
#include "ui/sight.h"
#include "ui/source_watch.h"
#include "ui/table_card.h"
#include "ui/welcome_page.h"
#include "ui/words.h"
#include "whatif/recovery.h"
#include <QApplication>
#include <QGuiApplication>
#include <QFileInfo>
#include <QLabel>
#include <QScreen>
#include <QScrollBar>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QUndoStack>
#include <QVBoxLayout>
#include <utility>

namespace lockstep {

namespace {

constexpr int messageTime = 8000; // milliseconds: long enough to read, then gone

/// A white card with rounded corners for a part of the window.
QWidget* makeCard(QWidget* parent)
{
    auto* card = new QWidget(parent);
    card->setObjectName(QStringLiteral("card"));
    card->setAttribute(Qt::WA_StyledBackground);
    return card;
}

void putInto(QWidget* card, QWidget* inside, int margin)
{
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(margin, margin, margin, margin);
    column->addWidget(inside);
}

/// Large enough for the chart to show everything, within the screen.
QSize firstSize()
{
    const QSize room = QGuiApplication::primaryScreen()->availableSize() - QSize(16, 44);
    return QSize(1680, 1010).boundedTo(room);
}

} // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent)
    , m_recovery(std::make_unique<Recovery>(m_document, Recovery::standardFolder()))
    , m_selection(new Selection(this))
    , m_sight(new Sight(m_document, this))
{
    setAcceptDrops(true);
    setMinimumSize(900, 600);
    setAttribute(Qt::WA_WindowPropagation);
    dress(*this);
    makeActions();
    layOut();
    makeMenus();
    connectParts();
    applyLook();
    const QSettings settings;
    if (!restoreGeometry(settings.value(QStringLiteral("geometry")).toByteArray()))
        resize(firstSize());
    refreshTitle();
    refreshTools();
}

MainWindow::~MainWindow()
{
    // A drag under way ends while what it speaks to is still there. The parts listen to the document, which goes
    // first: they must not hear its last words.
    m_view->cancelGesture();
    m_recovery.reset();
    m_document.disconnect();
    m_document.undoStack()->disconnect(this);
    disconnect(m_selection, nullptr, nullptr, nullptr);
}

/// Each part is made where it stays: one that moves to another parent is dressed again, with all that is in it.
void MainWindow::layOut()
{
    m_watch = new SourceWatch(this);
    m_sourceWatch = new SourceWatch(this);
    auto* centre = new QWidget(this);
    QWidget* toolbar = makeToolbar(centre);
    m_messages = new MessageBar(centre);
    m_pages = new QStackedWidget(centre);
    m_work = makeWork();
    m_pages->addWidget(m_work);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(toolbar);
    column->addWidget(m_messages);
    column->addWidget(m_pages, 1);
    setCentralWidget(centre);
    m_counts = new QLabel;
    m_clocks = new QLabel;
    m_clocks->setObjectName(QStringLiteral("clocks"));
    for (QLabel* label : {m_counts, m_clocks}) {
        label->setTextFormat(Qt::PlainText);
        label->setContentsMargins(12, 0, 12, 0);
    }
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_counts, 1);
    statusBar()->addPermanentWidget(m_clocks);
}

/// The chart over comparison and table, and the panel beside them.
QWidget* MainWindow::makeWork()
{
    auto* work = new QWidget(m_pages);
    m_columns = new QSplitter(Qt::Horizontal, work);
    m_rows = new QSplitter(Qt::Vertical, m_columns);
    for (QSplitter* splitter : {m_rows, m_columns}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(8);
    }
    QWidget* chart = makeCard(m_rows);
    m_view = new ChartView(m_document, *m_selection, *m_sight, chart);
    putInto(chart, m_view, 3);
    m_clockEditor = new ClockEditor(m_view);
    m_compare = new CompareCard(m_document, m_rows);
    m_table = new TableCard(*m_selection, *m_sight, m_rows);
    m_rows->setStretchFactor(0, 1);
    QWidget* side = makeCard(m_columns);
    side->setMinimumWidth(260);
    m_panel = new SelectionPanel(m_document, *m_selection, side);
    putInto(side, m_panel, 1);
    m_columns->setStretchFactor(0, 1);
    m_columns->setSizes({1170, 300});
    auto* row = new QVBoxLayout(work);
    row->setContentsMargins(10, 8, 10, 8);
    row->addWidget(m_columns);
    return work;
}

/// Made when it is first looked at: a window that opens with a file never shows it.
WelcomePage& MainWindow::welcome()
{
    if (!m_welcome) {
        m_welcome = new WelcomePage(m_pages);
        m_pages->addWidget(m_welcome);
        connect(m_welcome, &WelcomePage::openRequested, this, [this](const QString& path) { open(path); });
        connect(m_welcome, &WelcomePage::dialogRequested, this, &MainWindow::openDialog);
    }
    return *m_welcome;
}

void MainWindow::showPage()
{
    m_pages->setCurrentWidget(m_document.isOpen() ? m_work : &welcome());
}

void MainWindow::connectParts()
{
    connect(&m_document, &Document::recordChanged, this, &MainWindow::refreshRecord);
    connect(&m_document, &Document::viewChanged, this, &MainWindow::refreshView);
    connect(&m_document, &Document::modifiedChanged, this, &MainWindow::refreshTitle);
    connect(m_document.undoStack(), &QUndoStack::indexChanged, this, &MainWindow::refreshTools);
    connect(m_recovery.get(), &Recovery::failed, this, [this](const QString& what) { m_messages->post(faultOf(QStringLiteral("journal"), what)); });
    connect(m_watch, &SourceWatch::changed, this, &MainWindow::askToReload);
    connect(m_watch, &SourceWatch::gone, this, &MainWindow::sayWhetherGone);
    connect(m_sourceWatch, &SourceWatch::changed, this, &MainWindow::offerSource);
    connect(m_messages, &MessageBar::emptied, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_view, &ChartView::editRequested, this, &MainWindow::editClock);
    connect(m_view, &ChartView::boundRequested, this, &MainWindow::editBound);
    connect(m_view, &ChartView::dropRequested, this, &MainWindow::dropSelected);
    connect(m_view, &ChartView::menuRequested, this, &MainWindow::showChartMenu);
    connect(m_view, &ChartView::windowWanted, this, &MainWindow::markWindowFromRows);
    connect(m_view, &ChartView::spanMarked, this, &MainWindow::markSpan);
    connect(m_view, &ChartView::quietToggled, this, [this] { setLinear(!m_view->chart().isLinear()); });
    connect(m_view, &ChartView::helpWanted, this, &MainWindow::showShortcuts);
    connect(m_view, &ChartView::crosshairMoved, this, [this](std::optional<Instant> at) { showClocks(at); });
    connect(m_view, &ChartView::hinted, this, [this](const QString& text) { m_counts->setText(text.isEmpty() ? countsLine(m_document.view()) : text); });
    connect(m_view, &ChartView::previewed, m_panel, &SelectionPanel::setPreview);
    connect(m_view, &ChartView::previewed, m_compare, &CompareCard::setPreview);
    connect(m_clockEditor, &ClockEditor::closed, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_panel, &SelectionPanel::momentsShown, this, [this](const std::vector<Anchor>& moments) { m_view->chart().setMoments(moments); });
    connect(m_panel, &SelectionPanel::momentMenuWanted, this, &MainWindow::showMomentMenu);
    connect(m_panel, &SelectionPanel::left, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_panel, &SelectionPanel::clockWanted, this, &MainWindow::editClock);
    connect(m_panel, &SelectionPanel::windowWanted, this, &MainWindow::markWindowFromRows);
    connect(m_panel, &SelectionPanel::measureWanted, this, &MainWindow::measure);
    connect(m_panel, &SelectionPanel::sweepWanted, this, &MainWindow::tryEveryStart);
    connect(m_panel, &SelectionPanel::columnsNamed, this, &MainWindow::readByColumns);
    connectFinding();
    connectLanes();
    connect(m_table, &TableCard::chartKeyPressed, m_view, [this](QKeyEvent* key) { QApplication::sendEvent(m_view, key); });
    connect(m_selection, &Selection::changed, this, [this] {
        refreshTools();
        showClocks(std::nullopt);
    });
    connect(m_compare, &CompareCard::rowChosen, this, [this](EventId id) {
        m_selection->choose(id);
        m_view->reveal(id);
    });
    connect(m_compare, &CompareCard::windowChosen, m_selection, &Selection::chooseWindow);
    connect(m_compare, &CompareCard::copied, this, [this](const QString& sentence) { statusBar()->showMessage(sentence, messageTime); });
    connect(m_compare, &CompareCard::left, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_compare, &CompareCard::wantedChanged, this, [this](bool wanted) {
        m_actions.compare->setChecked(wanted);
        if (!wanted)
            m_view->setFocus();
    });
    m_table->model().editClock = [this](EventId id, const QString& text) { return typeTime(id, text); };
    m_table->model().editLane = [this](EventId id, const QString& lane) { moveToLane(m_document, {id}, lane); };
    connect(&m_table->model(), &EventModel::refused, this, [this](const QString& sentence) {
        m_messages->post(faultOf(QStringLiteral("refused"), sentence));
    });
    connect(m_table, &TableCard::openChanged, this, [this](bool open) {
        m_actions.table->setChecked(open);
        const int tall = m_rows->height();
        const int compare = m_compare->isVisible() ? m_compare->height() : 0;
        m_rows->setSizes(open ? QList<int>{(tall - compare) * 3 / 5, compare, (tall - compare) * 2 / 5} : QList<int>{tall - compare, compare, 0});
    });
    connect(m_table, &TableCard::menuRequested, this, [this](EventId id, QPoint global) {
        Hit hit;
        hit.what = Hit::What::Event;
        hit.event = id;
        showChartMenu(hit, global);
    });
}

void MainWindow::refreshRecord()
{
    m_clockEditor->hide();
    showPage();
    refreshTitle();
    // Its messages wait for the new view: a bar that grows lays the chart out, and the chart still has the old one.
    m_isRecordNew = true;
}

void MainWindow::refreshView()
{
    if (!m_document.isOpen())
        return;
    m_sight->refresh();
    dropHidden();
    withdrawStaleQuestion();
    m_view->refresh(m_isFirstView);
    m_table->setView(&m_document.view());
    refreshMessages(std::exchange(m_isRecordNew, false));
    if (std::exchange(m_isFirstView, false)) {
        selectFinding();
        m_view->verticalScrollBar()->setValue(0); // the headline first, however far down that row is
    }
    m_compare->refresh();
    m_panel->refresh();
    m_counts->setText(countsLine(m_document.view()));
    showClocks(std::nullopt);
    refreshTools();
}

/// The row the headline speaks of is the one to look at first.
void MainWindow::selectFinding()
{
    const std::optional<Instant> moment = m_document.finding().moment;
    const TimelineView& view = m_document.view();
    for (EventId id = 1; moment && id <= view.eventCount(); ++id)
        if (view.event(id).kind == Kind::Read && view.event(id).hasInstant && view.at(id) == *moment)
            return m_selection->choose(id);
}

void MainWindow::showClocks(std::optional<Instant> at)
{
    const EventId current = m_selection->current();
    const bool hasCurrent = m_document.isOpen() && current > 0 && current <= m_document.view().eventCount();
    if (!at && hasCurrent && m_document.view().event(current).hasInstant)
        at = m_document.view().at(current);
    m_clocks->setText(at ? clocksAt(m_document.resolved().timeline, *at) : QString{});
}

void MainWindow::refreshTitle()
{
    const QString program = QStringLiteral("Lockstep");
    if (!m_document.isOpen()) {
        setWindowTitle(program);
        setWindowModified(false);
        return;
    }
    const Timeline& record = m_document.resolved().timeline;
    const QString file = m_document.studyPath().isEmpty() ? shown(sourceNames(record)) : QFileInfo(m_document.studyPath()).fileName();
    QString title = shown(m_document.draft().title);
    title = title.isEmpty() ? file : tr("%1 (%2)").arg(title, file);
    // In a window title "[*]" is the place of the mark for unsaved changes: a document's own is doubled.
    title.replace(QStringLiteral("[*]"), QStringLiteral("[*][*]"));
    setWindowTitle(tr("%1[*] \u2014 %2").arg(title, program));
    setWindowModified(m_document.isModified());
    setWindowFilePath(QString{});
}

void MainWindow::applyLook()
{
    m_view->setTheme(Look::ofDesktop().isDark ? Theme::Id::Dark : Theme::Id::Light);
}

bool MainWindow::event(QEvent* event)
{
    const bool handled = QMainWindow::event(event);
    if (event->type() != QEvent::ApplicationPaletteChange || !m_view)
        return handled;
    dress(*this);
    applyLook();
    refreshView();
    return handled;
}

void MainWindow::setVisible(bool visible)
{
    if (visible)
        showPage();
    QMainWindow::setVisible(visible);
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (!m_document.isOpen())
        return;
    m_view->setFocus();
    m_view->verticalScrollBar()->setValue(0); // the headline first
}

} // namespace lockstep
