#pragma once
#include <QWidget>

class QLabel;

namespace lockstep {

/// A plain sentence near the pointer while something is dragged. Lets the mouse through.
class ReadOut : public QWidget {
    Q_OBJECT
public:
    explicit ReadOut(QWidget* parent);

    /// Places the text beside `at`, inside the parent, never under the pointer.
    void showAt(QPoint at, const QString& text);
    QString text() const;

private:
    QLabel* m_label;
};

} // namespace lockstep
