#include "ui/pinned_lanes.h"
#include "chart/chart_scene.h"
#include <cmath>

namespace lockstep {

namespace {

constexpr double mostShare = 0.6; ///< of the view's height: the lanes below need room to scroll
constexpr double gap = 4;         ///< below the last lane

} // namespace

PinnedLanes::PinnedLanes(ChartScene& scene, QWidget* viewport, std::function<void(QPainter&)> paintOver)
    : QGraphicsView(viewport)
    , m_scene(scene)
    , m_paintOver(std::move(paintOver))
{
    setObjectName(QStringLiteral("pinnedLanes"));
    setScene(&scene);
    setFrameShape(QFrame::NoFrame);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setInteractive(false);
    hide();
}

void PinnedLanes::follow(int scrolled)
{
    const double room = parentWidget()->height() * mostShare;
    QRectF part = m_scene.pinnedRect();
    if (part.height() > room)
        part = m_scene.pinnedLanesRect();
    part.setTop(std::floor(part.top()));
    part.setHeight(std::ceil(part.height() + gap));
    setVisible(part.height() > gap && part.height() <= room && scrolled > part.top());
    if (isHidden())
        return;
    setGeometry(0, 0, parentWidget()->width(), static_cast<int>(part.height()));
    setSceneRect(part.left(), part.top(), width(), height());
    setBackgroundBrush(m_scene.backgroundBrush());
    raise();
}

void PinnedLanes::drawForeground(QPainter* painter, const QRectF&)
{
    m_paintOver(*painter);
    painter->fillRect(QRectF{0, sceneRect().bottom() - 1, sceneRect().width(), 1}, palette().color(QPalette::Mid));
}

} // namespace lockstep
