#pragma once
#include "ui/metric_list.h"
#include <QScrollArea>

class QVBoxLayout;

namespace lockstep {

class Document;
class Selection;

/// The words last typed as the place of a lane: "IST" names more than one zone, and the panel offers the others.
struct TypedPlace {
    std::string role;
    std::string words;
};

/// The card at the right: what is known about the selection, and what can be decided about it.
class SelectionPanel : public QScrollArea {
    Q_OBJECT
public:
    SelectionPanel(Document& document, Selection& selection, QWidget* parent = nullptr);

    /// Builds the page anew as soon as the event at hand is done; several calls make it once.
    void refresh();
    /// What is drawn while a drag runs; none: the document's view.
    void setPreview(const std::optional<TimelineView>& drawn);
    /// Puts the keyboard into the field that asks what a new lock locked.
    void askWhat();
    /// Scrolls to how the document was read; nothing may be selected.
    void lookAtHowRead();

signals:
    /// Esc in a field, or its answer was taken: the keyboard goes back to the chart.
    void left();
    void clockWanted(EventId id);
    void windowWanted();
    void measureWanted();
    /// The moments the chart is to flag: those of the figure at hand.
    void momentsShown(const std::vector<Anchor>& moments);
    /// Where the menu of moments for a row is to open.
    void momentMenuWanted(EventId id, QPoint global);
    void sweepWanted(const WindowId& window);
    /// Other columns of the table are to be read, see ReadByColumns.
    void columnsNamed(const SetColumns& columns, const std::string& was);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    const TimelineView& view() const;
    const std::vector<Measured>& measured();
    void buildInTurn();
    void build();
    void focusAgain(const QString& name);
    bool showSelected(QVBoxLayout* column);
    void showNothing(QVBoxLayout* column);
    void showEvent(QVBoxLayout* column, EventId id);
    void showRows(QVBoxLayout* column);
    void showChosenWindow(QVBoxLayout* column);
    void showFigures(QVBoxLayout* column);
    void showClaims(QVBoxLayout* column);
    void addDecisions(QVBoxLayout* column, EventId id);

    Document& m_document;
    Selection& m_selection;
    std::optional<TimelineView> m_preview;
    TypedPlace m_typedPlace;
    MetricListState m_figures;
    std::vector<Measured> m_measured; ///< of what was drawn last
    bool m_isMeasured = false;
    bool m_isStale = false;
    bool m_isPainted = false;
    bool m_isOther = false; ///< something else was selected since the page was made
};

/// The panel of a window as `view` shows it: what it is, why it is thought so, and its name, effect, scope and bounds to change.
void showWindow(QVBoxLayout* column, Document& document, const TimelineView& view, const WindowId& id);
/// What can be decided about a row that the what-if adds: its words, kind, lane and copy.
void showAddedRow(QVBoxLayout* column, Document& document, EventId id);
/// Kinds of rows in words, in the order of Kind.
QStringList kindNames();
/// The panel of the chosen lane: its zone with the rivals, and what it reads. Keeps in `typed` what is typed there.
void showLane(QVBoxLayout* column, Document& document, Selection& selection, TypedPlace& typed);

} // namespace lockstep
