// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ladder/ladder_scroll.h"

#include <algorithm>
#include <cmath>

namespace tcpladder {

qreal pixelsPerStep(const LadderGeometry& geometry)
{
    return geometry.rowHeight / stepsPerRow;
}

ScrollRange scrollRange(const LadderGeometry& geometry, std::size_t rowCount, qreal height)
{
    const qreal seen = height - geometry.headerHeight;
    const qreal hidden = contentHeight(geometry, rowCount) - seen;
    return {.steps = std::max(0, static_cast<int>(std::ceil(hidden / pixelsPerStep(geometry)))),
        .page = std::max(1, static_cast<int>(seen / pixelsPerStep(geometry)))};
}

std::optional<int> stepToShow(const LadderGeometry& geometry, const LadderWindow& window, std::size_t row)
{
    const qreal perStep = pixelsPerStep(geometry);
    const qreal seen = window.height - geometry.headerHeight;
    const qreal context = seen >= 3 * geometry.rowHeight ? geometry.rowHeight : 0;
    const RowBand band = rowBand(geometry, row);
    const qreal top = geometry.topMargin + band.top - context;
    const qreal bottom = top + band.height + 2 * context;
    if (top < window.scrolled || seen < geometry.rowHeight)
        return row == 0 ? 0 : static_cast<int>(std::floor(top / perStep));
    if (bottom > window.scrolled + seen)
        return static_cast<int>(std::ceil((bottom - seen) / perStep));
    return std::nullopt;
}

RowRange rowsInWindow(const LadderGeometry& geometry, const LadderWindow& window, std::size_t rowCount)
{
    RowRange rows = visibleRows(geometry, window, rowCount);
    const qreal top = window.scrolled - geometry.topMargin;
    const qreal bottom = top + window.height - geometry.headerHeight;
    while (rows.first < rows.end && tailY(geometry, rows.first) < top)
        ++rows.first;
    while (rows.first < rows.end && headY(geometry, rows.end - 1) > bottom)
        --rows.end;
    return rows;
}

} // namespace tcpladder
