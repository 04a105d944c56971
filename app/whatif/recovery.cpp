#include "whatif/recovery.h"
#include "formats/importer.h"
#include "formats/safe_save.h"
#include "formats/writer.h"
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QStandardPaths>
#include <QUndoStack>
#include <QUuid>
#include <algorithm>

namespace lockstep {

namespace {

using namespace std::chrono_literals;

/// Long enough to gather a drag's steps, short enough for the promise of two seconds.
constexpr auto writeDelay = 1s;

const QLatin1String journalSuffix{".journal"};
const QLatin1String lockSuffix{".lock"};

QString lockOf(const QString& journal)
{
    return journal.chopped(journalSuffix.size()) + lockSuffix;
}

/// One line on where the work belongs, then the study as a .lockstep file has it.
Result<std::string> journalText(const Document& document)
{
    const QJsonObject head{{QStringLiteral("path"), document.path()}, {QStringLiteral("study_path"), document.studyPath()},
        {QStringLiteral("title"), QString::fromStdString(document.resolved().timeline.title)}};
    const auto writers = allWriters();
    const auto writer = std::find_if(writers.begin(), writers.end(), [](const Writer* w) { return w->id == "lockstep"; });
    const auto incident = document.incident();
    auto text = (*writer)->write({incident, document.resolved(), document.view(), document.scenario()});
    if (text)
        text->insert(0, QJsonDocument{head}.toJson(QJsonDocument::Compact).toStdString() + "\n");
    return text;
}

std::optional<LostWork> headOf(const QFileInfo& journal)
{
    QFile file{journal.filePath()};
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const auto head = QJsonDocument::fromJson(file.readLine());
    if (!head.isObject())
        return std::nullopt;
    return LostWork{journal.filePath(), head[QStringLiteral("path")].toString(), head[QStringLiteral("study_path")].toString(),
        head[QStringLiteral("title")].toString(), journal.lastModified()};
}

/// The lock of a program that no longer runs counts for nothing, however young.
bool isOwnedByRunningProgram(const QString& journal)
{
    QLockFile lock{lockOf(journal)};
    lock.setStaleLockTime(0);
    return !lock.tryLock(0);
}

} // namespace

Recovery::Recovery(Document& document, const QString& folder, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_journal(QDir{folder}.filePath(QUuid::createUuid().toString(QUuid::WithoutBraces) + journalSuffix))
    , m_lock(std::make_unique<QLockFile>(lockOf(m_journal)))
{
    m_lock->setStaleLockTime(0);
    m_timer.setSingleShot(true);
    m_timer.setInterval(writeDelay);
    connect(&m_timer, &QTimer::timeout, this, &Recovery::writeNow);
    connect(document.undoStack(), &QUndoStack::indexChanged, this, &Recovery::noteChange);
    connect(document.undoStack(), &QUndoStack::cleanChanged, this, &Recovery::noteChange);
}

Recovery::~Recovery()
{
    removeJournal();
}

QString Recovery::standardFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/recovery");
}

std::vector<LostWork> Recovery::lostWork(const QString& folder)
{
    std::vector<LostWork> all;
    const auto journals = QDir{folder}.entryInfoList({QStringLiteral("*") + journalSuffix}, QDir::Files);
    for (const auto& journal : journals) {
        if (isOwnedByRunningProgram(journal.filePath()))
            continue;
        if (auto work = headOf(journal))
            all.push_back(*std::move(work));
    }
    std::stable_sort(all.begin(), all.end(), [](const LostWork& a, const LostWork& b) { return a.changed > b.changed; });
    return all;
}

Result<void> Recovery::recover(const LostWork& work)
{
    QFile file{work.journal};
    if (!file.open(QIODevice::ReadOnly))
        return refusal(tr("The unsaved work cannot be read: %1.").arg(file.errorString()).toStdString());
    file.readLine();
    auto incident = readIncident(file.readAll().toStdString(), work.journal.toStdString(), "lockstep");
    if (!incident)
        return tl::unexpected<Problem>{incident.error()};
    m_document.setRecovered(*std::move(incident), work.path, work.studyPath);
    writeNow();
    if (QFile::exists(m_journal))
        discard(work);
    return {};
}

void Recovery::discard(const LostWork& work)
{
    QFile::remove(work.journal);
    QFile::remove(lockOf(work.journal));
}

void Recovery::writeNow()
{
    m_timer.stop();
    if (!m_document.isOpen() || !m_document.isModified())
        return;
    const auto folder = QFileInfo{m_journal}.path();
    QDir{}.mkpath(folder);
    if (!m_lock->isLocked() && !m_lock->tryLock(0)) {
        emit failed(tr("Unsaved work cannot be kept: '%1' cannot be written.").arg(folder));
        return;
    }
    const auto text = journalText(m_document);
    const auto saved = text ? safeSave(m_journal.toStdString(), *text) : Result<void>{tl::unexpected<Problem>{text.error()}};
    if (!saved)
        emit failed(QString::fromStdString(saved.error().what));
}

void Recovery::noteChange()
{
    if (!m_document.isModified())
        removeJournal();
    else if (!m_timer.isActive())
        m_timer.start();
}

void Recovery::removeJournal()
{
    m_timer.stop();
    QFile::remove(m_journal);
    m_lock->unlock();
}

} // namespace lockstep
