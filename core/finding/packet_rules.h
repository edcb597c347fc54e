// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finding/analysis_step.h"

namespace tcpladder {

/// Whether the packet is the sender's last one again, caught at a second place: it is told and counts for nothing else.
bool isCapturedTwice(const Segment& segment, const StreamTrack& own);

/// Checksums, options, sizes, ECN: what one packet shows by itself.
void applyPacketRules(const AnalysisStep& step);

} // namespace tcpladder
