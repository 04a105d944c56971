#pragma once
#include "chart/chart_scene.h"
#include "ui/known_sources.h"
#include "ui/message_bar.h"
#include "whatif/document.h"
#include <QMainWindow>
#include <functional>
#include <memory>

class QAction;
class QLabel;
class QMenu;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace lockstep {

class ChartView;
class ClockEditor;
class CompareCard;
class OpeningJob;
class Recovery;
class Selection;
class SelectionPanel;
class Sight;
class SourceWatch;
class TableCard;
class WelcomePage;
class WhatIfBox;

/// One window, one incident: toolbar, message bar, chart, panel, table, status bar.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Opens a file; what is open stays when that fails or the person keeps it. True when it was opened, or when it is a
    /// large one that is now being read while the window goes on.
    bool open(const QString& path);
    /// Opens text as a new document that is in no file yet. As open otherwise.
    bool openText(const QByteArray& utf8);
    /// Says what a file would add to the open timeline, and adds it when the person says so; with none open it is opened.
    void offerFile(const QString& path);
    /// Reads the open file again. Readings and what-ifs stay when its rows are the same.
    void reload();
    /// Saves the .lockstep file; asks for a name the first time.
    bool save();
    bool saveAs(const QString& path);
    /// Writes the chart as a PNG. The message bar says where it went, or why not.
    bool exportPicture(const QString& path, const struct PictureOptions& options);

    Document& document() { return m_document; }
    ChartView& view() { return *m_view; }
    Selection& selection() { return *m_selection; }
    Sight& sight() { return *m_sight; }
    MessageBar& messages() { return *m_messages; }
    TableCard& table() { return *m_table; }
    CompareCard& comparison() { return *m_compare; }

    enum class Unsaved { Save, Discard, Cancel };
    /// Asks what to do with unsaved changes; a test puts its own answer here.
    std::function<Unsaved()> askUnsaved;

    /// F2: asks for a time for the row, beside its mark or in the open table.
    void editClock(EventId id);
    /// What was typed for the row; a sentence when it will not do.
    QString typeTime(EventId id, const QString& text);
    /// L: the two selected rows become a window.
    void markWindowFromRows();
    /// Opens the plot of a window slid over a day, beside this one; nullptr where the view has no such window.
    class SweepWindow* tryEveryStart(const WindowId& window);
    void askDate();
    /// Says so when another run ended badly and left unsaved work behind.
    void offerLostWork();

    void setVisible(bool visible) override;

protected:
    void closeEvent(QCloseEvent*) override;
    bool event(QEvent*) override;
    void dragEnterEvent(QDragEnterEvent*) override;
    void dropEvent(QDropEvent*) override;
    void showEvent(QShowEvent*) override;

private:
    // main_window.cpp
    void layOut();
    QWidget* makeWork();
    WelcomePage& welcome();
    void showPage();
    void connectParts();
    void refreshRecord();
    void refreshView();
    void refreshTitle();
    void selectFinding();
    void showClocks(std::optional<Instant> at);
    void applyLook();
    // main_window_tools.cpp
    QWidget* makeToolbar(QWidget* parent);
    QAction* addAction(const QString& text, const QKeySequence& keys, void (MainWindow::*run)());
    void makeActions();
    void makeMenus();
    void refreshTools();
    void addScenarioActions(QMenu& menu);
    void refreshScenarios();
    void fillRecent();
    void fillChoices();
    // main_window_files.cpp
    void openDialog();
    void addDialog();
    void openBank();
    void paste();
    bool take(const Result<Incident>& incident, const QString& path, const QString& about);
    void showIncident(const Incident& incident, const QString& path, const QString& studyPath, bool isUnsaved, const Resolved* resolved = nullptr);
    void showLast();
    void rememberView();
    QString documentName() const;
    void saveDialog();
    void saveNow();
    void refuse(const Problem& problem, const QString& about);
    // main_window_again.cpp
    void askToReload();
    void sayWhetherGone(bool isGone);
    void offerSource();
    void watchSource();
    void readSource(const QString& path);
    void readByColumns(const SetColumns& columns, const std::string& was);
    QString sourcePath() const;
    void carry(Carried carried, const QString& name);
    void carryOver(const Draft& now, const QString& path);
    std::string columnsInUse() const;
    bool hasWork() const;
    void sayCarried(const QString& name, const std::vector<std::string>& lost);
    // main_window_opening.cpp
    static bool isLarge(const QString& path);
    void readBeside(const QString& path, bool again = false);
    bool isReading() const;
    void sayReading();
    void stopReading();
    void dropPart();
    void showPart(const struct Opened& part);
    void takeRead(const Result<struct Opened>& opened);
    // main_window_leaving.cpp
    bool settled();
    // main_window_pictures.cpp
    void copyPicture();
    void exportDialog();
    // main_window_scenarios.cpp
    void newScenario();
    void duplicateScenario();
    void renameScenario();
    void noteScenario();
    void moveScenarioUp();
    void moveScenarioDown();
    void resetScenario();
    void removeScenario();
    void chooseScenario(int index);
    void previousScenario();
    void nextScenario();
    void compareScenario();
    void showRebased();
    // main_window_whatif.cpp
    void askZone();
    WindowId windowToSweep() const;
    void sweepHere();
    void markSpan(Span span);
    void askWhatItLocked(const WindowSpec& spec);
    void withdrawStaleQuestion();
    // main_window_messages.cpp
    void refreshMessages(bool recordChanged);
    void sayHowItWasRead();
    void addRepairs(Message& message);
    void showDisorder();
    void tryRepair(const Repair& repair);
    void sayWhatNeedsAttention();
    void sayWhatIf();
    // main_window_finding.cpp
    void connectFinding();
    void showFacts();
    void find();
    void findNext();
    void findBefore();
    void followSight();
    void dropHidden();
    // main_window_lanes.cpp
    void connectLanes();
    void addLaneActions(QMenu& menu, BandId lane);
    void fillLaneMenu(QMenu& menu);
    void fillLanesBy(QMenu& menu);
    void showLanes(const LanesShown& lanes, const QString& label, BandId lane);
    void showLanesBy(LanesBy by);
    void sayWhoSharesTheLane();
    void filterRows();
    void showAllRows();
    // main_window_menu.cpp
    void showChartMenu(const Hit& hit, QPoint global);
    void addRowActions(QMenu& menu, EventId id);
    void addWindowActions(QMenu& menu, const WindowId& id);
    void addLaneMenu(QMenu& menu);
    void addMoments(QMenu& menu, EventId id);
    void showMomentMenu(EventId id, QPoint global);
    void addCopyMenu(QMenu& menu, Instant at);
    void editZero(); ///< asks for the clock of the row at T+0
    void copyRows();
    void fit();
    void zoomIn();
    void zoomOut();
    void zoomBack();
    void setLinear(bool linear);
    void showHowItWasRead();
    void undo();
    void redo();
    void showShortcuts();
    void showAbout();

