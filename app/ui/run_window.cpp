#include "ui/run_window.h"
#include "core/version.h"
#include "ui/chart_accessible.h"
#include "ui/main_window.h"
#include "ui/words.h"
#include <QApplication>
#include <QIcon>
#include <QStyleFactory>

namespace lockstep {

int runWindow(int argc, char** argv, const QStringList& files)
{
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("lockstep"));
    QApplication::setApplicationDisplayName(QStringLiteral("Lockstep"));
    QApplication::setOrganizationName(QStringLiteral("lockstep"));
    QApplication::setApplicationVersion(shown(version()));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.lockstep.Lockstep"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/lockstep.svg")));
    installChartAccessibility();
    const QStringList wanted = files.isEmpty() ? QStringList{QString{}} : files;
    for (const QString& file : wanted) {
        auto* window = new MainWindow;
        window->setAttribute(Qt::WA_DeleteOnClose);
        if (!file.isEmpty())
            window->open(file);
        window->show();
        window->offerLostWork();
    }
    return QApplication::exec();
}

} // namespace lockstep
