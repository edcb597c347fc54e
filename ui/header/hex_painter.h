// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/header/hex_layout.h"

#include <QFont>

class QPainter;

namespace tcpladder {

class Theme;

/// What of a packet is drawn: rows from first to before last.
struct HexScene
{
    struct Rows
    {
        std::size_t first = 0;
        std::size_t last = 0;
    };

    const HexGeometry& geometry;
    const QFont& font;
    Bytes bytes;
    std::span<const PacketField> fields;
    Rows rows{};
    std::vector<DigitRange> marked{};     ///< the field under the cursor
    std::optional<DigitRange> selected{}; ///< the bytes to copy
    bool hasFocus = false;
};

void paintHex(QPainter& painter, const HexScene& scene, const Theme& theme);

} // namespace tcpladder
