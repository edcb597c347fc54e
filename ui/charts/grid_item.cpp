// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/grid_item.h"

#include "ui/support/state_fill.h"

#include <QPainter>

namespace tcpladder {

namespace {

constexpr float strength = 0.55F;

} // namespace

GridItem::GridItem(const ChartScene& scene, const Theme& theme)
    : m_scene(scene)
    , m_theme(theme)
{
}

void GridItem::setArea(const QRectF& plotArea)
{
    prepareGeometryChange();
    m_area = plotArea;
}

void GridItem::setTicks(const AxisTicks& time, const AxisTicks& value)
{
    m_time = time;
    m_value = value;
    update();
}

QList<QLineF> GridItem::lines() const
{
    QList<QLineF> lines;
    for (const AxisTick& tick : m_value.ticks) {
        const qreal y = m_scene.toScene({0, tick.value}).y();
        lines << QLineF(m_area.left(), y, m_area.right(), y);
    }
    for (const AxisTick& tick : m_time.ticks) {
        const qreal x = m_scene.toScene({tick.value, 0}).x();
        lines << QLineF(x, m_area.top(), x, m_area.bottom());
    }
    return lines;
}

void GridItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(QPen(tint(m_theme.color(ColorRole::Grid), strength, m_theme.color(ColorRole::Panel)), 1));
    painter->drawLines(lines());
}

} // namespace tcpladder
