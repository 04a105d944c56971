#pragma once
#include "core/timeline.h"
#include <QScrollArea>

class QVBoxLayout;

namespace lockstep {

class Document;
class Selection;

/// The card at the right: what is known about the selection, and what can be decided about it.
class SelectionPanel : public QScrollArea {
    Q_OBJECT
public:
    SelectionPanel(Document& document, Selection& selection, QWidget* parent = nullptr);

    void refresh();
    /// Puts the keyboard into the field that asks what a new lock locked.
    void askWhat();

signals:
    void clockWanted(EventId id);
    void windowWanted();

private:
    void showNothing(QVBoxLayout* column);
    void showEvent(QVBoxLayout* column, EventId id);
    void showRows(QVBoxLayout* column);
    void showFigures(QVBoxLayout* column);
    void addDecisions(QVBoxLayout* column, EventId id);

    Document& m_document;
    Selection& m_selection;
};

/// The panel of a window: what it is, why it is thought so, and its name, effect, scope and bounds to change.
void showWindow(QVBoxLayout* column, Document& document, const WindowId& id);
/// The panel of a lane: its zone with the rivals, and what it reads.
void showLane(QVBoxLayout* column, Document& document, LaneId id);

} // namespace lockstep
