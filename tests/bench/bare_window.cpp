// The floor of a first frame: an empty Qt Widgets window that ends right after it has been painted once.
#include <QApplication>
#include <QWidget>
#include <cstdlib>

namespace {

class Bare : public QWidget {
protected:
    void paintEvent(QPaintEvent*) override { m_isPainted = true; }
    bool event(QEvent* event) override
    {
        const bool isDone = QWidget::event(event);
        if (m_isPainted)
            std::_Exit(0);
        return isDone;
    }

private:
    bool m_isPainted = false;
};

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application{argc, argv};
    Bare window;
    window.resize(1600, 900);
    window.show();
    return QApplication::exec();
}
