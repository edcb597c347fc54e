// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finding/sequence_rules.h"

namespace tcpladder {

/// Reports what an acknowledgment and a window say, and moves the track of what the sender said about the other
/// direction.
void applyAcknowledgmentRules(const AnalysisStep& step, SequenceRole role);

/// A segment that fills the peer's window to its last octet.
void applyWindowFullRule(const AnalysisStep& step, SequenceRole role);

} // namespace tcpladder
