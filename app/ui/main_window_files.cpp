// Opening, reading again and saving.
#include "core/corrections.h"
#include "formats/importer.h"
#include "formats/text_for.h"
#include "ui/bundled.h"
#include "ui/chart_view.h"
#include "ui/main_window.h"
#include "ui/readable_patterns.h"
#include "ui/selection.h"
#include "ui/source_watch.h"
#include "ui/welcome_page.h"
#include "ui/what_if_box.h"
#include "ui/words.h"
#include "whatif/study_file.h"
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <algorithm>

namespace lockstep {

namespace {

/// The study's name as the save dialog proposes it: the document's, beside it.
QString studyBeside(const QString& document, const QString& name)
{
    return startFolder(document) + QLatin1Char('/') + name + QStringLiteral(".lockstep");
}

} // namespace

bool MainWindow::open(const QString& path)
{
    if (isLarge(path)) {
        readBeside(path);
        return true;
    }
    // Read first: only a file that can be opened is worth leaving the present one for.
    if (!take(openIncident(path.toStdString()), path, tr("%1 was not opened.").arg(QFileInfo(path).fileName())))
        return false;
    rememberFile(path);
    return true;
}

bool MainWindow::openText(const QByteArray& utf8)
{
    const std::string name = bytes(tr("pasted text"));
    return take(readIncident(utf8.toStdString(), name), {}, tr("The text was not opened."));
}

bool MainWindow::take(const Result<Incident>& incident, const QString& path, const QString& about)
{
    if (!incident) {
        refuse(incident.error(), about);
        return false;
    }
    if (!settled())
        return false;
    stopReading();
    const bool isUnsaved = path.isEmpty() || (!isStudyFile(path) && !incident->draft.added.empty());
    showIncident(*incident, path, isStudyFile(path) ? path : QString{}, isUnsaved);
    showLast();
    offerSource();
    watchSource();
    return true;
}

void MainWindow::showIncident(const Incident& incident, const QString& path, const QString& studyPath, bool isUnsaved, const Resolved* resolved)
{
    rememberView();
    m_messages->clear();
    m_welcome->showFault({});
    m_selection->clear();
    m_lastMessage.clear();
    m_isFirstView = true;
    m_watch->watch(path);
    if (isUnsaved)
        m_document.setRecovered(incident, path, studyPath);
    else if (resolved)
        m_document.setIncident(incident, path, *resolved);
    else
        m_document.setIncident(incident, path);
    m_view->setFocus();
}

/// A study comes back as it was left; one from elsewhere says what it holds.
void MainWindow::showLast()
{
    const std::vector<Scenario>& scenarios = m_document.study().scenarios;
    if (scenarios.empty())
        return;
    const QString last = lastShown(m_document.studyPath());
    for (std::size_t i = 0; i < scenarios.size(); ++i)
        if (!last.isEmpty() && scenarios[i].name == bytes(last))
            return m_document.choose(static_cast<int>(i));
    const auto count = scenarios.size();
    Message message = noticeOf(QStringLiteral("saved what-ifs"), count == 1 ? tr("This study holds a what-if.") : tr("This study holds %1 what-ifs.").arg(count));
    if (count == 1)
        message.actions.push_back({tr("Show '%1'").arg(shown(scenarios.front().name)), [this] { m_document.choose(0); }});
    else
        message.actions.push_back({tr("Choose one\u2026"), [this] { m_showing->showPopup(); }});
    m_messages->post(message);
}

void MainWindow::rememberView()
{
    if (m_document.isOpen())
        rememberShown(m_document.studyPath(), shown(m_document.scenario().name));
}

void MainWindow::askToReload()
{
    Message message = noticeOf(QStringLiteral("disk"), tr("%1 changed on disk.").arg(QFileInfo(m_document.path()).fileName()));
    message.actions.push_back({tr("Reload"), [this] { reload(); }});
    message.actions.push_back({tr("Keep mine"), [this] { m_messages->withdraw(QStringLiteral("disk")); }});
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
    m_sourceWatch->watch(isStudy(m_document.path()) ? sourcePath() : QString{});
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
    return !study.reading.empty() || !study.scenarios.empty() || !m_document.draft().added.empty();
}

void MainWindow::readSource(const QString& path)
{
    if (isLarge(path))
        return readBeside(path, true);
    const Incident before = m_document.incident();
    const Result<Incident> incident = openIncident(path.toStdString(), {}, correctionsOf(before.reading, before.draft).columns);
    const QString about = tr("%1 was not read again.").arg(QFileInfo(path).fileName());
    if (!incident || isStudyFile(path) || !hasWork()) {
        take(incident, path, about);
        return;
    }
    m_messages->withdraw(QStringLiteral("disk"));
    m_watch->accept();
    carry(carriedOver(before, incident->draft), QFileInfo(path).fileName());
}

void MainWindow::carry(Carried carried, const QString& name)
{
    const std::vector<std::string> lost = carried.lost;
    m_selection->clear();
    m_document.readAgain(std::move(carried));
    sayCarried(name, lost);
}

void MainWindow::readByColumns(const std::string& columns, const std::string& was)
{
    const QString about = tr("The columns stay as they were."), path = sourcePath();
    Incident before = m_document.incident();
    const std::string name = before.draft.sourceName;
    if (path.isEmpty())
        return refuse({.severity = Severity::Error, .line = 0, .column = 0, .what = "They are read from the file of the table.", .instead = "Open it as a file first."}, about);
    const Result<Incident> again = openIncident(bytes(path), before.draft.format, columns);
    if (!again)
        return refuse(again.error(), about);
    if (again->draft.sourceHash != before.draft.sourceHash)
        return refuse({.severity = Severity::Error, .line = 0, .column = 0, .what = name + " has changed since it was read.", .instead = "Read it again first."}, about);
    std::erase_if(before.reading, [](const ReadingEntry& e) { return std::holds_alternative<SetColumns>(e.change) && std::get<SetColumns>(e.change).source.empty(); });
    Carried carried = carriedOver(before, again->draft);
    if (!columns.empty())
        carried.incident.reading.push_back({SetColumns{columns}, By::Person, was});
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

QString MainWindow::documentName() const
{
    const QString path = m_document.path();
    const QString name = path.isEmpty() ? shown(m_document.draft().sourceName) : QFileInfo(path).completeBaseName();
    return QString::fromStdString(forFileName(bytes(name)));
}

void MainWindow::refuse(const Problem& problem, const QString& about)
{
    const QString sentence = (about + QLatin1Char(' ') + shownProblem(problem)).trimmed();
    if (!m_document.isOpen())
        return m_welcome->showFault(sentence);
    m_messages->post(faultOf(QStringLiteral("refused"), sentence));
}

void MainWindow::openDialog()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a postmortem"), startFolder(m_document.path()),
        tr("Timelines (%1);;All files (*)").arg(readablePatterns()));
    if (!path.isEmpty())
        open(path);
}

