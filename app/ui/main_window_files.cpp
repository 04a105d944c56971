// Opening, saving and leaving.
#include "formats/importer.h"
#include "formats/text_for.h"
#include "ui/bundled.h"
#include "ui/chart_view.h"
#include "ui/main_window.h"
#include "ui/selection.h"
#include "ui/welcome_page.h"
#include "ui/words.h"
#include "whatif/recovery.h"
#include <QApplication>
#include <QCloseEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>

namespace lockstep {

namespace {

/// The study's name as the save dialog proposes it: the document's, beside it.
QString studyBeside(const QString& document)
{
    const QString name = QString::fromStdString(forFileName(bytes(QFileInfo(document).completeBaseName())));
    return startFolder(document) + QLatin1Char('/') + name + QStringLiteral(".lockstep");
}

} // namespace

bool MainWindow::open(const QString& path)
{
    // Read first: only a file that can be opened is worth leaving the present one for.
    Result<Incident> incident = openIncident(path.toStdString());
    if (!incident) {
        refuse(incident.error(), tr("%1 was not opened.").arg(QFileInfo(path).fileName()));
        return false;
    }
    if (!settled())
        return false;
    m_messages->clear();
    m_welcome->showFault({});
    m_selection->clear();
    m_lastMessage.clear();
    m_isFirstView = true;
    rememberFile(path);
    m_document.setIncident(std::move(*incident), path);
    m_view->setFocus();
    return true;
}

void MainWindow::refuse(const Problem& problem, const QString& about)
{
    const QString sentence = about + QLatin1Char(' ') + shownProblem(problem);
    if (!m_document.isOpen())
        return m_welcome->showFault(sentence);
    m_messages->post(faultOf(QStringLiteral("refused"), sentence));
}

void MainWindow::openDialog()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a postmortem"), startFolder(m_document.path()),
        tr("Timelines (*.md *.markdown *.txt *.lockstep);;All files (*)"));
    if (!path.isEmpty())
        open(path);
}

void MainWindow::openBank()
{
    open(bankIncident());
}

bool MainWindow::save()
{
    if (!m_document.isOpen())
        return false;
    if (!m_document.studyPath().isEmpty())
        return saveAs(m_document.studyPath());
    QString path = QFileDialog::getSaveFileName(this, tr("Save the study"), studyBeside(m_document.path()), tr("Lockstep (*.lockstep)"));
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
    const QString start = m_document.studyPath().isEmpty() ? studyBeside(m_document.path()) : m_document.studyPath();
    QString path = QFileDialog::getSaveFileName(this, tr("Save the study"), start, tr("Lockstep (*.lockstep)"));
    if (path.isEmpty())
        return;
    if (!path.endsWith(QStringLiteral(".lockstep")))
        path += QStringLiteral(".lockstep");
    saveAs(path);
}

bool MainWindow::settled()
{
    if (!m_document.isOpen() || !m_document.isModified())
        return true;
    if (askUnsaved) {
        const Unsaved answer = askUnsaved();
        return answer == Unsaved::Discard || (answer == Unsaved::Save && save());
    }
    QMessageBox box(this);
    box.setIcon(QMessageBox::Question);
    box.setTextFormat(Qt::PlainText);
    box.setWindowTitle(tr("Unsaved changes"));
    box.setText(tr("Your corrections and what-ifs are not saved."));
    box.setInformativeText(tr("The document you opened is never changed. Save them as a .lockstep file?"));
    QPushButton* keep = box.addButton(tr("Save"), QMessageBox::AcceptRole);
    QPushButton* drop = box.addButton(tr("Discard"), QMessageBox::DestructiveRole);
    QPushButton* cancel = box.addButton(tr("Cancel"), QMessageBox::RejectRole);
    box.setDefaultButton(keep);
    box.setEscapeButton(cancel);
    box.exec();
    if (box.clickedButton() == keep)
        return save();
    return box.clickedButton() == drop;
}

void MainWindow::offerLostWork()
{
    const std::vector<LostWork> lost = Recovery::lostWork(Recovery::standardFolder());
    if (lost.empty())
        return;
    const LostWork work = lost.front();
    Message message = noticeOf(QStringLiteral("lost"), tr("Unsaved work on %1 from %2 was found.")
                                   .arg(work.title, work.changed.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"))));
    message.actions.push_back({tr("Recover"), [this, work] {
        if (!settled())
            return;
        m_messages->withdraw(QStringLiteral("lost"));
        m_isFirstView = true;
        const Result<void> recovered = m_recovery->recover(work);
        if (!recovered)
            refuse(recovered.error(), tr("The work was not recovered."));
    }});
    message.actions.push_back({tr("Discard"), [this, work] {
        Recovery::discard(work);
        m_messages->withdraw(QStringLiteral("lost"));
    }});
    m_messages->post(message);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!settled())
        return event->ignore();
    QSettings settings;
    settings.setValue(QStringLiteral("geometry"), saveGeometry());
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.front().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.front().isLocalFile()) {
        event->acceptProposedAction();
        open(urls.front().toLocalFile());
    }
}

} // namespace lockstep
