// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finding/analysis_step.h"

namespace tcpladder {

/// What a segment does to its direction of the stream.
enum class SequenceRole : std::uint8_t {
    Nothing, ///< no octets
    New,
    Repeated,
    Late, ///< overtaken, not repeated
    Probe,
    KeepAlive,
};

/// Reports retransmissions by their cause, overtaken segments, probes and keep-alives, and moves the sender's track.
SequenceRole applySequenceRules(const AnalysisStep& step);

} // namespace tcpladder
