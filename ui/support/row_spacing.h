// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace tcpladder {

/// What the distance between two rows means.
enum class RowSpacing : std::uint8_t {
    Even,       ///< nothing: each segment has as much room as any other
    FoldedTime, ///< time, but for long silences, which are all drawn alike
    LinearTime, ///< time
};

} // namespace tcpladder
