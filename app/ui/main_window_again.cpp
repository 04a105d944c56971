// Reading a source again: it changed on disk, or its columns are read otherwise.
#include "core/corrections.h"
#include "core/joined.h"
#include "formats/importer.h"
#include "ui/main_window.h"
#include "ui/selection.h"
#include "ui/source_watch.h"
#include "ui/words.h"
#include "whatif/study_file.h"
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>

namespace lockstep {

void MainWindow::askToReload()
{
    Message message = noticeOf(QStringLiteral("disk"), tr("%1 changed on disk.").arg(QFileInfo(m_document.path()).fileName()));
    message.actions.push_back({tr("Reload"), [this] { reload(); }});
    message.actions.push_back({tr("Keep mine"), [this] { m_messages->withdraw(QStringLiteral("disk")); }});
    m_messages->post(message);
}

void MainWindow::sayWhetherGone(bool isGone)
{
    if (!isGone)
        return m_messages->withdraw(QStringLiteral("disk"));
    const QString name = QFileInfo(m_document.path()).fileName();
    Message message = noticeOf(QStringLiteral("disk"), tr("%1 is no longer where it was. What is open stays; save it to keep it.").arg(name));
    message.actions.push_back({tr("Save as\u2026"), [this] { saveDialog(); }});
    m_messages->post(message);
}

void MainWindow::reload()
{
    readSource(m_document.path());
}

/// The document a study was made from is read again where it lies beside it and is another now.
void MainWindow::offerSource()
{
    const Draft& draft = m_document.draft();
    const QString name = QString::fromStdString(draft.sourceName);
    if (!isStudyFile(m_document.path()) || !QFileInfo(sourcePath()).isFile() || draft.sourceHash.empty())
        return;
    const std::string path = bytes(sourcePath());
    if (const auto now = openIncident(path); !now || now->draft.sourceHash == draft.sourceHash)
        return;
    Message message = noticeOf(QStringLiteral("disk"), tr("%1 has changed since this study was saved.").arg(name));
    message.actions.push_back({tr("Read it again"), [this, path] { readSource(QString::fromStdString(path)); }});
    message.actions.push_back({tr("Keep mine"), [this] { m_messages->withdraw(QStringLiteral("disk")); }});
    m_messages->post(message);
}

/// A study watches the document it was made from; a document opened by itself is watched already.
void MainWindow::watchSource()
{
    m_sourceWatch->watch(isStudyFile(m_document.path()) ? sourcePath() : QString{});
}

/// Where the document lies that the record was read from: beside a study, if it lies there. Empty where no file is known.
QString MainWindow::sourcePath() const
{
    if (!isStudyFile(m_document.path()))
        return m_document.path();
    const QString name = QString::fromStdString(m_document.draft().sourceName);
    const QFileInfo source{QFileInfo(m_document.path()).dir(), name};
    return name.isEmpty() || name != source.fileName() || isStudyFile(name) ? QString{} : source.filePath();
}

bool MainWindow::hasWork() const
{
    const Study& study = m_document.study();
    return !study.reading.empty() || !study.scenarios.empty() || !study.measures.empty() || !study.lanes.isAsRecorded() || !m_document.draft().added.empty();
}

void MainWindow::readSource(const QString& path)
{
    if (isLarge(path))
        return readBeside(path, true);
    const Result<Incident> incident = openIncident(path.toStdString(), {}, columnsInUse());
    const QString about = tr("%1 was not read again.").arg(QFileInfo(path).fileName());
    if (!incident || isStudyFile(path) || !hasWork()) {
        take(incident, path, about);
        return;
    }
    carryOver(incident->draft, path);
}

/// By which columns a person said to read the table; empty for none.
std::string MainWindow::columnsInUse() const
{
    return correctionsOf(m_document.study().reading, m_document.draft()).columns;
}

/// What was done to the document goes over to its file as that is now.
void MainWindow::carryOver(const Draft& now, const QString& path)
{
    m_messages->withdraw(QStringLiteral("disk"));
    m_watch->accept();
    m_sources.keepPath(now, path);
    carry(carriedOver(m_document.incident(), now), QFileInfo(path).fileName());
}

void MainWindow::carry(Carried carried, const QString& name)
{
    const std::vector<std::string> lost = carried.lost;
    m_selection->clear();
    m_document.readAgain(std::move(carried));
    sayCarried(name, lost);
}

void MainWindow::readByColumns(const SetColumns& columns, const std::string& was)
{
    Incident before = m_document.incident();
    const std::vector<const Draft*> files = filesOf(before.draft);
    const auto file = std::ranges::find(files, columns.source, [](const Draft* draft) { return nameInReading(*draft); });
    if (file == files.end())
        return;
    const std::string name = (*file)->sourceName;
    const QString folder = m_document.path().isEmpty() ? QString{} : QFileInfo(m_document.path()).path();
    const Result<Incident> again = m_sources.readAgain(**file, folder, columns.columns);
    if (!again)
        return refuse(again.error(), tr("The columns stay as they were."));
    std::erase_if(before.reading, [&](const ReadingEntry& e) {
        const auto* named = std::get_if<SetColumns>(&e.change);
        return named && named->source == columns.source;
    });
    Carried carried = carriedOver(before, again->draft, static_cast<std::size_t>(file - files.begin()));
    if (!columns.columns.empty())
        carried.incident.reading.push_back({columns, By::Person, was});
    carry(std::move(carried), shown(name));
}

/// Nothing is lost silently: what found no row any more is listed, and the list can be kept.
void MainWindow::sayCarried(const QString& name, const std::vector<std::string>& lost)
{
    if (lost.empty())
        return m_messages->post(noticeOf(QStringLiteral("carried"), tr("%1 was read again. Corrections and what-ifs were carried over.").arg(name)));
    constexpr std::size_t mostShown = 10;
    QStringList all;
    for (const std::string& sentence : lost)
        all << shown(sentence);
    Message message = noticeOf(QStringLiteral("carried"), lost.size() == 1 ? tr("%1 was read again. One thing was not carried over.").arg(name)
                                                                           : tr("%1 was read again. %2 things were not carried over.").arg(name).arg(lost.size()));
    message.more = all.mid(0, mostShown).join(QLatin1Char('\n'));
    if (lost.size() > mostShown)
        message.more += QLatin1Char('\n') + tr("and %1 more").arg(lost.size() - mostShown);
    message.moreLabel = tr("Show");
    message.actions.push_back({tr("Copy the list"), [all] { QGuiApplication::clipboard()->setText(all.join(QLatin1Char('\n'))); }});
    message.actions.push_back({tr("Take it back"), [this] { undo(); }});
    m_messages->post(message);
}

} // namespace lockstep
