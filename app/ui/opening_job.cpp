#include "ui/opening_job.h"
#include "core/limits.h"
#include "formats/importer.h"
#include <QFile>
#include <QFileInfo>
#include <QTimer>

namespace lockstep {

namespace {

constexpr int lookTime = 60; ///< milliseconds until the begin of the file is painted: both at once would make it wait
constexpr int mostWait = 2'000;

Opened resolved(Incident incident)
{
    Resolved record = resolve(incident.draft, incident.reading);
    return {std::move(incident), std::move(record)};
}

/// The whole lines at the begin of a file; none where it cannot be read.
Text firstLines(const std::string& path)
{
    QFile file{QString::fromStdString(path)};
    if (!file.open(QIODevice::ReadOnly))
        return {};
    std::string head = file.read(static_cast<qint64>(limits::shownWhileReading)).toStdString();
    head.resize(head.rfind('\n') + 1);
    return Text{std::move(head)};
}

} // namespace

OpeningJob::OpeningJob(QObject* parent) : QObject(parent) { }

OpeningJob::~OpeningJob()
{
    stop();
    join();
}

void OpeningJob::start(const std::string& path, const std::string& columns)
{
    stop();
    join(); // two large files at once would need the memory of both
    m_isRunning = true;
    const int turn = m_turn;
    const auto tell = [this, turn](auto&& what) {
        QMetaObject::invokeMethod(this, [this, turn, what] {
            if (turn == m_turn)
                what();
        }, Qt::QueuedConnection);
    };
    m_seen = std::make_shared<QSemaphore>();
    m_thread = std::thread([this, path, columns, tell, seen = m_seen] {
        const std::string name = QFileInfo(QString::fromStdString(path)).fileName().toStdString();
        if (auto part = readIncident(firstLines(path), name, {}, columns); part && !part->draft.events.empty()) {
            tell([this, opened = std::make_shared<const Opened>(resolved(std::move(*part)))] {
                emit begun(opened);
                QTimer::singleShot(lookTime, this, [seen = m_seen] { seen->release(); });
            });
            seen->tryAcquire(1, mostWait);
        }
        auto incident = openIncident(path, {}, columns);
        using Answer = Result<Opened>;
        const auto answer = std::make_shared<const Answer>(incident ? Answer{resolved(std::move(*incident))} : Answer{tl::unexpected{incident.error()}});
        tell([this, answer] {
            m_isRunning = false;
            emit finished(answer);
        });
    });
}

void OpeningJob::stop()
{
    ++m_turn;
    m_isRunning = false;
    if (m_seen)
        m_seen->release();
}

void OpeningJob::join()
{
    if (m_thread.joinable())
        m_thread.join();
}

} // namespace lockstep
