// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overview_painter.h"

#include <QPainter>
#include <QPainterPath>

namespace tcpladder {

namespace {

constexpr qreal tipLength = 10;
constexpr qreal tipWidth = 4.5; ///< half of it
constexpr qreal markSize = 8;
constexpr std::size_t markShapes = 5; ///< no divisor of the number of colours: thirty connections differ

/// A disc, a square, a triangle, a diamond, a cross.
QPainterPath markShape(std::size_t shape)
{
    const qreal half = markSize / 2;
    QPainterPath path;
    switch (shape % markShapes) {
    case 0: path.addEllipse(QPointF(), half, half); break;
    case 1: path.addRect(-half + 0.5, -half + 0.5, markSize - 1, markSize - 1); break;
    case 2: path.addPolygon(QPolygonF({{0, -half - 1}, {half + 1, half}, {-half - 1, half}})); break;
    case 3: path.addPolygon(QPolygonF({{0, -half - 1}, {half + 1, 0}, {0, half + 1}, {-half - 1, 0}})); break;
    default:
        path.addRect(-half - 1, -1.5, markSize + 2, 3);
        path.addRect(-1.5, -half - 1, 3, markSize + 2);
        path.setFillRule(Qt::WindingFill);
    }
    path.closeSubpath();
    return path;
}

} // namespace

OverviewPainter::OverviewPainter(QPainter& painter, const Theme& theme, qreal zoom)
    : m_painter(painter)
    , m_theme(theme)
    , m_zoom(zoom)
{
    m_painter.setRenderHint(QPainter::Antialiasing);
}

void OverviewPainter::paint(const OverviewLayout& layout)
{
    m_painter.fillRect(layout.header.united(layout.body), m_theme.color(ColorRole::Panel));
    m_painter.save();
    m_painter.setClipRect(layout.body);
    if (layout.selectedRow) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_theme.color(ColorRole::Selection));
        m_painter.drawRoundedRect(*layout.selectedRow, spacing::chipRadius, spacing::chipRadius);
    }
    for (const OverviewText& text : layout.columnTexts)
        paintText(text);
    m_painter.setClipRect(layout.body.adjusted(layout.lanesLeft, 0, 0, 0));
    paintLanes(layout);
    m_painter.setClipRect(layout.header);
    paintText(layout.note);
    m_painter.setClipRect(layout.header.adjusted(layout.lanesLeft, 0, 0, 0));
    for (const OverviewHeadBox& head : layout.heads)
        paintHead(head);
    if (layout.dropMark) {
        m_painter.setPen(QPen(m_theme.color(ColorRole::Accent), 3 * m_zoom, Qt::SolidLine, Qt::RoundCap));
        m_painter.drawLine(*layout.dropMark);
    }
    m_painter.restore();
}

void OverviewPainter::paintLanes(const OverviewLayout& layout)
{
    m_painter.setPen(QPen(m_theme.color(ColorRole::Grid), 1.5 * m_zoom));
    m_painter.drawLines(QList<QLineF>(layout.lanes.begin(), layout.lanes.end()));
    for (const OverviewArrow& arrow : layout.arrows)
        paintArrow(arrow);
    m_painter.setPen(QPen(m_theme.color(ColorRole::Grid), m_zoom));
    m_painter.setBrush(m_theme.color(ColorRole::RaisedPanel));
    for (const QRectF& plate : layout.plates)
        m_painter.drawRoundedRect(plate, plate.height() / 2, plate.height() / 2);
    for (const OverviewText& text : layout.texts)
        paintText(text);
}

void OverviewPainter::paintArrow(const OverviewArrow& arrow)
{
    const QColor color = m_theme.connection(arrow.connection);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(color, (arrow.isFold ? 3 : 1.8) * m_zoom, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    m_painter.drawPolyline(arrow.points);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(color);
    const qsizetype last = arrow.points.size() - 1;
    paintTip(arrow.points[last], arrow.points[last - 1]);
    if (arrow.isReset)
        paintBar(arrow.points[last], arrow.points[last - 1]);
    if (arrow.isFold)
        paintTip(arrow.points[0], arrow.points[1]);
    else
        paintMark(arrow.points[0], arrow.connection);
}

void OverviewPainter::paintTip(QPointF tip, QPointF from)
{
    m_painter.save();
    m_painter.translate(tip);
    m_painter.rotate(-QLineF(from, tip).angle());
    m_painter.scale(m_zoom, m_zoom);
    m_painter.drawPolygon(QPolygonF({{1, 0}, {-tipLength, -tipWidth}, {-tipLength, tipWidth}}));
    m_painter.restore();
}

/// What a reset runs into, as in a ladder.
void OverviewPainter::paintBar(QPointF tip, QPointF from)
{
    const QLineF along(tip, from);
    const QPointF across = QPointF(along.normalVector().unitVector().dx(), along.normalVector().unitVector().dy())
        * (tipWidth + 3) * m_zoom;
    m_painter.save();
    m_painter.setPen(QPen(m_theme.color(ColorRole::ErrorMark), 2.5 * m_zoom, Qt::SolidLine, Qt::RoundCap));
    m_painter.drawLine(tip - across, tip + across);
    m_painter.restore();
}

void OverviewPainter::paintMark(QPointF middle, std::size_t connection)
{
    m_painter.save();
    m_painter.translate(middle);
    m_painter.scale(m_zoom, m_zoom);
    m_painter.drawPath(markShape(connection));
    m_painter.restore();
}

void OverviewPainter::paintText(const OverviewText& text)
{
    m_painter.setFont(m_theme.font(text.font, m_zoom));
    m_painter.setPen(m_theme.color(text.color));
    m_theme.lines().draw(m_painter, text.rect, text.alignment, text.text);
}

void OverviewPainter::paintHead(const OverviewHeadBox& head)
{
    m_painter.setBrush(m_theme.color(ColorRole::RaisedPanel));
    m_painter.setPen(head.isChosen ? QPen(m_theme.color(ColorRole::SelectionEdge), 2.5 * m_zoom)
                                   : QPen(m_theme.color(ColorRole::StrongBorder), m_zoom));
    m_painter.drawRoundedRect(head.rect, spacing::panelRadius * m_zoom, spacing::panelRadius * m_zoom);
    paintText(head.address);
    paintText(head.detail);
}

} // namespace tcpladder
