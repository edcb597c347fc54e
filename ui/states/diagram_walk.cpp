// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/states/diagram_walk.h"

#include "ui/states/edge_router.h"

#include <QFontMetricsF>

#include <algorithm>

namespace tcpladder {

namespace {

constexpr qreal cornerRadius = 9;
constexpr qreal pairShift = 1.5;
constexpr qreal tokenRadius = 9.5;
constexpr std::size_t marksShown = 2;

bool isOpening(TcpState state)
{
    return state == TcpState::Closed || state == TcpState::Listen || state == TcpState::SynSent
        || state == TcpState::SynReceived;
}

class WalkBuilder
{
public:
    WalkBuilder(const Walk& walk, const DiagramLayout& diagram)
        : m_walk(walk)
        , m_diagram(diagram)
    {
    }

    WalkLayout build()
    {
        for (std::size_t i = 0; i < m_walk.steps.size(); ++i)
            takeStep(i);
        const bool isOfConnection = m_walk != Walk();
        m_layout.showsUnknown = std::ranges::any_of(m_layout.edges, touchesUnknown)
            || (isOfConnection && std::ranges::find(m_walk.current, TcpState::Unknown) != m_walk.current.end());
        for (WalkedEdge& edge : m_layout.edges)
            drawWay(edge);
        placeTokens();
        for (WalkedEdge& edge : m_layout.edges)
            placeBadge(edge);
        return std::move(m_layout);
    }

private:
    static bool touchesUnknown(const WalkedEdge& edge)
    {
        return edge.from == NodeId::Unknown || edge.to == NodeId::Unknown;
    }

    std::optional<NodeId>& place(Side side) { return m_places[indexOf(side)]; }

    void takeStep(std::size_t index)
    {
        const WalkStep& step = m_walk.steps[index];
        const std::optional<std::size_t> found = findFigureEdge(step.from, step.to);
        const NodeId from = place(step.side).value_or(nodeOf(step.from, false));
        const NodeId to = found ? figureEdges()[*found].to.node : nodeOf(step.to, !isOpening(step.from));
        const bool isOnFigure = step.isOnFigure && found && figureEdges()[*found].isOnFigure;
        place(step.side) = to;
        const auto same = [&](const WalkedEdge& edge) {
            return edge.side == step.side && edge.from == from && edge.to == to && edge.isOnFigure == isOnFigure;
        };
        auto edge = std::ranges::find_if(m_layout.edges, same);
        if (edge == m_layout.edges.end()) {
            WalkedEdge fresh;
            fresh.side = step.side;
            fresh.from = from;
            fresh.to = to;
            fresh.isOnFigure = isOnFigure;
            edge = m_layout.edges.insert(edge, fresh);
        }
        edge->steps.push_back(index);
    }

    const DiagramEdge* figureWay(const WalkedEdge& edge) const
    {
        for (const DiagramEdge& candidate : m_diagram.edges) {
            const FigureEdge& figureEdge = figureEdges()[candidate.figureEdge];
            const bool fits = figureEdge.from.node == edge.from && figureEdge.to.node == edge.to;
            // What the figure joins by another event gets a way of its own, or it would look like the figure's.
            if (fits && (edge.isOnFigure || !figureEdge.isOnFigure))
                return &candidate;
        }
        return nullptr;
    }

    bool peerWentToo(const WalkedEdge& edge) const
    {
        return std::ranges::any_of(m_layout.edges, [&](const WalkedEdge& other) {
            return other.side != edge.side && other.from == edge.from && other.to == edge.to;
        });
    }

    void drawWay(WalkedEdge& edge)
    {
        const qreal side = edge.side == Side::A ? -1 : 1;
        const qreal shift = peerWentToo(edge) ? side * pairShift * m_diagram.zoom : 0;
        if (const DiagramEdge* way = figureWay(edge)) {
            edge.path = shiftedEdge(*way, shift, cornerRadius * m_diagram.zoom);
        } else {
            edge.path = routeBetween(edge.from, edge.to, m_diagram, m_layout.showsUnknown);
            edge.path.translate(2 * shift, 0);
        }
    }

