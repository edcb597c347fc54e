// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_export.h"

#include "ui/charts/chart_legend.h"

#include <QPainter>

namespace tcpladder {

namespace {

constexpr qreal pictureWidth = 1000;
constexpr qreal chartHeight = 440;
constexpr qreal margin = 12;
constexpr qreal titleHeight = 24;
constexpr qreal legendHeight = 40; ///< two rows

void paintChart(QPainter& painter, const QRectF& place, const ConnectionSeries& series, const PictureChart& chart,
    const ChartPictureRequest& request, const Theme& theme)
{
    ChartScene scene(theme);
    scene.setSize(place.size());
    scene.setTitle(chart.title, chart.sender);
    const int columns = static_cast<int>(scene.plotArea().width());
    scene.setContents(readChart(series, {request.kind, chart.sender, chart.range.time, columns, request.hidden}),
        request.kind, chart.range);
    scene.setCross(chart.cross);
    scene.render(&painter, place, scene.sceneRect());
}

} // namespace

Picture chartPicture(const ConnectionSeries& series, const ChartPictureRequest& request, const Theme& theme)
{
    const qreal top = margin + titleHeight + legendHeight;
    const qreal height = top + static_cast<qreal>(request.charts.size()) * chartHeight;
    const auto paint = [&series, request, &theme, top](QPainter& painter) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(theme.color(ColorRole::Text));
        painter.setFont(theme.font(FontRole::PanelTitle));
        const QRectF title(margin, margin, pictureWidth - 2 * margin, titleHeight);
        painter.drawText(title, Qt::AlignLeft | Qt::AlignTop, request.title);
        paintLegend(painter, title.translated(0, titleHeight), request.roles, request.notes, theme);
        QRectF place(0, top, pictureWidth, chartHeight);
        for (const PictureChart& chart : request.charts) {
            paintChart(painter, place, series, chart, request, theme);
            place.translate(0, chartHeight);
        }
    };
    const auto paintAll = [paint, height, panel = theme.color(ColorRole::Panel)](QPainter& painter) {
        painter.fillRect(QRectF(0, 0, pictureWidth, height), panel);
        paint(painter);
    };
    return {request.title, QSizeF(pictureWidth, height), paintAll};
}

} // namespace tcpladder
