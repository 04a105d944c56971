#pragma once
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace lockstep {

/// What stands in the window while nothing is open.
class WelcomePage : public QWidget {
    Q_OBJECT
public:
    explicit WelcomePage(QWidget* parent = nullptr);

    void refresh();                        ///< the recent files may have changed
    void showFault(const QString& sentence); ///< why a file could not be opened; empty takes it away

signals:
    void openRequested(const QString& path);
    void dialogRequested();

private:
    void addFile(const QString& path);

    QLabel* m_fault;
    QVBoxLayout* m_recent;
};

} // namespace lockstep
