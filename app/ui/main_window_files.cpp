// Opening and saving.
#include "formats/importer.h"
#include "formats/text_for.h"
#include "ui/bundled.h"
#include "ui/chart_view.h"
#include "ui/main_window.h"
#include "ui/readable_patterns.h"
#include "ui/selection.h"
#include "ui/sight.h"
#include "ui/source_watch.h"
#include "ui/welcome_page.h"
#include "ui/what_if_box.h"
#include "ui/words.h"
#include "whatif/study_file.h"
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QThreadPool>
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
    QThreadPool::globalInstance()->start([path] { rememberFile(path); }); // it waits for the disk; the chart does not
    return true;
}

bool MainWindow::openText(const QByteArray& utf8)
{
    const std::string name = bytes(tr("pasted text"));
    const Result<Incident> incident = readIncident(utf8.toStdString(), name);
    if (!take(incident, {}, tr("The text was not opened.")))
        return false;
    m_sources.keepText(incident->draft, utf8);
    return true;
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
    if (m_welcome)
        m_welcome->showFault({});
    m_selection->clear();
    m_lastMessage.clear();
    m_isFirstView = true;
    m_sight->setFilter({});
    m_watch->watch(path);
    m_sources.keepPath(incident.draft, path);
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
        return welcome().showFault(sentence);
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
