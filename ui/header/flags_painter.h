// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/packet_fields.h"
#include "ui/header/flags_layout.h"

class QPainter;

namespace tcpladder {

struct FlagsMarks
{
    std::optional<HeaderField> field{};   ///< under the cursor or selected, in whichever view
    std::optional<std::size_t> focused{}; ///< the cell that the keyboard is at
};

void paintFlags(QPainter& painter, const FlagsContent& content, const FlagsLayout& layout, const FlagsMarks& marks,
    const Theme& theme);

} // namespace tcpladder