void MainWindow::openBank()
{
    open(bankIncident());
}

void MainWindow::paste()
{
    const QMimeData* held = QGuiApplication::clipboard()->mimeData();
    if (held->hasUrls() && held->urls().front().isLocalFile()) {
        open(held->urls().front().toLocalFile());
    } else if (held->text().trimmed().isEmpty()) {
        refuse({.severity = Severity::Error, .line = 0, .column = 0, .what = "There is no text on the clipboard.", .instead = "Copy a timeline first."}, {});
    } else {
        openText(held->text().toUtf8());
    }
}

bool MainWindow::save()
{
    if (!m_document.isOpen())
        return false;
    if (!m_document.studyPath().isEmpty())
        return saveAs(m_document.studyPath());
    QString path = QFileDialog::getSaveFileName(this, tr("Save the study"), studyBeside(m_document.path(), documentName()), tr("Lockstep (*.lockstep)"));
    if (path.isEmpty())
        return false;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".lockstep");
    return saveAs(path);
}

bool MainWindow::saveAs(const QString& path)
{
    const Result<void> saved = m_document.save(path);
    if (!saved) {
        refuse(saved.error(), tr("Nothing was saved."));
        return false;
    }
    rememberFile(path);
    rememberView();
    m_watch->accept();
    m_messages->withdraw(QStringLiteral("refused"));
    refreshTitle();
    return true;
}

void MainWindow::saveNow()
{
    save();
}

void MainWindow::saveDialog()
{
    const QString start = m_document.studyPath().isEmpty() ? studyBeside(m_document.path(), documentName()) : m_document.studyPath();
    QString path = QFileDialog::getSaveFileName(this, tr("Save the study"), start, tr("Lockstep (*.lockstep)"));
    if (path.isEmpty())
        return;
    if (!path.endsWith(QStringLiteral(".lockstep")))
        path += QStringLiteral(".lockstep");
    saveAs(path);
}

} // namespace lockstep
