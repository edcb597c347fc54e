// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/states/diagram_layout.h"

#include "ui/support/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLineF>

#include <algorithm>

namespace tcpladder {

namespace {

constexpr qreal maximumStretch = 1.5;
constexpr qreal minimumZoom = 0.4;
constexpr qreal gapAcross = 2.4; ///< of words above and below a line
constexpr qreal besideName = 3;  ///< in pixels
constexpr qreal gapBeside = 12;  ///< of words beside it: half a badge of two digits

// The theme's fonts at zoom 1, brought to the figure's measure.
constexpr qreal stateFontScale = 11.0 / 12;
constexpr qreal smallestState = 9.0 / 12;
constexpr qreal currentFontScale = 10.5 / 13;
constexpr qreal smallestCurrent = 9.0 / 13;
constexpr qreal labelFontScale = 9.6 / 12;
constexpr qreal smallestLabel = 9.0 / 12;
constexpr qreal badgeFontScale = 9.5 / 12;

class DiagramBuilder
{
public:
    DiagramBuilder(const QRectF& area, const Theme& theme)
    {
        setScale(area);
        m_layout.stateFont = theme.font(FontRole::Caption, std::max(m_layout.zoom * stateFontScale, smallestState));
        m_layout.currentStateFont
            = theme.font(FontRole::StateName, std::max(m_layout.zoom * currentFontScale, smallestCurrent));
        m_layout.labelFont = theme.font(FontRole::Caption, std::max(m_layout.zoom * labelFontScale, smallestLabel));
        m_layout.badgeFont = theme.font(FontRole::Chip, m_layout.zoom * badgeFontScale);
        m_layout.clockFont = theme.font(FontRole::BodyBold, m_layout.zoom);
    }

    DiagramLayout build()
    {
        placeNodes();
        placeClock();
        for (std::size_t i = 0; i < figureEdges().size(); ++i)
            m_layout.edges.push_back({i, edgeLine(figureEdges()[i])});
        for (std::size_t i = 0; i < figureEdges().size(); ++i)
            placeLabels(i);
        return std::move(m_layout);
    }

private:
    void setScale(const QRectF& area)
    {
        const qreal fitX = area.width() / figureSize.width();
        const qreal fitY = area.height() / figureSize.height();
        const qreal zoom = std::max(minimumZoom, std::min(fitX, fitY));
        m_scaleX = std::clamp(fitX, zoom, zoom * maximumStretch);
        m_scaleY = std::clamp(fitY, zoom, zoom * maximumStretch);
        const QSizeF size(figureSize.width() * m_scaleX, figureSize.height() * m_scaleY);
        m_layout.zoom = zoom;
        m_layout.bounds = QRectF(area.center() - QPointF(size.width() / 2, size.height() / 2), size);
    }

    void placeNodes()
    {
        for (std::size_t i = 0; i < m_layout.nodes.size(); ++i) {
            const auto id = static_cast<NodeId>(i);
            const FigureNode& node = figureNode(id);
            QRectF rect(QPointF(), node.size * m_layout.zoom);
            const QString name = nameWithin(rect.size(), node.state);
            rect.setWidth(std::max(rect.width(), nameSize(name).width()));
            rect.moveCenter(toPixels(node.centre));
            m_layout.nodes[i] = {id, node.state, rect, name};
        }
    }

    /// Names stay legible in a small picture, where they are wider than their nodes would be.
    QString nameWithin(QSizeF node, TcpState state) const
    {
        const std::string_view plain = stateName(state);
        const QString name = QString::fromUtf8(plain.data(), static_cast<qsizetype>(plain.size()));
        const qsizetype end = name.indexOf(QLatin1Char('_')) + 1;
        const QString broken = name.left(end) + QLatin1Char('\n') + name.mid(end);
        const bool mustBreak = end > 0 && nameSize(name).width() > node.width();
        return mustBreak && nameSize(broken).height() <= node.height() ? broken : name;
    }

    QSizeF nameSize(const QString& name) const
    {
        QSizeF size;
        for (const QFont& font : {m_layout.stateFont, m_layout.currentStateFont})
            size = size.expandedTo(QFontMetricsF(font).size(0, name));
        return size + QSizeF(2 * besideName, 0);
    }

    QPointF toPixels(QPointF figurePoint) const
    {
        return m_layout.bounds.topLeft() + QPointF(figurePoint.x() * m_scaleX, figurePoint.y() * m_scaleY);
    }

    void placeClock()
    {
        m_layout.clockCentre = toPixels(clockCentre);
        m_layout.clockRadius = clockRadius * m_layout.zoom;
        m_layout.choice = QRectF(QPointF(), choiceSize * m_layout.zoom);
        m_layout.choice.moveCenter(toPixels(choiceCentre));
        const qreal left = m_layout.bounds.left() + 8 * m_layout.zoom;
        const qreal right = m_layout.clockCentre.x() - m_layout.clockRadius - 10 * m_layout.zoom;
        const qreal height = 2 * m_layout.clockRadius;
        m_layout.clockCaption = QRectF(left, m_layout.clockCentre.y() - height / 2, right - left, height);
    }

    QPointF position(const Anchor& anchor) const
    {
        const QRectF& rect = m_layout.node(anchor.node).rect;
        const QSizeF plain = figureNode(anchor.node).size * m_layout.zoom; // names widen nodes, edges stay upright
        const QPointF offset(plain.width() / 2 * anchor.along, plain.height() / 2 * anchor.along);
        switch (anchor.border) {
        case Border::Left: return {rect.left(), rect.center().y() + offset.y()};
        case Border::Right: return {rect.right(), rect.center().y() + offset.y()};
        case Border::Top: return {rect.center().x() + offset.x(), rect.top()};
        case Border::Bottom: break;
        }
        return {rect.center().x() + offset.x(), rect.bottom()};
    }

