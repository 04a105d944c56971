#pragma once
#include "support/seed_draft.h"
#include "ui/chart_view.h"
#include "ui/main_window.h"
#include <QApplication>
#include <QMouseEvent>
#include <QPushButton>
#include <QTest>
#include <QUndoStack>

namespace lockstep::test {

/// The button in sight with these words; nullptr where there is none.
inline QPushButton* buttonCalled(const QWidget& in, const QString& text)
{
    for (QPushButton* button : in.findChildren<QPushButton*>())
        if (button->isVisible() && button->text() == text)
            return button;
    return nullptr;
}

/// The main window with the bank incident in it, as large as a desktop.
struct Bench {
    MainWindow window;

    Bench()
    {
        window.resize(1600, 1000);
        window.document().setIncident({seedDraft(), {}, {}}, QStringLiteral("postmortem.md"));
        window.show();
        if (!QTest::qWaitForWindowExposed(&window))
            qFatal("no window");
    }
    Document& document() { return window.document(); }
    ChartView& view() { return window.view(); }
    int undoSteps() { return document().undoStack()->count(); }

    QPoint markOf(EventId id) { return view().mapFromScene(view().chart().markRect(id).center()); }
    QPoint barOf(const WindowId& id)
    {
        const QRectF bar = view().chart().windowRect(id);
        return view().mapFromScene(QPointF(bar.left() + bar.width() / 3, bar.center().y()));
    }
    WindowId lock() { return document().view().windows().at(0).id; }
    int pixelsOf(Instant from, Instant to) { return qRound(view().chart().axis().x(to) - view().chart().axis().x(from)); }

    void press(QPoint at) { QTest::mousePress(view().viewport(), Qt::LeftButton, {}, at); }
    void moveTo(QPoint at, Qt::KeyboardModifiers keys = {})
    {
        QMouseEvent move(QEvent::MouseMove, at, view().viewport()->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, keys);
        QApplication::sendEvent(view().viewport(), &move);
    }
    void release(QPoint at) { QTest::mouseRelease(view().viewport(), Qt::LeftButton, {}, at); }
    void drag(QPoint from, QPoint to)
    {
        press(from);
        moveTo(from + (to - from) / 2);
        moveTo(to);
        release(to);
    }
    QPoint later(EventId id, Millis by)
    {
        const Instant at = document().view().at(id);
        return markOf(id) + QPoint(pixelsOf(at, at + by), 0);
    }
};

} // namespace lockstep::test