    void placeTokens()
    {
        for (const Side side : {Side::A, Side::B}) {
            const TcpState state = m_walk.current[indexOf(side)];
            const NodeId node = place(side).value_or(nodeOf(state, false));
            m_layout.tokens[indexOf(side)] = {side, node, tokenPlace(side, node), tokenRadius * m_diagram.zoom};
        }
    }

    /// At a corner where no edge ends; edges come to the last row from above. Where words stand there, beside the node.
    QPointF tokenPlace(Side side, NodeId node) const
    {
        const QRectF& rect = m_diagram.node(node).rect;
        const qreal radius = tokenRadius * m_diagram.zoom;
        const bool isLastRow = node == NodeId::TimeWait || node == NodeId::ClosedAgain;
        const auto beside = [&](qreal gap) { return side == Side::A ? rect.left() - gap : rect.right() + gap; };
        const qreal inset = radius * (isLastRow ? -0.4 : 0.2);
        const QPointF corner(beside(inset), isLastRow ? rect.bottom() : rect.top() - inset);
        const QRectF token(corner - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius));
        const bool hidesWords = std::ranges::any_of(
            m_diagram.labels, [&](const DiagramLabel& label) { return label.rect.intersects(token); });
        return hidesWords ? QPointF(beside(0.8 * radius), rect.center().y()) : corner;
    }

    QString badgeText(const WalkedEdge& edge) const
    {
        QStringList marks;
        for (const std::size_t step : edge.steps) {
            if (!m_walk.steps[step].mark.isEmpty())
                marks << m_walk.steps[step].mark;
        }
        const bool isCut = marks.size() > static_cast<qsizetype>(marksShown);
        const QString text = marks.mid(0, marksShown).join(QLatin1Char(','));
        return isCut ? text + QChar(0x2026) : text;
    }

    void placeBadge(WalkedEdge& edge)
    {
        edge.badgeText = badgeText(edge);
        if (edge.badgeText.isEmpty())
            return;
        const QFontMetricsF metrics(m_diagram.badgeFont);
        const qreal height = metrics.height() * 1.05;
        QRectF rect(0, 0, std::max(height, metrics.horizontalAdvance(edge.badgeText) + height * 0.55), height);
        double bestCost = 1e9;
        static constexpr std::array places = {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82};
        // Two badges have no room one behind the other on a short way that both went.
        const bool standsBeside = peerWentToo(edge) && edge.path.length() < 4 * rect.height();
        const double own = edge.side == Side::A ? -0.7 : 0.7;
        const std::vector<double> asides
            = standsBeside ? std::vector{own, -own, -1.8, 1.8} : std::vector{0.0, -0.7, 0.7};
        for (const double at : places) {
            for (const double aside : asides) {
                rect.moveCenter(edge.path.pointAtPercent(at) + QPointF(aside * rect.width(), 0));
                const double cost = badgeCost(rect, edge) + std::abs(at - 0.5) + 4 * std::abs(aside);
                if (cost < bestCost) {
                    bestCost = cost;
                    edge.badge = rect;
                }
            }
        }
    }

    /// The area that a badge would hide of other things; of nodes and badges it must hide nothing.
    double badgeCost(const QRectF& rect, const WalkedEdge& own) const
    {
        const auto area = [&](const QRectF& other) {
            const QRectF common = rect.intersected(other);
            return common.width() * common.height();
        };
        double cost = 0;
        for (const DiagramNode& node : m_diagram.nodes)
            cost += node.id != NodeId::Unknown || m_layout.showsUnknown ? 20 * area(node.rect) : 0;
        for (const DiagramLabel& label : m_diagram.labels)
            cost += area(label.rect);
        for (const StateToken& token : m_layout.tokens)
            cost += 20
                * area(
                    QRectF(token.centre, QSizeF()).adjusted(-token.radius, -token.radius, token.radius, token.radius));
        for (const WalkedEdge& other : m_layout.edges)
            cost += &other != &own ? 20 * area(other.badge) : 0;
        return cost;
    }

    const Walk& m_walk;
    const DiagramLayout& m_diagram;
    WalkLayout m_layout;
    std::array<std::optional<NodeId>, 2> m_places;
};

} // namespace

WalkLayout layoutWalk(const Walk& walk, const DiagramLayout& diagram)
{
    return WalkBuilder(walk, diagram).build();
}

} // namespace tcpladder
