// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/state_fill.h"

#include "ui/support/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tcpladder {

namespace {

constexpr qreal patternStep = 9;

/// Stripes that rise to the right, each cut to the rectangle.
void drawStripes(QPainter& painter, const QRectF& rect, QColor color, qreal zoom)
{
    painter.setPen(QPen(color, 2.6 * zoom, Qt::SolidLine, Qt::FlatCap));
    const qreal step = patternStep * zoom;
    const qreal reach = std::min(rect.width(), rect.height());
    const auto stripes = static_cast<int>(std::ceil((rect.width() + rect.height()) / step)) - 1;
    for (int stripe = 1; stripe <= stripes; ++stripe) {
        // The stripe is the set of points whose distances from the left and the top add up to along.
        const qreal along = stripe * step;
        const qreal left = std::max<qreal>(0, along - rect.height());
        const qreal right = std::min(along, rect.width());
        if (right - left > reach * 0.15)
            painter.drawLine(
                rect.topLeft() + QPointF(left, along - left), rect.topLeft() + QPointF(right, along - right));
    }
}

void drawDots(QPainter& painter, const QRectF& rect, QColor color, qreal zoom)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const qreal step = patternStep * zoom;
    const qreal radius = 1.4 * zoom;
    const auto dots = static_cast<int>(std::ceil((rect.height() - step / 2 - radius) / step));
    for (int dot = 0; dot < dots; ++dot)
        painter.drawEllipse(QPointF(rect.center().x(), rect.top() + (dot + 0.5) * step), radius, radius);
}

/// A light fill would be lost on a light panel; its edges are as dark as its name.
void drawEdges(QPainter& painter, const QRectF& rect, QColor color, qreal zoom)
{
    const qreal width = std::min(zoom, std::min(rect.width(), rect.height()) / 6);
    painter.fillRect(QRectF(rect.left(), rect.top(), width, rect.height()), color);
    painter.fillRect(QRectF(rect.right() - width, rect.top(), width, rect.height()), color);
    painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), width), color);
    painter.fillRect(QRectF(rect.left(), rect.bottom() - width, rect.width(), width), color);
}

} // namespace

QColor tint(const QColor& color, float strength, const QColor& ground)
{
    const auto mix = [strength](float part, float groundPart) { return std::lerp(groundPart, part, strength); };
    return QColor::fromRgbF(
        mix(color.redF(), ground.redF()), mix(color.greenF(), ground.greenF()), mix(color.blueF(), ground.blueF()));
}

void fillWithState(
    QPainter& painter, const QRectF& rect, const Theme& theme, TcpState state, FillStrength strength, qreal zoom)
{
    const StateStyle style = theme.state(state);
    const bool isPale = strength == FillStrength::Pale;
    painter.fillRect(rect, isPale ? tint(style.fill, 0.3F, theme.color(ColorRole::Panel)) : style.fill);
    if (style.pattern == FillPattern::Hatched) {
        QColor stripes = isPale ? style.fill : style.onFill;
        stripes.setAlphaF(0.5F);
        drawStripes(painter, rect, stripes, zoom);
    } else if (style.pattern == FillPattern::Dotted) {
        drawDots(painter, rect, style.onFill, zoom);
    }
    if (!isPale)
        drawEdges(painter, rect, style.text, zoom);
}

} // namespace tcpladder
