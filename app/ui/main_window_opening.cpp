// Large files are read while the window goes on.
#include "core/grouped.h"
#include "core/limits.h"
#include "ui/bundled.h"
#include "ui/main_window.h"
#include "ui/opening_job.h"
#include "ui/selection.h"
#include "ui/words.h"
#include "whatif/study_file.h"
#include <QFileInfo>
#include <QLocale>
#include <QTimer>

namespace lockstep {

namespace {

constexpr int slowTime = 400; // milliseconds: what takes longer says that it goes on

} // namespace

bool MainWindow::isLarge(const QString& path)
{
    return QFileInfo(path).isFile() && QFileInfo(path).size() > static_cast<qint64>(limits::readAtOnce);
}

void MainWindow::readBeside(const QString& path, bool again)
{
    if (!m_opening) {
        m_opening = new OpeningJob(this);
        connect(m_opening, &OpeningJob::begun, this, [this](const auto& part) { showPart(*part); });
        connect(m_opening, &OpeningJob::finished, this, [this](const auto& opened) { takeRead(*opened); });
    }
    stopReading();
    m_readPath = path;
    m_readsAgain = again;
    m_opening->start(bytes(path), again ? columnsInUse() : std::string{});
    QTimer::singleShot(slowTime, this, &MainWindow::sayReading);
    refreshTools();
}

void MainWindow::sayReading()
{
    if (!isReading())
        return;
    const QFileInfo file(m_readPath);
    const QString size = QLocale{QLocale::English}.formattedDataSize(file.size(), 0, QLocale::DataSizeTraditionalFormat);
    const QString rows = QString::fromStdString(grouped(static_cast<long long>(m_document.resolved().timeline.events.size())));
    Message message = noticeOf(QStringLiteral("reading"), m_showsPart ? tr("Reading %1 (%2). Its first %3 rows are shown.").arg(file.fileName(), size, rows)
                                                                      : tr("Reading %1 (%2).").arg(file.fileName(), size));
    message.actions.push_back({tr("Stop"), [this] { stopReading(); }});
    m_messages->post(message);
}

bool MainWindow::isReading() const
{
    return m_opening && m_opening->isRunning();
}

/// What is open stays; of a file that is read for the first time nothing does.
void MainWindow::stopReading()
{
    if (!isReading())
        return;
    m_opening->stop();
    m_messages->withdraw(QStringLiteral("reading"));
    dropPart();
    refreshTools();
}

void MainWindow::dropPart()
{
    if (!std::exchange(m_showsPart, false))
        return;
    m_selection->clear();
    m_document.close();
    m_messages->clear();
}

/// The begin of the file, where nothing else is open that it would take the place of.
void MainWindow::showPart(const Opened& part)
{
    if (m_document.isOpen())
        return;
    m_showsPart = true;
    showIncident(part.incident, m_readPath, {}, false, &part.resolved);
    refreshTools();
}

void MainWindow::takeRead(const Result<Opened>& opened)
{
    m_messages->withdraw(QStringLiteral("reading"));
    const QString path = m_readPath;
    if (!opened) {
        dropPart();
        refuse(opened.error(), tr("%1 was not opened.").arg(QFileInfo(path).fileName()));
        return refreshTools();
    }
    const bool hadPart = std::exchange(m_showsPart, false);
    // What was changed meanwhile, or before the file was read again, is not lost.
    if ((hadPart || (m_readsAgain && !isStudyFile(path))) && hasWork()) {
        carryOver(opened->incident.draft, path);
    } else if (hadPart) {
        m_document.setIncident(opened->incident, path, opened->resolved);
    } else if (!settled()) {
        return refreshTools();
    } else {
        showIncident(opened->incident, path, isStudyFile(path) ? path : QString{}, false, &opened->resolved);
        showLast();
        offerSource();
        watchSource();
    }
    rememberFile(path);
    refreshTools();
}

} // namespace lockstep
