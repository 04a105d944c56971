#pragma once
#include "core/metric.h"
#include <QFrame>
#include <functional>

class QComboBox;
class QVBoxLayout;

namespace lockstep {

class Document;

/// What is unfolded in the list; it outlives the list, which is made anew with the panel.
struct MetricListState {
    std::string opened;          ///< id of the figure whose definition and bars are shown
    bool showsUnknown = false;
    bool isAdding = false;
    friend bool operator==(const MetricListState&, const MetricListState&) = default;
};

/// The figures of the panel: each with its length, range or count. One opens to what it is measured between, what
/// decides it, and its bars in the record and the what-ifs.
class MetricList : public QWidget {
    Q_OBJECT
public:
    /// measured: the figures of what is drawn, a drag under way included.
    MetricList(Document& document, const std::vector<Measured>& measured, MetricListState& state, QWidget* parent = nullptr);

    /// The moments of the figure that is open; none for none.
    const std::vector<Anchor>& openMoments() const { return m_openMoments; }

signals:
    /// The rows a figure is measured between, with the names of its moments: of the one under the pointer or with the
    /// keyboard, else of the open one.
    void momentsShown(const std::vector<Anchor>& moments);
    /// Something was folded or unfolded: the panel is to be made anew.
    void changed();

private:
    void addRow(QVBoxLayout* column, const Measured& measured);
    void addDetails(QVBoxLayout* column, const Measured& measured);
    void addBars(QVBoxLayout* column, const Measured& measured);
    void addForm(QVBoxLayout* column);
    QComboBox* addMomentBox(QVBoxLayout* column, const QString& title, bool isLast);
    /// A link may be answered when the panel, and this with it, has been made anew.
    void addLink(QVBoxLayout* column, const QString& text, std::function<void()> run);

    Document& m_document;
    MetricListState& m_state;
    std::vector<Anchor> m_openMoments;
};

/// A figure's line: its name and its value. It can be clicked, and reached and opened by the keyboard.
class MetricRow : public QFrame {
    Q_OBJECT
public:
    MetricRow(const QString& name, const QString& figure, bool isOpen, QWidget* parent = nullptr);

signals:
    void pointed(bool isOn);
    void chosen();

protected:
    void enterEvent(QEnterEvent*) override;
    void leaveEvent(QEvent*) override;
    void focusInEvent(QFocusEvent*) override;
    void focusOutEvent(QFocusEvent*) override;
    void mouseReleaseEvent(QMouseEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
};

} // namespace lockstep
