// Opens the window as the program does and ends right after the chart has been painted once.
#include "ui/run_window.h"
#include <QApplication>
#include <QEvent>
#include <QGraphicsView>
#include <cstdlib>

namespace {

class FirstFrame : public QObject {
public:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        const auto* view = qobject_cast<const QGraphicsView*>(watched->parent());
        if (m_isPainting || event->type() != QEvent::Paint || !view || !view->scene() || !view->isVisible())
            return false;
        m_isPainting = true;
        QCoreApplication::sendEvent(watched, event);
        std::_Exit(0);
    }

private:
    bool m_isPainting = false;
};

void watchForIt()
{
    static FirstFrame firstFrame;
    qApp->installEventFilter(&firstFrame);
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(watchForIt)

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QStringList files;
    for (int i = 1; i < argc; ++i)
        files << QString::fromLocal8Bit(argv[i]);
    return lockstep::runWindow(argc, argv, files);
}
