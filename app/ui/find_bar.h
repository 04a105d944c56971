#pragma once
#include "core/timeline.h"
#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace lockstep {

class RowSearch;
class Selection;

/// Finds rows as one types: the field, "3 of 17", the way to the next and the one before, or why there is none.
class FindBar : public QWidget {
    Q_OBJECT
public:
    FindBar(RowSearch& search, Selection& selection, QWidget* parent = nullptr);

    void start();           ///< the keyboard goes into the field
    void goOn(int step);    ///< 1: to the next row that was found; -1: to the one before
    void close();           ///< forgets what was sought
    QString text() const;
    bool isAsked() const { return !text().trimmed().isEmpty(); }

signals:
    void closed(); ///< Esc: the keyboard goes back

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void take(const QString& text);
    void showFound();
    void showPlace();

    RowSearch& m_search;
    Selection& m_selection;
    QLineEdit* m_field;
    QLabel* m_place;
    QToolButton* m_before;
    QToolButton* m_next;
    QLabel* m_nothing;
    EventId m_start = 0;     ///< the row that was selected when the search began
    bool m_isTyping = false; ///< the first row that is found is to be shown
};

} // namespace lockstep
