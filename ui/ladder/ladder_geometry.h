// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "ui/ladder/ladder_contents.h"
#include "ui/ladder/time_scale.h"

#include <QRectF>

#include <memory>

namespace tcpladder {

/// Where things are on the ladder. All lengths in device-independent pixels; y of rows counts from the top of the first
/// row, whatever is scrolled. Doubles hold a hundred million rows to the pixel.
///
///     number  time      state names |lane A|  ---- arrow ---->  |lane B| state names  marks
struct LadderGeometry
{
    qreal zoom = 1;
    qreal width = 0;
    qreal headerHeight = 0;
    qreal rowHeight = 0;
    qreal slope = 0;     ///< how much lower an arrow's head is than its tail
    qreal topMargin = 0; ///< above the first row, where the first states stand
    qreal bottomMargin = 0;
    qreal signLeft = 0;    ///< of bookmarks and the signs of comments
    qreal numberRight = 0; ///< right edges of the columns
    qreal timeRight = 0;
    qreal stateWidth = 0; ///< for the names beside each lane
    qreal laneWidth = 0;
    qreal laneALeft = 0;
    qreal laneBLeft = 0;
    qreal markLeft = 0; ///< of the findings' icons
    qreal markSize = 0;
    std::shared_ptr<const TimeScale> scale; ///< of the segments' rows; none where they are evenly spaced

    bool operator==(const LadderGeometry&) const = default;
};

struct LadderFrame
{
    qreal width = 0;
    qreal height = 0;
    qreal zoom = 1;
    std::size_t rowCount = 0;
    std::size_t segmentCount = 0;
    std::shared_ptr<const TimeScale> scale{};
    bool hasTimes = true; ///< a column for them
    /// A screen of that height: few rows spread over it. Else a picture, as long as it takes.
    bool isFixedHeight = true;
};

/// Below this width, times zoom, the ladder scrolls sideways.
qreal narrowestLadder(qreal zoom);

LadderGeometry makeLadderGeometry(const LadderFrame& frame);

/// From the content's y to the scale's, where there is one.
qreal toScale(const LadderGeometry& geometry, qreal y);
/// And back.
qreal fromScale(const LadderGeometry& geometry, qreal y);

/// Height of all rows with the margins above and below them, without the header.
qreal contentHeight(const LadderGeometry& geometry, std::size_t rowCount);

qreal rowTop(const LadderGeometry& geometry, std::size_t row);
qreal tailY(const LadderGeometry& geometry, std::size_t row);
qreal headY(const LadderGeometry& geometry, std::size_t row);
/// Where the row's number and time stand: when the segment was captured.
qreal captureY(const LadderGeometry& geometry, std::size_t row);
/// From the row's label down to below its arrow.
struct RowBand
{
    qreal top = 0;
    qreal height = 0;
};
RowBand rowBand(const LadderGeometry& geometry, std::size_t row);
/// Height below an arrow, down to what the next row writes above its own.
qreal remarkRoom(const LadderGeometry& geometry);
qreal positionY(const LadderGeometry& geometry, const LadderPosition& position);

/// The row at a point, the first or last one beyond the ends. There must be rows.
std::size_t rowAt(const LadderGeometry& geometry, QPointF point, std::size_t rowCount);

qreal laneLeft(const LadderGeometry& geometry, Side side);
qreal laneCentre(const LadderGeometry& geometry, Side side);
/// The edge of the lane that arrows touch.
qreal laneInnerEdge(const LadderGeometry& geometry, Side side);
/// The edge of the lane that state names stand at.
qreal laneOuterEdge(const LadderGeometry& geometry, Side side);

/// The time that y stands for in a stretch, from its start to its end.
Timestamp timeAt(const LadderGeometry& geometry, const LadderTimedStretch& stretch, qreal y);
qreal yAt(const LadderGeometry& geometry, const LadderTimedStretch& stretch, Timestamp time);

} // namespace tcpladder
