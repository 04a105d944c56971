#pragma once
#include "core/incident.h"
#include "core/resolve.h"
#include <QObject>
#include <QSemaphore>
#include <memory>
#include <thread>

namespace lockstep {

/// A file read and resolved.
struct Opened {
    Incident incident;
    Resolved resolved;
};

/// Reads a large file beside the window's thread, one at a time.
class OpeningJob : public QObject {
    Q_OBJECT
public:
    explicit OpeningJob(QObject* parent = nullptr);
    ~OpeningJob() override;

    /// columns: as openIncident.
    void start(const std::string& path, const std::string& columns);
    /// Nothing more is heard of what is being read; it comes to its end unseen.
    void stop();
    bool isRunning() const { return m_isRunning; }

signals:
    /// What the first part of the file holds, where that can be told.
    void begun(std::shared_ptr<const Opened> part);
    void finished(std::shared_ptr<const Result<Opened>> opened);

private:
    void join();

    std::thread m_thread;
    std::shared_ptr<QSemaphore> m_seen; ///< the begin of the file, or nobody waits for it any more
    int m_turn = 0;
    bool m_isRunning = false;
};

} // namespace lockstep
