// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finding/finding.h"

namespace tcpladder {

/// What became of a segment, or what it is to the stream, as far as findings tell: by this it is drawn.
enum class SegmentFate : std::uint8_t {
    Ordinary,
    Repeated,   ///< sent before
    Lost,       ///< has not arrived, as far as anybody can tell
    OutOfOrder, ///< passed the capture point later than what comes behind it
    Duplicated, ///< the same packet, captured a second time
    Reset,
    Count,
};

bool isRetransmission(FindingKind kind);

/// Of a retransmission that speaks for the loss of what it repeats. A SYN or FIN comes again also when its answer was
/// lost.
bool impliesLoss(FindingKind kind);

/// What a finding at the segment makes of it; Ordinary for most.
SegmentFate fateBy(FindingKind kind);

} // namespace tcpladder
