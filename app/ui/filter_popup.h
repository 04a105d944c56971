#pragma once
#include <QFrame>
#include <QTimer>
#include <set>
#include <string>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace lockstep {

class Sight;
class TimelineView;
struct RowFilter;

/// What is in sight, to be ticked: lanes, kinds, what look-ups met, and files, each with its number of rows.
class FilterPopup : public QFrame {
    Q_OBJECT
public:
    FilterPopup(Sight& sight, QWidget* parent = nullptr);

    /// Opens above a widget.
    void open(const TimelineView& view, QWidget* over);

protected:
    void keyPressEvent(QKeyEvent*) override;

private:
    enum Section { Lanes, Kinds, Outcomes, Files };
    void fill(const TimelineView& view);
    QTreeWidgetItem* addSection(Section section, const QString& title);
    void add(QTreeWidgetItem* section, const QString& name, const QVariant& value, int rows, bool isShown);
    RowFilter ticked() const;
    std::set<std::string> unhidden() const;
    void apply();
    void showSentence();

    Sight& m_sight;
    QTreeWidget* m_tree;
    QLabel* m_sentence;
    QPushButton* m_all;
    QTimer m_applying; ///< a tick of a whole section changes many at once
};

} // namespace lockstep
