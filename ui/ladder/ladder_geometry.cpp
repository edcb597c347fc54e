// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ladder/ladder_geometry.h"

#include <algorithm>
#include <cmath>

namespace tcpladder {

namespace {

// At zoom 1. A row holds, from its top: the label, the arrow's slope, and a remark below the arrow.
constexpr qreal lowestRow = 58;
constexpr qreal highestRow = 92;
constexpr std::size_t rowsWorthSpreading = 40; ///< a longer picture keeps its rows close
constexpr qreal tailInRow = 27;
constexpr qreal aroundArrow = 14;      ///< of the band of a row that stands where its time is
constexpr qreal belowTailOnScale = 10; ///< so far below its tail, such a row's consequences begin
constexpr qreal labelTop = 4;          ///< above it, a row is empty
constexpr qreal flattestSlope = 12;
constexpr qreal steepestSlope = 20;
constexpr qreal header = 84;
constexpr qreal marginAbove = 26;
constexpr qreal marginBelow = 30;
constexpr qreal margin = 14;
constexpr qreal signMargin = 8; ///< behind the bar at the selected row
constexpr qreal digitWidth = 8;
constexpr qreal timeColumn = 96;
constexpr qreal stateColumn = 128;
constexpr qreal lane = 16;
constexpr qreal mark = 18;
constexpr qreal markCount = 16; ///< beside the mark, where there are several findings
constexpr qreal shortestArrow = 300;
constexpr qreal longestArrow = 860;

qreal numberColumn(std::size_t segmentCount)
{
    return digitWidth * static_cast<qreal>(std::max<std::size_t>(2, std::to_string(segmentCount).size()));
}

void placeRows(LadderGeometry& geometry, const LadderFrame& frame)
{
    const qreal zoom = frame.zoom;
    geometry.headerHeight = header * zoom;
    geometry.topMargin = marginAbove * zoom;
    geometry.bottomMargin = marginBelow * zoom;
    const qreal room = frame.height - geometry.headerHeight - geometry.topMargin - geometry.bottomMargin;
    const qreal spread = frame.rowCount == 0 ? 0 : room / static_cast<qreal>(frame.rowCount);
    const qreal inPicture = frame.rowCount > rowsWorthSpreading ? lowestRow : highestRow;
    geometry.rowHeight
        = std::floor(frame.isFixedHeight ? std::clamp(spread, lowestRow * zoom, highestRow * zoom) : inPicture * zoom);
    const qreal looseness = (geometry.rowHeight / zoom - lowestRow) / (highestRow - lowestRow);
    geometry.slope = zoom * std::lerp(flattestSlope, steepestSlope, std::clamp(looseness, 0.0, 1.0));
}

void placeColumns(LadderGeometry& geometry, const LadderFrame& frame)
{
    const qreal zoom = frame.zoom;
    const qreal numbers = numberColumn(frame.segmentCount) * zoom;
    const qreal times = frame.hasTimes ? timeColumn : 0;
    const qreal fixed = numbers + zoom * (3 * margin + times + 2 * (stateColumn + lane) + mark + markCount);
    // Large numbers take their room from the arrows, so that they alone never make the ladder scroll sideways.
    const qreal shortest = (shortestArrow + 2 * digitWidth) * zoom - numbers;
    const qreal arrow = std::clamp(frame.width - fixed, shortest, longestArrow * zoom);
    const qreal left = std::max<qreal>(0, (frame.width - fixed - arrow) / 2);
    geometry.laneWidth = lane * zoom;
    geometry.stateWidth = stateColumn * zoom;
    geometry.markSize = mark * zoom;
    geometry.signLeft = left + signMargin * zoom;
    geometry.numberRight = left + margin * zoom + numbers;
    geometry.timeRight = geometry.numberRight + times * zoom;
    geometry.laneALeft = geometry.timeRight + margin * zoom + geometry.stateWidth;
    geometry.laneBLeft = geometry.laneALeft + geometry.laneWidth + arrow;
    geometry.markLeft = geometry.laneBLeft + geometry.laneWidth + geometry.stateWidth;
    geometry.width = std::max(frame.width, fixed + arrow);
}

bool isOnScale(const LadderGeometry& geometry, std::size_t row)
{
    return geometry.scale && row < geometry.scale->size();
}

/// The first arrow's tail stands where it does on a ladder of even rows.
qreal scaleOrigin(const LadderGeometry& geometry)
{
    return tailInRow * geometry.zoom - geometry.scale->tail(0) * geometry.zoom;
}

} // namespace

qreal toScale(const LadderGeometry& geometry, qreal y)
{
    return (y - scaleOrigin(geometry)) / geometry.zoom;
}

qreal fromScale(const LadderGeometry& geometry, qreal y)
{
    return scaleOrigin(geometry) + y * geometry.zoom;
}

qreal narrowestLadder(qreal zoom)
{
    return zoom
        * (3 * margin + 2 * digitWidth + timeColumn + 2 * (stateColumn + lane) + mark + markCount + shortestArrow);
}

LadderGeometry makeLadderGeometry(const LadderFrame& frame)
{
    LadderGeometry geometry;
    geometry.zoom = frame.zoom;
    if (frame.scale && frame.scale->size() > 0)
        geometry.scale = frame.scale;
    placeRows(geometry, frame);
    placeColumns(geometry, frame);
    return geometry;
}

qreal contentHeight(const LadderGeometry& geometry, std::size_t rowCount)
{
    return geometry.topMargin + rowTop(geometry, rowCount) + geometry.bottomMargin;
}

qreal rowTop(const LadderGeometry& geometry, std::size_t row)
{
    if (!geometry.scale)
        return geometry.rowHeight * static_cast<qreal>(row);
    if (isOnScale(geometry, row))
        return fromScale(geometry, geometry.scale->y(row)) - tailInRow * geometry.zoom;
    const qreal below = fromScale(geometry, geometry.scale->bottom()) + (lowestRow - tailInRow) * geometry.zoom;
    return below + geometry.rowHeight * static_cast<qreal>(row - geometry.scale->size());
}

qreal tailY(const LadderGeometry& geometry, std::size_t row)
{
    return isOnScale(geometry, row) ? fromScale(geometry, geometry.scale->tail(row))
                                    : rowTop(geometry, row) + tailInRow * geometry.zoom;
}

qreal headY(const LadderGeometry& geometry, std::size_t row)
{
    return isOnScale(geometry, row) ? fromScale(geometry, geometry.scale->head(row))
                                    : tailY(geometry, row) + geometry.slope;
}

qreal captureY(const LadderGeometry& geometry, std::size_t row)
{
    return isOnScale(geometry, row) ? fromScale(geometry, geometry.scale->y(row)) : tailY(geometry, row);
}

RowBand rowBand(const LadderGeometry& geometry, std::size_t row)
{
    if (!isOnScale(geometry, row))
        return {rowTop(geometry, row), geometry.rowHeight};
    const qreal around = aroundArrow * geometry.zoom;
    const qreal top = tailY(geometry, row) - around;
    return {top, headY(geometry, row) + around - top};
}

qreal remarkRoom(const LadderGeometry& geometry)
{
    return geometry.rowHeight - geometry.slope - (tailInRow - labelTop) * geometry.zoom;
}

qreal positionY(const LadderGeometry& geometry, const LadderPosition& position)
{
    switch (position.place) {
    case RowPlace::LadderTop: return -geometry.topMargin;
    case RowPlace::Tail: return tailY(geometry, position.row);
    case RowPlace::Head: return headY(geometry, position.row);
    case RowPlace::BelowTail:
        return tailY(geometry, position.row)
            + (geometry.scale ? belowTailOnScale * geometry.zoom : geometry.rowHeight / 3);
    }
    return 0;
}

std::size_t rowAt(const LadderGeometry& geometry, QPointF point, std::size_t rowCount)
{
    const std::size_t onScale = geometry.scale ? geometry.scale->size() : 0;
    const qreal evenTop = rowTop(geometry, onScale);
    if (onScale > 0 && (point.y() < evenTop || onScale == rowCount)) {
        const qreal left = laneInnerEdge(geometry, Side::A);
        const qreal along = (point.x() - left) / (laneInnerEdge(geometry, Side::B) - left);
        return geometry.scale->nearestTo(toScale(geometry, point.y()), std::clamp(along, 0.0, 1.0));
    }
    const qreal row = static_cast<qreal>(onScale) + std::floor((point.y() - evenTop) / geometry.rowHeight);
    return static_cast<std::size_t>(std::clamp<qreal>(row, 0, static_cast<qreal>(rowCount) - 1));
}

qreal laneLeft(const LadderGeometry& geometry, Side side)
{
    return side == Side::A ? geometry.laneALeft : geometry.laneBLeft;
}

qreal laneCentre(const LadderGeometry& geometry, Side side)
{
    return laneLeft(geometry, side) + geometry.laneWidth / 2;
}

qreal laneInnerEdge(const LadderGeometry& geometry, Side side)
{
    return side == Side::A ? geometry.laneALeft + geometry.laneWidth : geometry.laneBLeft;
}

qreal laneOuterEdge(const LadderGeometry& geometry, Side side)
{
    return side == Side::A ? geometry.laneALeft : geometry.laneBLeft + geometry.laneWidth;
}

Timestamp timeAt(const LadderGeometry& geometry, const LadderTimedStretch& stretch, qreal y)
{
    const qreal top = positionY(geometry, stretch.top);
    const qreal bottom = positionY(geometry, stretch.bottom);
    const qreal part = std::clamp((y - top) / (bottom - top), 0.0, 1.0);
    const auto whole = static_cast<qreal>((stretch.end - stretch.start).count());
    return stretch.start + Duration(std::llround(part * whole));
}

qreal yAt(const LadderGeometry& geometry, const LadderTimedStretch& stretch, Timestamp time)
{
    const qreal top = positionY(geometry, stretch.top);
    const qreal bottom = positionY(geometry, stretch.bottom);
    const auto whole = static_cast<qreal>((stretch.end - stretch.start).count());
    const auto part = static_cast<qreal>((time - stretch.start).count()) / whole;
    return top + (bottom - top) * std::clamp(part, 0.0, 1.0);
}

} // namespace tcpladder
