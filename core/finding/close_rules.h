// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finding/analysis_step.h"
#include "core/finding/sequence_rules.h"

namespace tcpladder {

/// How the connection closes: FINs and their order, half-closed, what a FIN's acknowledgment covers.
void applyCloseRules(const AnalysisStep& step, SequenceRole role);

/// What only the end of the capture shows: findings that a capture which grows after all takes back.
std::vector<FindingId> applyEndRules(const AnalysisStep& last);

} // namespace tcpladder