    // main_window_edits.cpp
    void measure();
    void editSelected();
    void editBound(const WindowId& id);
    void askNewRow(LaneId lane, Instant at, BandId beside);
    void askNewRowHere();
    void dropSelected();
    bool canPutBack(EventId id) const;
    void chooseLater(EventId id);
    void duplicateSelected(EventId id);
    void duplicateChosenWindow(const WindowId& id);
    void fillHistory();

    Document m_document;
    KnownSources m_sources;
    std::unique_ptr<Recovery> m_recovery;
    Selection* m_selection;
    Sight* m_sight;
    SourceWatch* m_watch = nullptr;       ///< the file that was opened
    SourceWatch* m_sourceWatch = nullptr; ///< the document beside a study
    QStackedWidget* m_pages = nullptr;
    QWidget* m_work = nullptr;
    WelcomePage* m_welcome = nullptr; ///< nullptr until nothing is open in a window that is seen
    MessageBar* m_messages = nullptr;
    ChartView* m_view = nullptr;
    ClockEditor* m_clockEditor = nullptr;
    SelectionPanel* m_panel = nullptr;
    TableCard* m_table = nullptr;
    CompareCard* m_compare = nullptr;
    QSplitter* m_columns = nullptr;
    QSplitter* m_rows = nullptr;
    WhatIfBox* m_showing = nullptr;
    QToolButton* m_menuButton = nullptr;
    QToolButton* m_whatIfButton = nullptr;
    QMenu* m_lanesMenu = nullptr;
    QMenu* m_windowsMenu = nullptr;
    QMenu* m_recentMenu = nullptr;
    QMenu* m_historyMenu = nullptr;
    QLabel* m_counts = nullptr;
    QLabel* m_clocks = nullptr;
    struct Actions {
        QAction *open, *add, *save, *saveAs, *undo, *redo, *fit, *zoomIn, *zoomOut, *zoomBack, *quiet, *table, *find, *findNext, *findBefore, *filter, *showAll, *copy, *exportPng,
            *newScenario, *duplicateScenario, *renameScenario, *noteScenario, *scenarioUp, *scenarioDown, *resetScenario, *removeScenario,
            *previousScenario, *nextScenario, *compare, *sweep, *howRead, *date, *edit, *window, *measure, *addRow, *drop, *copyRows, *paste;
    } m_actions{};
    QString m_lastMessage;
    bool m_isFirstView = true;
    bool m_isRecordNew = false;
    WindowId m_asked = {}; ///< the window whose lock is asked about
    OpeningJob* m_opening = nullptr;
    QString m_readPath;
    bool m_readsAgain = false; ///< it is open already: what was done to it goes over
    bool m_showsPart = false; ///< of the file that is being read, its begin
};

} // namespace lockstep
