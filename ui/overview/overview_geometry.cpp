// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overview_layout.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace tcpladder {

namespace {

// At zoom 1.
constexpr qreal header = 58;
constexpr qreal row = 36;
constexpr qreal arrowInRow = 26; ///< below the row's label
constexpr qreal margin = 12;
constexpr qreal digit = 8;
constexpr qreal timeColumn = 100;
constexpr qreal narrowestLane = 168; ///< between two lifelines: a label with ports fits
constexpr qreal widestLane = 420;
constexpr qreal headGap = 12;

} // namespace

OverviewGeometry makeOverviewGeometry(const OverviewFrame& frame)
{
    const qreal zoom = frame.zoom;
    const auto digits = static_cast<qreal>(std::max<std::size_t>(2, std::to_string(frame.largestNumber).size()));
    OverviewGeometry geometry;
    geometry.zoom = zoom;
    geometry.columns = frame.columns;
    geometry.rows = frame.rows;
    geometry.headerHeight = header * zoom;
    geometry.rowHeight = std::round(row * zoom);
    geometry.numberRight = (margin + digit * digits) * zoom;
    geometry.timeRight = geometry.numberRight + timeColumn * zoom;
    const qreal room = frame.width - geometry.timeRight - margin * zoom;
    const auto lanes = static_cast<qreal>(std::max<std::size_t>(1, frame.columns));
    geometry.laneSpacing = std::clamp(room / lanes, narrowestLane * zoom, widestLane * zoom);
    geometry.firstLane = geometry.timeRight + geometry.laneSpacing / 2;
    geometry.width = std::max(frame.width, geometry.timeRight + geometry.laneSpacing * lanes + margin * zoom);
    if (frame.scale && frame.scale->size() > 0)
        geometry.scale = frame.scale;
    return geometry;
}

qreal OverviewGeometry::arrowY(std::size_t of) const
{
    return scale ? (arrowInRow + scale->y(of)) * zoom : rowHeight * static_cast<qreal>(of) + arrowInRow * zoom;
}

qreal OverviewGeometry::height() const
{
    const qreal below = margin * zoom;
    return rows == 0 ? 0 : scale ? arrowY(rows - 1) + rowHeight + below : rowHeight * static_cast<qreal>(rows) + below;
}

std::size_t OverviewGeometry::rowAt(qreal y) const
{
    if (scale)
        return scale->nearestTo(y / zoom - arrowInRow, 0);
    return static_cast<std::size_t>(std::clamp<qreal>(std::floor(y / rowHeight), 0, static_cast<qreal>(rows) - 1));
}

std::size_t OverviewGeometry::columnAt(qreal x) const
{
    const qreal column = std::round((x - firstLane) / laneSpacing);
    return static_cast<std::size_t>(std::clamp<qreal>(column, 0, static_cast<qreal>(columns) - 1));
}

QRectF OverviewGeometry::headRect(std::size_t column) const
{
    const qreal across = laneSpacing - headGap * zoom;
    const qreal top = 8 * zoom;
    return {laneX(column) - across / 2, top, across, headerHeight - 2 * top};
}

ColumnRange seenColumns(const OverviewGeometry& geometry, const OverviewWindow& window)
{
    if (geometry.columns == 0)
        return {};
    return {geometry.columnAt(window.left - geometry.laneSpacing / 2),
        geometry.columnAt(window.left + window.width + geometry.laneSpacing / 2) + 1};
}

std::vector<std::size_t> seenRows(const OverviewGeometry& geometry, const OverviewWindow& window)
{
    std::vector<std::size_t> seen;
    if (geometry.rows == 0)
        return seen;
    const qreal bottom = window.top + window.height - geometry.headerHeight;
    if (!geometry.scale) {
        const std::size_t last = geometry.rowAt(bottom);
        for (std::size_t i = geometry.rowAt(window.top); i <= last; ++i)
            seen.push_back(i);
        return seen;
    }
    const auto onScale = [&](qreal y) { return y / geometry.zoom - arrowInRow; };
    const std::size_t end = std::min(geometry.scale->firstAt(onScale(bottom) + row) + 1, geometry.rows);
    for (std::size_t i = geometry.scale->firstAt(onScale(window.top) - row); i < end; ++i) {
        if (geometry.scale->hasArrow(i))
            seen.push_back(i);
    }
    return seen;
}

} // namespace tcpladder
