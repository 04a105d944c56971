#include "ui/source_watch.h"
#include "core/limits.h"
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <utility>

namespace lockstep {

namespace {

constexpr int settleTime = 300;   // milliseconds: an editor writes in several steps
constexpr int absenceTime = 2000; // and leaves the file away no longer than this between them

/// Empty while the file is not there, as between the two halves of a save by rename.
QByteArray digestOf(const QString& path)
{
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    // All of a large file would be read in the window's thread: it is known by its size and the time it was written.
    if (file.size() > static_cast<qint64>(limits::readAtOnce))
        return QByteArray::number(file.size()) + ' ' + QByteArray::number(QFileInfo(path).lastModified().toMSecsSinceEpoch());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(&file);
    return hash.result();
}

} // namespace

SourceWatch::SourceWatch(QObject* parent)
    : QObject(parent)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    connect(&m_settle, &QTimer::timeout, this, &SourceWatch::look);
    m_absence.setSingleShot(true);
    m_absence.setInterval(absenceTime);
    connect(&m_absence, &QTimer::timeout, this, [this] {
        if (!m_isGone && digestOf(m_path).isEmpty())
            emit gone(m_isGone = true);
    });
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_settle, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_settle, qOverload<>(&QTimer::start));
}

void SourceWatch::watch(const QString& path)
{
    if (const QStringList old = m_watcher.files() + m_watcher.directories(); !old.isEmpty())
        m_watcher.removePaths(old);
    const bool isFile = !path.isEmpty() && path != QLatin1String("-");
    m_path = isFile ? QFileInfo(path).absoluteFilePath() : QString{};
    accept();
    listen();
}

void SourceWatch::accept()
{
    m_absence.stop();
    m_isGone = false;
    m_known = digestOf(m_path);
}

void SourceWatch::listen()
{
    if (m_path.isEmpty())
        return;
    // A file saved by rename is another file, and the watcher loses it: the folder tells of it.
    for (const QString& path : {m_path, QFileInfo(m_path).path()})
        if (QFileInfo::exists(path) && !(m_watcher.files() + m_watcher.directories()).contains(path))
            m_watcher.addPath(path);
}

void SourceWatch::look()
{
    listen();
    const QByteArray now = digestOf(m_path);
    if (now.isEmpty() && !m_known.isEmpty() && !m_isGone)
        m_absence.start();
    if (now.isEmpty())
        return;
    if (std::exchange(m_isGone, false))
        emit gone(false);
    if (now == m_known)
        return;
    m_known = now;
    emit changed();
}

} // namespace lockstep
