#include "whatif/recovery.h"
#include "core/corrections.h"
#include "core/limits.h"
#include "formats/importer.h"
#include "formats/lockstep_file/decisions.h"
#include "formats/safe_save.h"
#include "formats/writer.h"
#include "whatif/study_file.h"
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

const QLatin1String rowsKey{"rows_sha256"}, columnsKey{"columns"};

Result<std::string> withHead(const QJsonObject& head, Result<std::string> text)
{
    if (text)
        text->insert(0, QJsonDocument{head}.toJson(QJsonDocument::Compact).toStdString() + "\n");
    return text;
}

/// Rows by the million are not written anew with each drag: they are in the file they were read from.
bool areRowsInTheirFile(const Document& document)
{
    const Draft& draft = document.draft();
    return draft.events.size() > limits::rowsInJournal && draft.added.empty() && !draft.sourceHash.empty() && QFileInfo{document.path()}.isFile();
}

/// One line on where the work belongs, then the study as a .lockstep file has it; of a large file the decisions alone.
Result<std::string> journalText(const Document& document)
{
    QJsonObject head{{QStringLiteral("path"), document.path()}, {QStringLiteral("study_path"), document.studyPath()},
        {QStringLiteral("title"), QString::fromStdString(document.resolved().timeline.title)}};
    if (areRowsInTheirFile(document)) {
        head.insert(rowsKey, QString::fromStdString(document.draft().sourceHash));
        if (!isStudyFile(document.path()))
            head.insert(columnsKey, QString::fromStdString(correctionsOf(document.study().reading, document.draft()).columns));
        return withHead(head, decisionsText(document.incident()));
    }
    const auto writers = allWriters();
    const auto writer = std::find_if(writers.begin(), writers.end(), [](const Writer* w) { return w->id == "lockstep"; });
    const auto incident = document.incident();
    return withHead(head, (*writer)->write({incident, document.resolved(), document.view(), document.scenario()}));
}

/// What the journal keeps, put onto the rows of their own file where the journal does not hold them.
Result<Incident> incidentIn(QFile& file, const QJsonObject& head, const LostWork& work)
{
    const std::string kept = file.readAll().toStdString();
    if (!head.contains(rowsKey))
        return readIncident(kept, work.journal.toStdString(), "lockstep");
    const std::string name = QFileInfo{work.path}.fileName().toStdString();
    auto rows = openIncident(work.path.toStdString(), {}, head[columnsKey].toString().toStdString());
    if (!rows)
        return refusal("The rows of the unsaved work are in " + name + ", which cannot be read. " + rows.error().what, "Put the file back and start Lockstep again.");
    if (rows->draft.sourceHash != head[rowsKey].toString().toStdString())
        return refusal(name + " has changed since, and the unsaved work is about its rows.", "Put the file back as it was and start Lockstep again.");
    return withDecisions(std::move(rows->draft), kept);
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
    const QJsonObject head = QJsonDocument::fromJson(file.readLine()).object();
    auto incident = incidentIn(file, head, work);
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
