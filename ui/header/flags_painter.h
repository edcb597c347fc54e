// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/packet_fields.h"
#include "ui/header/flags_layout.h"

class QPainter;

namespace tcpladder {

/// marked: the field under the cursor or selected, in whichever view.
void paintFlags(QPainter& painter, const FlagsContent& content, const FlagsLayout& layout,
    std::optional<HeaderField> marked, const Theme& theme);

} // namespace tcpladder
