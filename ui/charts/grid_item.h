// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/axis_ticks.h"
#include "ui/charts/chart_scene.h"

#include <QGraphicsItem>

namespace tcpladder {

/// The lines behind a plot, one for each tick. Not those of Qt Charts, which keep their place when the plot becomes
/// wider and its range stays (seen with Qt 6.4).
class GridItem : public QGraphicsItem
{
public:
    GridItem(const ChartScene& scene, const Theme& theme);

    void setArea(const QRectF& plotArea);
    void setTicks(const AxisTicks& time, const AxisTicks& value);

    /// Across, then upright; in the scene's points.
    QList<QLineF> lines() const;

    QRectF boundingRect() const override { return m_area.adjusted(-1, -1, 1, 1); }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    const ChartScene& m_scene;
    const Theme& m_theme;
    QRectF m_area;
    AxisTicks m_time;
    AxisTicks m_value;
};

} // namespace tcpladder
