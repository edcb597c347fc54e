// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/states/edge_router.h"

#include <QLineF>

#include <algorithm>
#include <cmath>

namespace tcpladder {

namespace {

constexpr int samples = 32;

/// Where the line from a point in rect to one outside leaves rect.
QPointF borderBetween(const QRectF& rect, QPointF inside, QPointF outside)
{
    const QPointF way = outside - inside;
    const qreal roomX = way.x() > 0 ? rect.right() - inside.x() : inside.x() - rect.left();
    const qreal roomY = way.y() > 0 ? rect.bottom() - inside.y() : inside.y() - rect.top();
    const qreal fitX = way.x() != 0 ? roomX / std::abs(way.x()) : 1e9;
    const qreal fitY = way.y() != 0 ? roomY / std::abs(way.y()) : 1e9;
    return inside + way * std::min({fitX, fitY, 1.0});
}

QPointF borderTowards(const QRectF& rect, QPointF outside)
{
    return borderBetween(rect, rect.center(), outside);
}

/// aside: where the curve aims at, from the target's left end, -1, to its right end, 1.
QPainterPath curve(const QRectF& from, const QRectF& to, qreal bend, qreal aside)
{
    const QPointF target = to.center() + QPointF(aside * to.width() / 2, 0);
    const QLineF straight(from.center(), target);
    const QLineF normal = straight.normalVector().unitVector();
    const QPointF control = straight.center() + QPointF(normal.dx(), normal.dy()) * bend * straight.length();
    QPainterPath path(borderTowards(from, control));
    // Of neighbours the control point may lie in the target.
    path.quadTo(control, borderBetween(to, target, to.contains(control) ? from.center() : control));
    return path;
}

class Obstacles
{
public:
    Obstacles(NodeId from, NodeId to, const DiagramLayout& diagram, bool avoidsUnknown)
        : m_bounds(diagram.bounds)
    {
        const qreal margin = 7 * diagram.zoom;
        for (const DiagramNode& node : diagram.nodes) {
            const bool counts = node.id != NodeId::Unknown || avoidsUnknown;
            if (counts && node.id != from && node.id != to)
                m_rects.push_back(node.rect.adjusted(-margin, -margin, margin, margin));
        }
        for (const DiagramLabel& label : diagram.labels)
            m_labels.push_back(label.rect);
    }

    /// How bad a way is: a node in the way weighs more than any number of words.
    double cost(const QPainterPath& path) const
    {
        double sum = 0;
        for (int i = 1; i < samples; ++i) {
            const QPointF point = path.pointAtPercent(static_cast<qreal>(i) / samples);
            const auto holds = [&](const QRectF& rect) { return rect.contains(point); };
            sum += 100.0 * static_cast<double>(std::ranges::count_if(m_rects, holds));
            sum += static_cast<double>(std::ranges::count_if(m_labels, holds));
            sum += m_bounds.contains(point) ? 0 : 30;
        }
        return sum;
    }

private:
    QRectF m_bounds;
    std::vector<QRectF> m_rects;
    std::vector<QRectF> m_labels;
};

/// Down between two columns of nodes, and into the target at its upper left end.
QPainterPath throughCorridor(const QRectF& from, const QRectF& to, qreal x)
{
    const QPointF start = borderTowards(from, {x, from.center().y()});
    const QPointF end(to.left() + to.width() * 0.06, to.top());
    QPainterPath path(start);
    path.cubicTo({x, from.center().y()}, {x, (from.center().y() + end.y()) / 2}, end);
    return path;
}

qreal corridorBetween(const DiagramLayout& diagram, NodeId left, NodeId right)
{
    return (diagram.node(left).rect.right() + diagram.node(right).rect.left()) / 2;
}

QPainterPath loopAt(const QRectF& rect, qreal zoom)
{
    const QPointF start(rect.right() - 22 * zoom, rect.bottom());
    const QPointF end(rect.right() - 6 * zoom, rect.bottom());
    QPainterPath path(start);
    path.cubicTo(start + QPointF(-4, 22) * zoom, end + QPointF(16, 22) * zoom, end);
    return path;
}

} // namespace

QPainterPath routeBetween(NodeId from, NodeId to, const DiagramLayout& diagram, bool avoidsUnknown)
{
    if (from == to)
        return loopAt(diagram.node(from).rect, diagram.zoom);
    const Obstacles obstacles(from, to, diagram, avoidsUnknown);
    static constexpr std::array bends
        = {0.0, 0.1, -0.1, 0.2, -0.2, 0.3, -0.3, 0.4, -0.4, 0.55, -0.55, 0.7, -0.7, 0.9, -0.9};
    QPainterPath best;
    double bestCost = 1e9;
    for (const double bend : bends) {
        for (const double aside : {0.0, -0.7, 0.7}) {
            const QPainterPath path = curve(diagram.node(from).rect, diagram.node(to).rect, bend, aside);
            // A flatter curve that aims at the middle is worth a few letters.
            const double cost = obstacles.cost(path) + 4 * std::abs(bend) + std::abs(aside);
            if (cost < bestCost) {
                bestCost = cost;
                best = path;
            }
        }
    }
    for (const qreal x : {corridorBetween(diagram, NodeId::FinWait2, NodeId::Closing),
             corridorBetween(diagram, NodeId::Closing, NodeId::LastAck)}) {
        const QPainterPath path = throughCorridor(diagram.node(from).rect, diagram.node(to).rect, x);
        const double cost = obstacles.cost(path) + 8; // only where no plain curve has room
        if (cost < bestCost) {
            bestCost = cost;
            best = path;
        }
    }
    return best;
}

QPainterPath shiftedEdge(const DiagramEdge& edge, qreal shift, qreal radius)
{
    QPolygonF line = edge.line;
    const auto isVertical = [&](qsizetype i) { return qFuzzyCompare(edge.line[i].x(), edge.line[i + 1].x()); };
    const auto isHorizontal = [&](qsizetype i) { return qFuzzyCompare(edge.line[i].y(), edge.line[i + 1].y()); };
    for (qsizetype i = 0; i < line.size(); ++i) {
        const bool touchesVertical = (i > 0 && isVertical(i - 1)) || (i + 1 < line.size() && isVertical(i));
        const bool touchesHorizontal = (i > 0 && isHorizontal(i - 1)) || (i + 1 < line.size() && isHorizontal(i));
        line[i] += QPointF(touchesHorizontal && !touchesVertical ? 0 : shift, touchesHorizontal ? shift : 0);
    }
    return roundedPath(line, radius);
}

} // namespace tcpladder
