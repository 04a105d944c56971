#pragma once
#include "core/activity.h"
#include "ui/sweep_job.h"
#include <QDialog>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace lockstep {

class Document;
class SweepView;

/// "Try every start": a window of the timeline slid over a day. It stays open beside the chart; a start that is clicked
/// becomes a what-if there, and another one clicked after it takes its place.
class SweepWindow : public QDialog {
    Q_OBJECT
public:
    SweepWindow(Document& document, const WindowId& window, QWidget* parent);

    SweepView& view() { return *m_view; }
    bool isRunning() const { return m_job.isRunning(); }
    /// Takes the curves of a file. A sentence when they will not do; the ones before stay then.
    QString useActivityFile(const QString& path);
    /// Writes the plot as a PNG. A sentence when that failed.
    QString savePicture(const QString& path);

signals:
    void dateWanted(); ///< the activity needs one, and the document has none

private:
    void layOut();
    void markNow();
    void ask();
    void take(const Result<Sweep>& sweep);
    void showSafeStarts();
    void say(std::optional<std::size_t> start);
    void tryStart(std::size_t start);
    void tryNights();
    void put(Scenario scenario, const QString& label);
    bool showsMade() const;
    void chooseActivity(int index);
    void follow();
    void saveDialog();
    QString startName(std::size_t start) const;

    Document& m_document;
    WindowId m_window;
    SweepJob m_job;
    Scenario m_base;                       ///< what the starts are laid over
    std::string m_made;                    ///< name of the what-if made here; empty: none yet
    bool m_isPutting = false;
    std::shared_ptr<const Timeline> m_record;
    std::optional<Activity> m_activity;    ///< as chosen, on no axis yet
    std::string m_noActivity;              ///< why there are no shares
    std::optional<Activity> m_onAxis;
    SweepView* m_view;
    QComboBox* m_activities;
    QLabel* m_readOut;
    QWidget* m_progressRow;
    QProgressBar* m_progress;
    QVBoxLayout* m_safe;
    QPushButton* m_date;
    QPushButton* m_picture;
};

} // namespace lockstep
