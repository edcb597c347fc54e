// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ladder/ladder_layout.h"

class QPainter;

namespace tcpladder {

/// Draws an arrow so that its shape tells what became of the segment, and its colour what the segment does:
///
///     ordinary     ────────▶     repeated    ─ ─ ─ ─▶▶     lost        ─ ─ ─ ✕
///     out of order ········▷     duplicated  ════════▶     reset       ───────▶┃
void paintLadderArrow(QPainter& painter, const Theme& theme, const LadderArrow& arrow, qreal zoom);

} // namespace tcpladder
