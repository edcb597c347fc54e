// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ladder/ladder_layout.h"

namespace tcpladder {

/// A ladder scrolls in parts of rows, since a scroll bar's int could not count the pixels of a long one.
inline constexpr int stepsPerRow = 8;

qreal pixelsPerStep(const LadderGeometry& geometry);

struct ScrollRange
{
    int steps = 0; ///< the last one
    int page = 1;
};

/// \param height of the window, with the header
ScrollRange scrollRange(const LadderGeometry& geometry, std::size_t rowCount, qreal height);

/// Where to scroll, as little as needed, to where the row and its neighbours are seen; nothing where they are.
std::optional<int> stepToShow(const LadderGeometry& geometry, const LadderWindow& window, std::size_t row);

/// The rows whose arrows are wholly seen.
RowRange rowsInWindow(const LadderGeometry& geometry, const LadderWindow& window, std::size_t rowCount);

} // namespace tcpladder
