// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ladder/row_signs.h"

#include "ui/support/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace tcpladder {

namespace {

/// A ribbon whose lower end is notched.
QPainterPath ribbon(const QRectF& rect)
{
    const qreal notch = rect.width() / 2;
    QPainterPath path(rect.topLeft());
    path.lineTo(rect.topRight());
    path.lineTo(rect.bottomRight());
    path.lineTo(rect.center().x(), rect.bottom() - notch);
    path.lineTo(rect.bottomLeft());
    path.closeSubpath();
    return path;
}

QPainterPath bubble(const QRectF& rect)
{
    const qreal tail = rect.height() / 4;
    const QRectF body = rect.adjusted(0, 0, 0, -tail);
    QPainterPath path;
    path.addRoundedRect(body, tail, tail);
    QPainterPath tip(QPointF(body.left() + tail, body.bottom() - 1));
    tip.lineTo(body.left() + tail, rect.bottom());
    tip.lineTo(body.left() + 2.5 * tail, body.bottom() - 1);
    tip.closeSubpath();
    return path.united(tip);
}

void paintLines(QPainter& painter, const Theme& theme, const QRectF& rect)
{
    const qreal height = rect.height() * 3 / 4;
    const qreal inset = rect.width() / 5;
    painter.setPen(QPen(theme.color(ColorRole::Panel), rect.height() / 10));
    for (const qreal part : {0.36, 0.66}) {
        const qreal y = rect.top() + height * part;
        painter.drawLine(QPointF(rect.left() + inset, y), QPointF(rect.right() - inset, y));
    }
}

} // namespace

void paintRowSign(QPainter& painter, const Theme& theme, RowSign sign, const QRectF& rect)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(ColorRole::Accent));
    painter.drawPath(sign == RowSign::Bookmark ? ribbon(rect) : bubble(rect));
    if (sign == RowSign::Comment)
        paintLines(painter, theme, rect);
}

} // namespace tcpladder
