// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/mark_shapes.h"

#include <QPainter>

#include <algorithm>

namespace tcpladder {

namespace {

constexpr qreal markSize = 8;

TcpFlag flagOf(char letter)
{
    switch (letter) {
    case 'S': return TcpFlag::Syn;
    case 'F': return TcpFlag::Fin;
    default: return TcpFlag::Rst;
    }
}

bool isBar(SeriesRole role)
{
    return role == SeriesRole::Data || role == SeriesRole::Sack || role == SeriesRole::Retransmitted
        || role == SeriesRole::OutOfOrder || role == SeriesRole::Probe;
}

} // namespace

void drawMark(QPainter& painter, QPointF middle, qreal size, const SeriesStyle& style, const Theme& theme)
{
    const qreal r = size / 2;
    const qreal x = middle.x();
    const qreal y = middle.y();
    painter.setPen(QPen(style.color, std::min(1.5, size / 4)));
    painter.setBrush(style.color);
    switch (style.mark) {
    case MarkShape::Dot: painter.drawEllipse(middle, r * 0.6, r * 0.6); break;
    case MarkShape::Ring:
        painter.setBrush(theme.color(ColorRole::Panel));
        painter.drawEllipse(middle, r * 0.7, r * 0.7);
        break;
    case MarkShape::Cross:
        painter.drawLine(QPointF(x - r, y - r), QPointF(x + r, y + r));
        painter.drawLine(QPointF(x - r, y + r), QPointF(x + r, y - r));
        break;
    case MarkShape::Triangle:
        painter.drawPolygon(QPolygonF{{x, y - r}, {x + r, y + r * 0.8}, {x - r, y + r * 0.8}});
        break;
    case MarkShape::Diamond:
        painter.setBrush(Qt::NoBrush);
        painter.drawPolygon(QPolygonF{{x, y - r}, {x + r, y}, {x, y + r}, {x - r, y}});
        break;
    case MarkShape::Square: painter.drawRect(QRectF(x - r * 0.6, y - r * 0.6, r * 1.2, r * 1.2)); break;
    case MarkShape::Letter:
    case MarkShape::None: break;
    }
}

void drawLetter(QPainter& painter, QPointF middle, char letter, const Theme& theme)
{
    const QRectF chip(middle - QPointF(7, 7), QSizeF(14, 14));
    painter.setPen(QPen(theme.color(ColorRole::Panel), 1));
    painter.setBrush(theme.flag(flagOf(letter)));
    painter.drawRoundedRect(chip, 3, 3);
    painter.setPen(theme.color(ColorRole::TextOnColor));
    painter.setFont(theme.font(FontRole::CaptionBold, 0.85));
    painter.drawText(chip, Qt::AlignCenter, QString(QLatin1Char(letter)));
}

void drawSample(QPainter& painter, const QRectF& rect, SeriesRole role, const Theme& theme)
{
    const SeriesStyle style = seriesStyle(role, theme);
    const QPointF middle = rect.center();
    painter.setRenderHint(QPainter::Antialiasing);
    if (role == SeriesRole::Control) {
        drawLetter(painter, middle, 'S', theme);
        return;
    }
    painter.setPen(QPen(style.color, std::max(style.width, 2.0), style.line));
    if (isBar(role))
        painter.drawLine(QPointF(middle.x(), rect.top() + 1), QPointF(middle.x(), rect.bottom() - 1));
    else if (style.line != Qt::NoPen)
        painter.drawLine(QPointF(rect.left(), middle.y()), QPointF(rect.right(), middle.y()));
    if (role != SeriesRole::Sack)
        drawMark(painter, middle, markSize, style, theme);
}

} // namespace tcpladder
