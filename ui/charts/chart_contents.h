// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_series.h"

#include <QPointF>

#include <optional>
#include <vector>

namespace tcpladder {

// What is drawn of a connection in one chart: seconds against values, reduced to the columns of pixels that there are.

/// A line through points; each of its corners belongs to a segment, or to none.
struct ChartLine
{
    SeriesRole role = SeriesRole::Count;
    QList<QPointF> points;
    std::vector<SegmentId> segments; ///< as many as points
};

/// A vertical bar, or a mark where both values are the same.
struct ChartMark
{
    SeriesRole role = SeriesRole::Count;
    double time = 0;
    double from = 0;
    double to = 0;
    SegmentId segment;
    char letter = 0;       ///< S, F or R
    bool hasShape = false; ///< the role's mark stands at its middle
};

struct ChartContents
{
    std::vector<ChartLine> lines;
    std::vector<ChartMark> marks;
    Duration averaging{}; ///< over which rates are averaged; 0 in other charts
};

struct ChartRequest
{
    ChartKind kind = ChartKind::Sequence;
    Side sender = Side::A;
    ValueRange time;
    int columns = 1;
    SeriesRoles hidden;
};

/// How far a chart reaches.
struct ChartExtent
{
    ChartRange fitted; ///< what is shown at first: a window that is far larger than what was sent is cut
    ChartRange all;
};

/// Where the chart's points are, with room at the borders; nothing while there are none.
std::optional<ChartExtent> chartExtent(const ConnectionSeries& series, const ChartRequest& request);

/// As long as it stays the same, so does the chart.
struct ChartSize
{
    std::size_t points = 0; ///< of all roles
    Duration duration{};    ///< of the connection, as far as it is read

    bool operator==(const ChartSize&) const = default;
};
ChartSize chartSize(const ConnectionSeries& series, ChartKind kind, Side sender);

ChartContents readChart(const ConnectionSeries& series, const ChartRequest& request);

/// The roles of the chart that have points.
SeriesRoles presentRoles(const ConnectionSeries& series, ChartKind kind, Side sender);

} // namespace tcpladder
