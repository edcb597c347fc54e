// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_scene.h"

#include <QGraphicsItem>

#include <array>

namespace tcpladder {

/// The bars and marks of a chart.
class MarksItem : public QGraphicsItem
{
public:
    MarksItem(const ChartScene& scene, const Theme& theme);

    void setArea(const QRectF& plotArea);

    QRectF boundingRect() const override { return m_area; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    using MarkSizes = std::array<qreal, static_cast<std::size_t>(SeriesRole::Count)>;

    MarkSizes markSizes() const;
    void paintMark(QPainter& painter, const ChartMark& mark, qreal size) const;
    void paintBar(QPainter& painter, const ChartMark& mark, const SeriesStyle& style) const;

    const ChartScene& m_scene;
    const Theme& m_theme;
    QRectF m_area;
};

} // namespace tcpladder
