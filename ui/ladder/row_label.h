// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ladder/layout_context.h"

namespace tcpladder {

/// What is written at an arrow: its flags and numbers, and below it what is unusual about it.
void layOutRowLabel(LayoutContext& context, const LadderSegment& segment, const QLineF& arrow);

} // namespace tcpladder
