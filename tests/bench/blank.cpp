// The floor: what any Qt Widgets program pays to start without a display and write an empty picture.
#include <QApplication>
#include <QImage>

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application{argc, argv};
    QImage image{1600, 900, QImage::Format_RGB32};
    image.fill(Qt::white);
    return argc > 1 && image.save(QString::fromLocal8Bit(argv[1])) ? 0 : 1;
}
