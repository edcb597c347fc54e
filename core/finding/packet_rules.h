// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finding/analysis_step.h"

namespace tcpladder {

/// Checksums, options, sizes, timestamps: what one packet shows by itself.
void applyPacketRules(const AnalysisStep& step);

} // namespace tcpladder
