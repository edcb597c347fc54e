// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/marks_item.h"

#include "ui/charts/mark_shapes.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace tcpladder {

namespace {

constexpr qreal markSize = 8;
constexpr qreal smallestMark = 3;
constexpr qreal roomOfMark = 10; ///< pixels of width for each, before marks hide the lines that they stand on
constexpr qreal shortestBar = 2;
constexpr qreal longestCapGap = 5; ///< a bar that is shorter has no caps: they would hide it

} // namespace

MarksItem::MarksItem(const ChartScene& scene, const Theme& theme)
    : m_scene(scene)
    , m_theme(theme)
{
}

void MarksItem::setArea(const QRectF& plotArea)
{
    prepareGeometryChange();
    m_area = plotArea;
}

void MarksItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(m_area);
    const MarkSizes sizes = markSizes();
    for (const ChartMark& mark : m_scene.contents().marks)
        paintMark(*painter, mark, sizes[std::to_underlying(mark.role)]);
    painter->setClipping(false);
}

/// Many marks are drawn smaller than few.
MarksItem::MarkSizes MarksItem::markSizes() const
{
    MarkSizes sizes{};
    for (const ChartMark& mark : m_scene.contents().marks)
        sizes[std::to_underlying(mark.role)] += mark.hasShape ? roomOfMark : 0;
    for (qreal& size : sizes)
        size = std::clamp(markSize * m_area.width() / std::max<qreal>(size, 1), smallestMark, markSize);
    return sizes;
}

void MarksItem::paintMark(QPainter& painter, const ChartMark& mark, qreal size) const
{
    const SeriesStyle style = seriesStyle(mark.role, m_theme);
    if (mark.to > mark.from)
        paintBar(painter, mark, style);
    const QPointF middle = m_scene.toScene({mark.time, (mark.from + mark.to) / 2});
    if (!m_area.contains(middle))
        return;
    if (mark.letter != 0)
        drawLetter(painter, middle, mark.letter, m_theme);
    else if (mark.hasShape)
        drawMark(painter, middle, size, style, m_theme);
}

/// As tcptrace draws a segment: a line with short caps at its ends.
void MarksItem::paintBar(QPainter& painter, const ChartMark& mark, const SeriesStyle& style) const
{
    QPointF top = m_scene.toScene({mark.time, mark.to});
    QPointF bottom = m_scene.toScene({mark.time, mark.from});
    if (bottom.y() - top.y() < shortestBar)
        top.setY(bottom.y() - shortestBar);
    if (top.y() > m_area.bottom() || bottom.y() < m_area.top())
        return;
    top.setY(std::max(top.y(), m_area.top() - 1)); // what is far outside would overflow the painter
    bottom.setY(std::min(bottom.y(), m_area.bottom() + 1));
    painter.setPen(QPen(style.color, style.width, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(bottom, top);
    if (mark.role == SeriesRole::Data && bottom.y() - top.y() > longestCapGap) {
        const QPointF half(2, 0);
        painter.drawLine(bottom - half, bottom + half);
        painter.drawLine(top - half, top + half);
    }
}

} // namespace tcpladder
