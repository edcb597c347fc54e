// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/overview/overview_layout.h"

class QPainter;

namespace tcpladder {

/// Draws a layout, on the screen and into files alike. It decides nothing.
class OverviewPainter
{
public:
    OverviewPainter(QPainter& painter, const Theme& theme, qreal zoom);

    void paint(const OverviewLayout& layout);

private:
    void paintLanes(const OverviewLayout& layout);
    void paintArrow(const OverviewArrow& arrow);
    void paintTip(QPointF tip, QPointF from);
    void paintBar(QPointF tip, QPointF from);
    void paintMark(QPointF middle, std::size_t connection);
    void paintText(const OverviewText& text);
    void paintHead(const OverviewHeadBox& head);

    QPainter& m_painter;
    const Theme& m_theme;
    qreal m_zoom;
};

} // namespace tcpladder
