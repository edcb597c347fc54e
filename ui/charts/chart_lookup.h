// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_contents.h"

#include <functional>

namespace tcpladder {

/// Where the segment, or else the moment, is on the vertical axis; nothing where the chart says nothing of it. Looks at
/// all points, not only at those that are drawn.
std::optional<double> valueAt(
    const ConnectionSeries& series, const ChartRequest& request, SegmentId segment, Duration time);

/// What is drawn nearest to a point.
struct NearestPoint
{
    SeriesRole role = SeriesRole::Count;
    double time = 0;
    double from = 0;
    double to = 0;
    SegmentId segment;
};

/// \param toPixels of seconds and values
/// \param reach in pixels, beyond which nothing is near
std::optional<NearestPoint> nearestPoint(
    const ChartContents& contents, QPointF pixel, const std::function<QPointF(QPointF)>& toPixels, double reach);

} // namespace tcpladder
