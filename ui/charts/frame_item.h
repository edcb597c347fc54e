// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/axis_ticks.h"
#include "ui/charts/chart_scene.h"

#include <QGraphicsItem>

namespace tcpladder {

/// What surrounds a plot: the axes' numbers and titles, the cross of what is selected, and a margin in the panel's
/// colour, which hides what the lines have outside, since pictures as SVG know no clipping.
class FrameItem : public QGraphicsItem
{
public:
    FrameItem(const ChartScene& scene, const Theme& theme);

    /// Without room for the time axis' title, its last tick says the unit.
    void setAreas(const QRectF& whole, const QRectF& plotArea, bool hasTimeTitle);
    void setTicks(const AxisTicks& time, const AxisTicks& value, const QString& valueTitle);
    void setCross(const ChartCross& cross);
    /// The direction that is drawn, in the colour of its sender.
    void setTitle(const QString& title, Side sender);
    void setMessage(const QString& message);

    QRectF boundingRect() const override { return m_whole; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void paintMargin(QPainter& painter) const;
    void paintTimeTicks(QPainter& painter) const;
    void paintValueTicks(QPainter& painter) const;
    void paintTitles(QPainter& painter) const;
    void paintCross(QPainter& painter) const;

    const ChartScene& m_scene;
    const Theme& m_theme;
    QRectF m_whole;
    QRectF m_area;
    bool m_hasTimeTitle = true;
    AxisTicks m_time;
    AxisTicks m_value;
    QString m_valueTitle;
    QString m_title;
    Side m_sender = Side::A;
    QString m_message;
    ChartCross m_cross;
};

} // namespace tcpladder