    static bool isHorizontal(Border border) { return border == Border::Left || border == Border::Right; }

    QPolygonF edgeLine(const FigureEdge& edge) const
    {
        const QPointF start = position(edge.from);
        const QPointF end = position(edge.to);
        QPolygonF line{start};
        if (isHorizontal(edge.from.border) && !isHorizontal(edge.to.border))
            line << QPointF(end.x(), start.y());
        else if (!isHorizontal(edge.from.border) && isHorizontal(edge.to.border))
            line << QPointF(start.x(), end.y());
        return line << end;
    }

    /// The part of the edge that its words stand at.
    QLineF labelledPart(std::size_t index, LabelPlace place) const
    {
        const QPolygonF& line = m_layout.edges[index].line;
        const bool wantsHorizontal = place == LabelPlace::AboutTheLine || place == LabelPlace::AboveTheLine;
        for (qsizetype i = 0; i + 1 < line.size(); ++i) {
            if (wantsHorizontal == qFuzzyCompare(line[i].y(), line[i + 1].y()))
                return {line[i], line[i + 1]};
        }
        return {line.first(), line.last()};
    }

    void placeLabels(std::size_t index)
    {
        const FigureEdge& edge = figureEdges()[index];
        const QStringList event = lines(edge.event);
        const QStringList action = lines(edge.action);
        const QLineF part = labelledPart(index, edge.place);
        const qreal across = gapAcross * m_layout.zoom;
        const qreal beside = gapBeside * m_layout.zoom;
        const qreal whole = heightOf(event.size() + action.size());
        const QPointF centre = part.center();
        switch (edge.place) {
        case LabelPlace::AboutTheLine:
            addLines(index, event, false, {centre.x(), part.y1() - across - heightOf(event.size())}, 0.5);
            addLines(index, action, true, {centre.x(), part.y1() + across}, 0.5);
            break;
        case LabelPlace::AboveTheLine:
            addAll(index, event, action, {centre.x(), part.y1() - across - whole}, 0.5);
            break;
        case LabelPlace::LeftOfTheLine:
            addAll(index, event, action, {part.x1() - beside, centre.y() - whole / 2}, 1);
            break;
        case LabelPlace::RightOfTheLine:
            addAll(index, event, action, {part.x1() + beside, centre.y() - whole / 2}, 0);
            break;
        case LabelPlace::None: break;
        }
    }

    static QStringList lines(const char* text)
    {
        return *text ? QCoreApplication::translate("diagram", text).split(QLatin1Char('\n')) : QStringList();
    }

    qreal lineHeight() const { return QFontMetricsF(m_layout.labelFont).height() * 0.9; }

    /// From one line to the next. Letters leave some room between them, ideographs fill theirs.
    qreal lineStep() const
    {
        static constexpr char16_t firstIdeograph = 0x2e80;
        const bool isIdeographic = lines(figureEdges().front().event).join(QString()).at(0) >= firstIdeograph;
        return lineHeight() * (isIdeographic ? 1.15 : 1.0);
    }

    qreal heightOf(qsizetype lines) const
    {
        return lines == 0 ? 0 : lineHeight() + lineStep() * static_cast<qreal>(lines - 1);
    }

    void addAll(std::size_t index, const QStringList& event, const QStringList& action, QPointF top, qreal align)
    {
        addLines(index, event, false, top, align);
        addLines(index, action, true, top + QPointF(0, lineStep() * static_cast<qreal>(event.size())), align);
    }

    /// align: which part of the text's width is left of top.
    void addLines(std::size_t index, const QStringList& texts, bool isAction, QPointF top, qreal align)
    {
        for (const QString& text : texts) {
            const qreal width = QFontMetricsF(m_layout.labelFont).horizontalAdvance(text);
            const QRectF rect(top.x() - width * align, top.y(), width, lineHeight());
            if (hasRoom(rect))
                m_layout.labels.push_back({index, rect, text, isAction});
            top.ry() += lineStep();
        }
    }

    bool hasRoom(const QRectF& rect) const
    {
        const QRectF inner = rect.adjusted(0.5, 0.5, -0.5, -0.5);
        const auto meetsNode
            = [&](const DiagramNode& node) { return node.id != NodeId::Unknown && node.rect.intersects(inner); };
        const auto meetsLabel = [&](const DiagramLabel& label) { return label.rect.intersects(inner); };
        return std::ranges::none_of(m_layout.nodes, meetsNode) && std::ranges::none_of(m_layout.labels, meetsLabel);
    }

    DiagramLayout m_layout;
    qreal m_scaleX = 1;
    qreal m_scaleY = 1;
};

/// The point at a distance from `from` on the way to `to`, not beyond the middle.
QPointF towards(QPointF from, QPointF to, qreal distance)
{
    const QLineF line(from, to);
    return line.length() > 0 ? line.pointAt(std::min(0.5, distance / line.length())) : from;
}

} // namespace

DiagramLayout layoutDiagram(const QRectF& area, const Theme& theme)
{
    return DiagramBuilder(area, theme).build();
}

QPainterPath roundedPath(const QPolygonF& line, qreal radius)
{
    QPainterPath path;
    if (line.isEmpty())
        return path;
    path.moveTo(line.first());
    for (qsizetype i = 1; i + 1 < line.size(); ++i) {
        path.lineTo(towards(line[i], line[i - 1], radius));
        path.quadTo(line[i], towards(line[i], line[i + 1], radius));
    }
    path.lineTo(line.last());
    return path;
}

} // namespace tcpladder
