// Adding a file to the open timeline, and files dropped on the window.
#include "core/added_file.h"
#include "formats/importer.h"
#include "ui/bundled.h"
#include "ui/chart_view.h"
#include "ui/main_window.h"
#include "ui/readable_patterns.h"
#include "ui/words.h"
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>

namespace lockstep {

void MainWindow::addDialog()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Add to this timeline"), startFolder(m_document.path()),
        tr("Timelines (%1);;All files (*)").arg(readablePatterns()));
    if (!path.isEmpty())
        offerFile(path);
}

void MainWindow::offerFile(const QString& path)
{
    if (!m_document.isOpen()) {
        open(path);
        return;
    }
    const QString name = QFileInfo(path).fileName();
    const Result<Incident> incident = openIncident(path.toStdString());
    if (!incident)
        return refuse(incident.error(), tr("%1 was not added.").arg(name));
    const QString id = QStringLiteral("add ") + path;
    if (holdsFile(m_document.draft(), incident->draft))
        return m_messages->post(noticeOf(id, tr("%1 is on this timeline already.").arg(name)));
    QStringList sentences;
    for (const FileSummary& file : m_document.wouldAdd(incident->draft))
        sentences << shown(summaryLine(file));
    if (!incident->reading.empty() || !incident->scenarios.empty())
        sentences << tr("Its corrections and what-ifs are not added.");
    Message message = noticeOf(id, sentences.join(QLatin1Char(' ')));
    message.actions.push_back({tr("Add"), [this, id, path, draft = incident->draft] {
        m_messages->withdraw(id);
        m_document.addFile(draft);
        m_sources.keepPath(draft, path);
        m_view->setFocus();
    }});
    message.actions.push_back({tr("Cancel"), [this, id] { m_messages->withdraw(id); }});
    m_messages->post(message);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.isEmpty() ? event->mimeData()->hasText() : urls.front().isLocalFile())
        event->acceptProposedAction();
}

/// With Shift a file is added to what is open; of several the others are added to the first.
void MainWindow::dropEvent(QDropEvent* event)
{
    QList<QUrl> urls = event->mimeData()->urls();
    event->acceptProposedAction();
    if (urls.isEmpty()) {
        openText(event->mimeData()->text().toUtf8());
        return;
    }
    const bool isAdded = event->modifiers().testFlag(Qt::ShiftModifier) && m_document.isOpen();
    if (!isAdded && !open(urls.takeFirst().toLocalFile()))
        return;
    for (const QUrl& url : std::as_const(urls))
        if (url.isLocalFile())
            offerFile(url.toLocalFile());
}

} // namespace lockstep
