// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/series/series_store.h"
#include "ui/charts/chart_range.h"

#include <cmath>
#include <vector>

namespace tcpladder {

/// Which points of a series are drawn where a stretch of time is as wide as so many columns of pixels: of each column
/// the lowest, the highest and the last one, in their order. Those between them would hide behind the line or the bars
/// that these make. Columns without points have none.
///
/// However many points there are it costs a search for each column, and what SeriesStore::extremes() costs.
template <class Point>
std::vector<std::size_t> reduceToColumns(const SeriesStore<Point>& store, const ValueRange& seconds, int columns)
{
    std::vector<std::size_t> kept;
    const std::size_t end = store.firstAt(fromSeconds(seconds.to) + Duration(1));
    std::size_t first = store.firstAt(fromSeconds(seconds.from));
    double column = -1;
    while (first < end) {
        // What rounding puts before the column's edge belongs to it all the same.
        column = std::max(column + 1, std::floor(seconds.partOf(toSeconds(store[first].time)) * columns));
        const double nextPart = (column + 1) / columns;
        const std::size_t behind = std::clamp(store.firstAt(fromSeconds(seconds.at(nextPart)), first), first + 1, end);
        const auto found = store.extremes(first, behind);
        const auto [low, high] = std::minmax(found.lowest, found.highest);
        kept.push_back(low);
        if (high != low)
            kept.push_back(high);
        if (behind - 1 != high)
            kept.push_back(behind - 1);
        first = behind;
    }
    return kept;
}

} // namespace tcpladder
