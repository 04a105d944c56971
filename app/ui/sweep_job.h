#pragma once
#include "core/sweep.h"
#include <QObject>
#include <atomic>
#include <memory>
#include <thread>

namespace lockstep {

/// Sweeps a window beside the window's thread, one at a time.
class SweepJob : public QObject {
    Q_OBJECT
public:
    explicit SweepJob(QObject* parent = nullptr);
    ~SweepJob() override;

    struct Question {
        std::shared_ptr<const Timeline> record; ///< a copy of its own: the document may change meanwhile
        Scenario scenario;
        WindowId window;
        std::optional<Activity> activity; ///< on the record's axis
    };
    /// Stops what is running; its answer no longer comes.
    void start(Question question);
    void stop();
    bool isRunning() const { return m_isRunning; }

signals:
    void progressed(int done, int all);
    void finished(std::shared_ptr<const Result<Sweep>> sweep);

private:
    std::thread m_thread;
    std::shared_ptr<std::atomic<bool>> m_stops;
    int m_turn = 0;
    bool m_isRunning = false;
};

} // namespace lockstep
