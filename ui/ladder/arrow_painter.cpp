// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ladder/arrow_painter.h"

#include <QPainter>

namespace tcpladder {

namespace {

constexpr qreal lostAt = 0.62; ///< how far a lost segment's arrow comes
constexpr qreal headLength = 12;
constexpr qreal headWidth = 5.5; ///< half of it
constexpr qreal railGap = 2.5;   ///< of a packet captured twice: from the middle to each of its two lines

Qt::PenStyle penStyle(SegmentFate fate)
{
    switch (fate) {
    case SegmentFate::Repeated:
    case SegmentFate::Lost: return Qt::DashLine;
    case SegmentFate::OutOfOrder: return Qt::DotLine;
    default: return Qt::SolidLine;
    }
}

QPolygonF head(qreal tip)
{
    return {{{tip, 0}, {tip - headLength, -headWidth}, {tip - headLength, headWidth}}};
}

/// On a line from the origin to the right.
void paintShaft(QPainter& painter, SegmentFate fate, QColor color, qreal length)
{
    const bool isTwice = fate == SegmentFate::Duplicated;
    const qreal heads = fate == SegmentFate::Repeated ? 2 * headLength - 3 : headLength;
    const qreal end = fate == SegmentFate::Lost ? length * lostAt : length - heads * 0.85;
    painter.setPen(QPen(color, isTwice ? 1.5 : 2, penStyle(fate), Qt::FlatCap));
    if (!isTwice) {
        painter.drawLine(QLineF(0, 0, end, 0));
        return;
    }
    for (const qreal y : {-railGap, railGap})
        painter.drawLine(QLineF(0, y, end, y));
}

void paintHead(QPainter& painter, const Theme& theme, SegmentFate fate, QColor color, qreal length)
{
    if (fate == SegmentFate::Lost) {
        painter.setPen(QPen(theme.color(ColorRole::ErrorMark), 2.5, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QLineF(length * lostAt - 6, -6, length * lostAt + 6, 6));
        painter.drawLine(QLineF(length * lostAt - 6, 6, length * lostAt + 6, -6));
        return;
    }
    const bool isHollow = fate == SegmentFate::OutOfOrder;
    painter.setPen(isHollow ? QPen(color, 1.8, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin) : QPen(Qt::NoPen));
    painter.setBrush(isHollow ? theme.color(ColorRole::Panel) : color);
    painter.drawPolygon(head(isHollow ? length - 1 : length));
    if (fate == SegmentFate::Repeated)
        painter.drawPolygon(head(length - headLength + 2));
    if (fate == SegmentFate::Reset)
        painter.drawRect(QRectF(length - 2, -9, 4, 18));
}

} // namespace

void paintLadderArrow(QPainter& painter, const Theme& theme, const LadderArrow& arrow, qreal zoom)
{
    const QColor color = theme.segmentKind(arrow.kind);
    const qreal length = arrow.line.length() / zoom;
    painter.save();
    painter.translate(arrow.line.p1());
    painter.rotate(-arrow.line.angle());
    painter.scale(zoom, zoom);
    paintShaft(painter, arrow.fate, color, length);
    paintHead(painter, theme, arrow.fate, color, length);
    painter.restore();
}

} // namespace tcpladder
