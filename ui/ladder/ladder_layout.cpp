// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ladder/ladder_layout.h"

#include "ui/ladder/layout_context.h"

#include <algorithm>
#include <cmath>

namespace tcpladder {

namespace {

void layOutSelectedRow(LayoutContext& context)
{
    const auto row = context.contents.selectedRow;
    if (!row)
        return;
    const LadderGeometry& geometry = context.geometry;
    const RowBand band = rowBand(geometry, *row);
    const QRectF rect(context.scaled(spacing::small), context.toView(band.top),
        geometry.width - context.scaled(2 * spacing::small), band.height);
    if (rect.intersects(context.layout.body))
        context.layout.selectedRow = rect;
}

/// Rows that stand by time begin and end where the slowest arrows do.
std::size_t firstRow(const LadderGeometry& geometry, qreal top, std::size_t rowCount)
{
    if (!geometry.scale)
        return rowAt(geometry, {0, top}, rowCount);
    return std::min(geometry.scale->firstAt(toScale(geometry, top) - geometry.scale->reach()), rowCount - 1);
}

std::size_t lastRow(const LadderGeometry& geometry, qreal bottom, std::size_t rowCount)
{
    if (!geometry.scale || bottom > rowTop(geometry, geometry.scale->size()))
        return rowAt(geometry, {0, bottom}, rowCount);
    return geometry.scale->firstAt(toScale(geometry, bottom) + geometry.scale->reach());
}

} // namespace

LadderLayout layOutLadder(
    const LadderContents& contents, const LadderGeometry& geometry, const LadderWindow& window, const Theme& theme)
{
    LayoutContext context(contents, geometry, window, theme);
    layOutHeader(context);
    layOutSelectedRow(context);
    layOutLanes(context);
    const RowRange rows = visibleRows(geometry, window, contents.rowCount());
    for (const LadderSegment& segment : contents.segments) {
        if (segment.row >= rows.first && segment.row < rows.end)
            layOutSegment(context, segment);
    }
    for (const LadderFold& fold : contents.folds) {
        if (fold.row >= rows.first && fold.row < rows.end)
            layOutFold(context, fold);
    }
    layOutSilences(context);
    for (std::size_t i = 0; i < contents.trailing.size(); ++i) {
        const std::size_t row = contents.segmentRows + i;
        if (row >= rows.first && row < rows.end)
            layOutTrailingRow(context, i);
    }
    return std::move(context.layout);
}

RowRange visibleRows(const LadderGeometry& geometry, const LadderWindow& window, std::size_t rowCount)
{
    if (rowCount == 0)
        return {};
    const qreal top = window.scrolled - geometry.topMargin;
    const qreal bottom = top + window.height - geometry.headerHeight;
    const std::size_t first = firstRow(geometry, top, rowCount);
    const std::size_t last = lastRow(geometry, bottom, rowCount);
    return {first == 0 ? 0 : first - 1, std::min(last + 2, rowCount)};
}

std::vector<std::size_t> drawnSegments(
    const LadderGeometry& geometry, const LadderWindow& window, const LadderContents& contents)
{
    const RowRange range = visibleRows(geometry, window, contents.rowCount());
    std::vector<std::size_t> rows;
    for (std::size_t row = range.first; row < std::min(range.end, contents.segmentRows); ++row) {
        if (!geometry.scale || geometry.scale->hasArrow(row) || row == contents.selectedRow)
            rows.push_back(row);
    }
    return rows;
}

} // namespace tcpladder
