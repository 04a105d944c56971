#pragma once
#include "chart/drag.h"
#include <QWidget>

class QGridLayout;
class QLabel;

namespace lockstep {

/// What a drag has come to, near the pointer: title, each clock before and after, and what follows. Lets the mouse
/// through.
class ReadOut : public QWidget {
    Q_OBJECT
public:
    explicit ReadOut(QWidget* parent);

    /// Places the card beside `at`, inside the parent, never under the pointer.
    void showAt(QPoint at, const DragCard& card);
    /// All its words, a line each.
    QString text() const;

private:
    QLabel* cell(int row, int column);
    void fill(const DragCard& card);

    QLabel* m_title;
    QGridLayout* m_grid;
    QLabel* m_notes;
    DragCard m_card;
};

} // namespace lockstep
