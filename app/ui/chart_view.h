#pragma once
#include "chart/chart_scene.h"
#include "chart/found_marks.h"
#include "ui/drag_gesture.h"
#include <QElapsedTimer>
#include <QGraphicsView>
#include <QTimer>

class QGestureEvent;

namespace lockstep {

class Document;
class PinnedLanes;
class ReadOut;
class Selection;
class Sight;

/// The chart on screen: pan, zoom, walk, select, and the drag that asks "what if?".
class ChartView : public QGraphicsView {
    Q_OBJECT
public:
    ChartView(Document& document, Selection& selection, const Sight& sight, QWidget* parent = nullptr);
    ~ChartView() override;

    ChartScene& chart() { return m_scene; }
    /// Takes the document's view of this moment; keeps the zoom unless `fit`.
    void refresh(bool fit);
    void setTheme(Theme::Id id);
    void setLinear(bool linear); ///< either way nothing is left opened by itself
    /// Shows one stretch of quiet time that is cut out; see AxisScale::quiet.
    void openQuiet(int quiet);

    void fit();
    void zoomBy(double factor);
    void zoomBack();
    void zoomTo(Span span);
    /// Z: the selected rows, window or lane, with some room at both ends; false where nothing that has a place is selected.
    bool zoomToSelection();
    /// Shows this part of the axis. `remember`: the one before can be gone back to.
    void setAxis(const AxisScale& axis, bool remember);
    void keepZoom(); ///< what is in view now can be gone back to
    /// Links the two selected rows: the earlier one triggers the later.
    void linkSelected();
    /// M: measures between the selected rows, else asks for the ends; keeps the length that is shown.
    void measure();
    /// Enter: the length that is shown stays in the chart and its pictures.
    void keepMeasure();
    bool isMeasuring() const { return m_isMeasuring; }
    /// Takes a drag back that is under way.
    void cancelGesture();
    bool canZoomBack() const { return !m_zooms.empty() || !m_scene.opened().empty(); }
    bool isDragging() const { return m_drag.isRunning(); }
    QString dragSentence() const { return m_drag.sentence(); }
    /// Scrolls and pans so that the row is in sight.
    void reveal(EventId id);
    /// The selected rows, window or edge by so much; repeated at once it stays one undo step.
    void nudgeSelected(Millis by);
    /// Selects a row and everything later in its lane: what moves one then moves all.
    void chooseLater(EventId id);

    /// The lanes that are drawn, from the top.
    std::vector<BandId> lanesInSight() const;
    std::optional<BandId> currentLane() const; ///< the chosen one, or the current row's
    /// One place up (-1) or down (1) among those in sight; what is pinned stays above what is not.
    bool canMoveLane(BandId lane, int step) const;
    void moveLane(BandId lane, int step);
    bool isLanePinned(BandId lane) const;
    /// The point of the scene that is seen at a point of the view, and where a part of it is seen: a pinned lane may be
    /// elsewhere than scrolling would have it.
    QPointF sceneAt(QPoint viewPos) const;
    QRect inView(const QRectF& scenePart) const;

    /// The rows a search has found, in order of time; none for no search.
    void setFound(const std::vector<EventId>& rows);

