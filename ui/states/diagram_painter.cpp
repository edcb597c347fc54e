// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/states/diagram_painter.h"

#include "ui/support/state_fill.h"
#include "ui/support/theme.h"

#include <QLineF>
#include <QPainter>

#include <algorithm>

namespace tcpladder {

namespace {

constexpr qreal cornerRadius = 9;
constexpr qreal arrowLength = 7.5;
constexpr qreal arrowHalfWidth = 3.2;

/// A filled arrow head whose tip is the path's end.
QPolygonF arrowHead(const QPainterPath& path, qreal scale)
{
    const QPointF tip = path.currentPosition();
    const qreal before = path.percentAtLength(std::max<qreal>(0, path.length() - arrowLength * scale));
    QLineF shaft(tip, path.pointAtPercent(before));
    shaft.setLength(arrowLength * scale);
    const QLineF normal = shaft.normalVector().unitVector();
    const QPointF across = QPointF(normal.dx(), normal.dy()) * arrowHalfWidth * scale;
    return {{tip, shaft.p2() + across, shaft.p2() - across}};
}

class DiagramPainter
{
public:
    DiagramPainter(QPainter& painter, const DiagramScene& scene, const Theme& theme)
        : m_painter(painter)
        , m_scene(scene)
        , m_theme(theme)
        , m_zoom(scene.figure.zoom)
    {
    }

    void paint()
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
        paintFigureEdges();
        paintWays();
        paintLabels();
        paintNodes();
        paintBadges();
        paintTokens();
        paintClocks();
    }

private:
    bool isWalked(std::size_t figureEdge) const
    {
        const FigureEdge& edge = figureEdges()[figureEdge];
        return std::ranges::any_of(m_scene.walked.edges, [&](const WalkedEdge& way) {
            return way.isOnFigure && way.from == edge.from.node && way.to == edge.to.node;
        });
    }

    void paintArrow(const QPainterPath& path, const QPen& pen, qreal headScale)
    {
        m_painter.setPen(pen);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPath(path);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(pen.color());
        m_painter.drawPolygon(arrowHead(path, headScale));
    }

    void paintFigureEdges()
    {
        const QPen pen(m_theme.color(ColorRole::Grid), 1.3 * m_zoom, Qt::SolidLine, Qt::FlatCap);
        for (const DiagramEdge& edge : m_scene.figure.edges) {
            if (figureEdges()[edge.figureEdge].isOnFigure && !isWalked(edge.figureEdge))
                paintArrow(roundedPath(edge.line, cornerRadius * m_zoom), pen, m_zoom);
        }
    }

    void paintWays()
    {
        for (std::size_t i = 0; i < m_scene.walked.edges.size(); ++i) {
            const WalkedEdge& way = m_scene.walked.edges[i];
            const qreal width = m_scene.hoveredWay == i ? 3.8 : 2.6;
            QPen pen(m_theme.side(way.side), width * m_zoom, Qt::SolidLine, Qt::FlatCap);
            if (!way.isOnFigure)
                pen.setDashPattern({2.4, 1.6});
            paintArrow(way.path, pen, 1.35 * m_zoom);
        }
    }

    /// A way that isn't on the figure goes straight, whatever is written there.
    bool isCrossed(const QRectF& label) const
    {
        QPainterPathStroker stroker;
        stroker.setWidth(2.6 * m_zoom);
        return std::ranges::any_of(m_scene.walked.edges,
            [&](const WalkedEdge& way) { return !way.isOnFigure && stroker.createStroke(way.path).intersects(label); });
    }

    void paintLabels()
    {
        m_painter.setFont(m_scene.figure.labelFont);
        for (const DiagramLabel& label : m_scene.figure.labels) {
            if (isCrossed(label.rect))
                m_painter.fillRect(label.rect, m_theme.color(ColorRole::Panel));
            m_painter.setPen(m_theme.color(isWalked(label.figureEdge) ? ColorRole::Text : ColorRole::SecondaryText));
            m_theme.lines().draw(m_painter, label.rect, Qt::AlignCenter, label.text);
        }
    }

    bool isCurrent(NodeId id) const
    {
        return std::ranges::any_of(m_scene.walked.tokens, [id](const StateToken& token) { return token.node == id; });
    }

    bool isVisited(NodeId id) const
    {
        return std::ranges::any_of(
            m_scene.walked.edges, [id](const WalkedEdge& way) { return way.from == id || way.to == id; });
    }

    void paintNodes()
    {
        for (const DiagramNode& node : m_scene.figure.nodes) {
            if (node.id != NodeId::Unknown || m_scene.walked.showsUnknown)
                paintNode(node);
        }
    }

