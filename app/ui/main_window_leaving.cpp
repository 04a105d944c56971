// Leaving what is open: unsaved changes and lost work.
#include "ui/main_window.h"
#include "ui/words.h"
#include "whatif/recovery.h"
#include <QCloseEvent>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>

namespace lockstep {

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
    const bool isInAFile = !m_document.path().isEmpty() || !m_document.studyPath().isEmpty();
    box.setText(isInAFile ? tr("Your corrections and what-ifs are not saved.") : tr("The pasted timeline is in no file yet."));
    box.setInformativeText(isInAFile ? tr("The document you opened is never changed. Save them as a .lockstep file?") : tr("Save it as a .lockstep file?"));
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
                                   .arg(work.title.isEmpty() ? QFileInfo(work.path).fileName() : work.title, work.changed.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"))));
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
    rememberView();
    QSettings settings;
    settings.setValue(QStringLiteral("geometry"), saveGeometry());
    QMainWindow::closeEvent(event);
}

} // namespace lockstep
