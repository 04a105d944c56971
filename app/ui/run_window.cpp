#include "ui/run_window.h"
#include "core/place_tables.h"
#include "core/version.h"
#include "core/zone.h"
#include "ui/chart_accessible.h"
#include "ui/main_window.h"
#include "ui/words.h"
#include <QApplication>
#include <QIcon>
#include <QStyleFactory>
#include <thread>

namespace lockstep {

int runWindow(int argc, char** argv, const QStringList& files)
{
    // The first document needs the names of places and the machine's zone files; until there is a window to show it in,
    // the processor has one thread's work.
    const std::jthread tables{[] {
        placeTables();
        zoneDataFault();
    }};
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