    void paintNode(const DiagramNode& node)
    {
        const StateStyle style = m_theme.state(node.state);
        const bool isHere = isCurrent(node.id);
        const bool wasHere = isVisited(node.id);
        QPen border(m_theme.color(wasHere ? ColorRole::SecondaryText : ColorRole::StrongBorder), 1.4 * m_zoom);
        if (isHere)
            border = QPen(style.fill, 1.4 * m_zoom);
        if (node.id == NodeId::Unknown)
            border.setStyle(Qt::DashLine);
        m_painter.setPen(border);
        m_painter.setBrush(isHere ? style.fill : m_theme.color(ColorRole::Panel));
        const qreal radius = std::min(node.rect.height() / 2, 14 * m_zoom);
        m_painter.drawRoundedRect(node.rect, radius, radius);
        m_painter.setFont(isHere ? m_scene.figure.currentStateFont : m_scene.figure.stateFont);
        const bool isFaint = !isHere && !wasHere && !m_scene.walk.steps.empty();
        m_painter.setPen(isHere ? style.onFill : m_theme.color(isFaint ? ColorRole::SecondaryText : ColorRole::Text));
        m_theme.lines().draw(m_painter, node.rect, Qt::AlignCenter, node.name);
    }

    void paintBadges()
    {
        m_painter.setFont(m_scene.figure.badgeFont);
        for (const WalkedEdge& way : m_scene.walked.edges) {
            if (way.badge.isEmpty())
                continue;
            const qreal radius = way.side == Side::A ? way.badge.height() / 2 : 3 * m_zoom;
            m_painter.setPen(QPen(m_theme.side(way.side), 1.4 * m_zoom));
            m_painter.setBrush(m_theme.color(ColorRole::Panel));
            m_painter.drawRoundedRect(way.badge, radius, radius);
            m_painter.setPen(m_theme.side(way.side));
            m_theme.lines().draw(m_painter, way.badge, Qt::AlignCenter, way.badgeText);
        }
    }

    void paintTokens()
    {
        if (m_scene.walk.steps.empty() && m_scene.walk.current == Walk().current)
            return;
        for (const StateToken& token : m_scene.walked.tokens)
            paintSideToken(m_painter, m_theme, token.side, token.centre, token.radius);
    }

    void paintClocks()
    {
        const std::size_t count = m_scene.clocks.size();
        const qreal step = m_scene.figure.clockRadius * 2 + 8 * m_zoom;
        QStringList captions;
        for (std::size_t i = 0; i < count; ++i) {
            // A single clock stands under TIME_WAIT; the second of two takes the place, the first stands left of it.
            const QPointF centre = m_scene.figure.clockCentre - QPointF(step * static_cast<qreal>(count - 1 - i), 0);
            paintClock(m_scene.clocks[i], centre);
            captions << m_scene.clocks[i].caption;
        }
        m_painter.setFont(m_scene.figure.labelFont);
        m_painter.setPen(m_theme.color(ColorRole::SecondaryText));
        const QRectF caption = m_scene.figure.clockCaption.adjusted(0, 0, count > 1 ? -step : 0, 0);
        m_painter.drawText(caption, Qt::AlignRight | Qt::AlignVCenter, captions.join(QLatin1Char('\n')));
    }

    void paintClock(const TimeWaitClock& clock, QPointF centre)
    {
        const StateStyle style = m_theme.state(TcpState::TimeWait);
        const qreal width = 6 * m_zoom;
        const qreal radius = m_scene.figure.clockRadius - width / 2;
        const QRectF circle(centre - QPointF(radius, radius), QSizeF(radius, radius) * 2);
        const QColor pale = tint(style.fill, 0.22F, m_theme.color(ColorRole::Panel));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(QPen(pale, width, Qt::SolidLine, Qt::FlatCap));
        m_painter.drawEllipse(circle);
        m_painter.setPen(QPen(style.fill, width, Qt::SolidLine, Qt::FlatCap));
        constexpr int fullTurn = 360 * 16;
        m_painter.drawArc(circle, 90 * 16, -static_cast<int>(fullTurn * std::clamp<qreal>(clock.partLeft, 0, 1)));
        m_painter.setFont(m_scene.figure.clockFont);
        m_painter.setPen(style.text);
        m_painter.drawText(circle, Qt::AlignCenter | Qt::TextDontClip, clock.timeLeft);
        const QPointF corner = centre - QPointF(radius, radius) * 0.9;
        paintSideToken(m_painter, m_theme, clock.side, corner, 7 * m_zoom);
    }

    QPainter& m_painter;
    const DiagramScene& m_scene;
    const Theme& m_theme;
    qreal m_zoom;
};

} // namespace

void paintSideToken(QPainter& painter, const Theme& theme, Side side, QPointF centre, qreal radius)
{
    const QRectF rect(centre - QPointF(radius, radius), QSizeF(radius, radius) * 2);
    painter.setPen(QPen(theme.color(ColorRole::Panel), radius * 0.18));
    painter.setBrush(theme.side(side));
    const qreal corner = side == Side::A ? radius : radius * 0.25;
    painter.drawRoundedRect(rect, corner, corner);
    QFont font = theme.font(FontRole::Chip);
    font.setPixelSize(std::max(6, qRound(radius * 1.2)));
    painter.setFont(font);
    painter.setPen(theme.color(ColorRole::TextOnColor));
    painter.drawText(rect, Qt::AlignCenter | Qt::TextDontClip, QString(QLatin1Char(side == Side::A ? 'A' : 'B')));
}

void paintDiagram(QPainter& painter, const DiagramScene& scene, const Theme& theme)
{
    DiagramPainter(painter, scene, theme).paint();
}

} // namespace tcpladder
