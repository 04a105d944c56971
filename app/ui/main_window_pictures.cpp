// The picture: copied or exported, from the same content as the screen.
#include "chart/picture.h"
#include "formats/safe_save.h"
#include "formats/text_for.h"
#include "ui/bundled.h"
#include "ui/chart_view.h"
#include "ui/content.h"
#include "ui/export_dialog.h"
#include "ui/main_window.h"
#include "ui/sight.h"
#include "ui/words.h"
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QSettings>
#include <algorithm>

namespace lockstep {

namespace {

const Picture* pictureFor(const QString& suffix)
{
    for (const Picture* picture : allPictures()) {
        const QStringList suffixes = QString::fromStdString(std::string{picture->suffixes}).split(QLatin1Char(' '));
        if (suffixes.contains(suffix, Qt::CaseInsensitive))
            return picture;
    }
    return nullptr;
}

} // namespace

void MainWindow::copyPicture()
{
    PictureOptions options;
    options.scale = 2;
    options.linear = m_view->chart().isLinear();
    options.opened = m_view->chart().opened();
    const ChartContent content = contentOf(m_document, *m_sight);
    const Result<QImage> image = renderImage(content, options);
    if (!image)
        return refuse(image.error(), tr("The picture was not copied."));
    QGuiApplication::clipboard()->setImage(*image);
    m_messages->post(noticeOf(QStringLiteral("picture"), tr("The picture is on the clipboard, 3200 \u00d7 1800 pixels.")));
}

void MainWindow::exportDialog()
{
    PictureOptions start;
    start.linear = m_view->chart().isLinear();
    start.opened = m_view->chart().opened();
    const ChartContent content = contentOf(m_document, *m_sight);
    QString name = documentName();
    if (!m_document.isOnRecord())
        name = QString::fromStdString(forFileName(bytes(name) + " - " + m_document.scenario().name));
    name += QStringLiteral(".png");
    ExportDialog dialog(content, start, name, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    QSettings settings;
    const QString folder = settings.value(QStringLiteral("exportFolder"), startFolder(m_document.path())).toString();
    QString path = QFileDialog::getSaveFileName(this, tr("Export PNG"), folder + QLatin1Char('/') + name, tr("PNG picture (*.png)"));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".png");
    if (exportPicture(path, dialog.options()))
        settings.setValue(QStringLiteral("exportFolder"), QFileInfo(path).path());
}

bool MainWindow::exportPicture(const QString& path, const PictureOptions& options)
{
    const Picture* picture = pictureFor(QFileInfo(path).suffix());
    if (!picture) {
        refuse({.severity = Severity::Error, .line = 0, .column = 0, .what = "That kind of picture is not known.", .instead = "Use a name that ends in .png."}, tr("Nothing was written."));
        return false;
    }
    const Result<QByteArray> rendered = picture->render(contentOf(m_document, *m_sight), options);
    if (!rendered) {
        refuse(rendered.error(), tr("Nothing was written."));
        return false;
    }
    const Result<void> saved = safeSave(path.toStdString(), {rendered->constData(), static_cast<std::size_t>(rendered->size())});
    if (!saved) {
        refuse(saved.error(), tr("Nothing was written."));
        return false;
    }
    m_messages->post(noticeOf(QStringLiteral("picture"), tr("The picture is in %1.").arg(QDir::toNativeSeparators(path))));
    return true;
}

} // namespace lockstep
