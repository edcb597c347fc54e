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
    const QRectF rect(context.scaled(spacing::small), context.toView(rowTop(geometry, *row)),
        geometry.width - context.scaled(2 * spacing::small), geometry.rowHeight);
    if (rect.intersects(context.layout.body))
        context.layout.selectedRow = rect;
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
    for (std::size_t i = 0; i < contents.trailing.size(); ++i) {
        const std::size_t row = contents.segmentCount + i;
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
    const std::size_t first = rowAt(geometry, top, rowCount);
    const std::size_t last = rowAt(geometry, bottom, rowCount);
    return {first == 0 ? 0 : first - 1, std::min(last + 2, rowCount)};
}

} // namespace tcpladder