    int rowCount() const;
    EventId currentRow() const;
    bool isRowSelected(EventId id) const;
    /// "Row 8, Bank: Consult the platform. 23:44 Washington, 03:44 UTC. Look-up: during the lock."
    QString rowInWords(EventId id) const;

signals:
    void editRequested(EventId id);
    void boundRequested(const WindowId& id); ///< a time is to be typed for the selected window or edge
    void dropRequested();             ///< Delete
    void menuRequested(const Hit& hit, QPoint global);
    void axisChanged(); ///< zoomed, panned or laid out anew
    void crosshairMoved(std::optional<Instant> at);
    void spanMarked(Span span);       ///< a stretch dragged across the strip of windows
    void windowWanted();              ///< L
    void quietToggled();              ///< G
    void laneMoved(BandId lane, std::optional<BandId> before); ///< none: it is to be the last
    void laneFoldWanted(BandId lane, bool isFolded);
    void allWanted();                 ///< Esc with nothing selected
    void helpWanted();                ///< ?
    void previewed(const std::optional<TimelineView>& drawn); ///< what a drag shows now; none: the document's view again
    void hinted(const QString& text); ///< for the status bar; empty ends it

protected:
    void resizeEvent(QResizeEvent*) override;
    void showEvent(QShowEvent*) override;
    void wheelEvent(QWheelEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void mouseReleaseEvent(QMouseEvent*) override;
    void mouseDoubleClickEvent(QMouseEvent*) override;
    void contextMenuEvent(QContextMenuEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void focusOutEvent(QFocusEvent*) override;
    bool viewportEvent(QEvent*) override;
    void drawForeground(QPainter*, const QRectF&) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    enum class Gesture { None, Pressed, Drag, Pan, Strip, Range, Band, Link, Measure, Lane };

    void layOut();
    void cutAgain();
    void showOpened(std::vector<Instant> moments);
    void beginGesture(QPointF scenePos);
    void beginDrag(double x);
    std::set<EventId> draggedTogether() const;
    void drawBand(QPointF to, bool adds);
    void chooseBand(QPointF to);
    std::set<EventId> inBand(QPointF to, bool adds) const;
    void chooseMore();
    void continueGesture(QMouseEvent* event);
    void endGesture();
    bool isOnLinkHandle(QPointF scenePos) const;
    bool isLaneHead(const Hit& hit, double x) const { return hit.what == Hit::What::Lane && x < m_scene.axis().left(); }
    void drawLane(double y);
    void finishLane();
    void paintOver(QPainter& painter);
    void paintLaneDrop(QPainter& painter) const;
    void followPinned();
    void clickLane(BandId lane);
    void drawLink(QPoint viewPos);
    void finishLink();
    Instant momentAt(double x) const;
    MeasureEnd measureEndAt(QPointF at) const;
    MeasureEnd clickedEnd(QPointF at) const;
    bool wantsMeasure() const;
    void choose(const Measure& measure);
    void drawMeasure(const MeasureEnd& to);
    void finishMeasure();
    void stopMeasuring();
    void clickMeasure(QPointF at);
    bool isOnLooseMeasure(QPointF at) const;
    bool measureKey(QKeyEvent* event);
    void followSelection();
    void click(const Hit& hit, Qt::KeyboardModifiers modifiers);
    void hover(QPoint viewPos);
    std::optional<Span> selectedSpan() const;
    bool pinch(QGestureEvent* event);
    void walkInTime(int step);
    void walkSideways(int step);
    void walkLanes(int step);
    bool walkKey(QKeyEvent* event);
    bool zoomKey(QKeyEvent* event);
    void showSelection();
    Span spanBetween(double a, double b) const;
    bool showTip(QPoint viewPos, QPoint globalPos);

    Document& m_document;
    Selection& m_selection;
    const Sight& m_sight;
    ChartScene m_scene;
    DragGesture m_drag;
    ReadOut* m_readOut;
    PinnedLanes* m_pinned;
    QSize m_laidOutFor; ///< the size the chart was last laid out for; empty when its content has changed since
    std::vector<AxisScale> m_zooms;
    std::vector<EventId> m_foundRows; ///< in order of time
    FoundRows m_found;
    QElapsedTimer m_sinceZoom;
    QTimer m_settling; ///< labels take the room a zoom gave them when it is done
    Gesture m_gesture = Gesture::None;
    Hit m_hit;
    bool m_isLinking = false; ///< the press was on the handle of the selected row
    std::optional<std::size_t> m_laneDrop; ///< before which of the lanes in sight a lane would go
    EventId m_linkTarget = 0; ///< the row that would be linked; 0 for none
    bool m_isMeasuring = false; ///< by clicks, after M
    std::optional<MeasureEnd> m_measureFrom;
    std::optional<Measure> m_measured; ///< what is shown while measuring
    QPoint m_pressPos, m_lastPos;
    double m_pressX = 0;
    Qt::KeyboardModifiers m_pressKeys;
};

} // namespace lockstep
