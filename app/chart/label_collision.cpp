#include "chart/label_collision.h"

namespace lockstep {

namespace {

bool overlap(const QRectF& a, const QRectF& b)
{
    return a.left() - labelClearance < b.right() && a.right() + labelClearance > b.left() && a.top() < b.bottom() && a.bottom() > b.top();
}

bool elbowHits(double from, double to, double y, const QRectF& rect)
{
    return from < rect.right() && to > rect.left() && y > rect.top() && y < rect.bottom();
}

} // namespace

bool crosses(double x, double top, const QRectF& rect)
{
    return x > rect.left() - labelClearance && x < rect.right() + labelClearance && rect.bottom() > top;
}

bool collide(const Standing& a, const Standing& b)
{
    if (overlap(a.rect, b.rect))
        return true;
    if (crosses(a.x, a.leaderTop, b.rect) || crosses(b.x, b.leaderTop, a.rect))
        return true;
    if (elbowHits(a.elbowFrom, a.x, a.leaderTop, b.rect) || elbowHits(b.elbowFrom, b.x, b.leaderTop, a.rect))
        return true;
    const auto elbowCrossesLeader = [](const Standing& e, const Standing& l) {
        return e.elbowFrom < e.x && l.x > e.elbowFrom && l.x < e.x && l.leaderTop < e.leaderTop;
    };
    return elbowCrossesLeader(a, b) || elbowCrossesLeader(b, a);
}

} // namespace lockstep
