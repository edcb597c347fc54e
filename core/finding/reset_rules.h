// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finding/analysis_step.h"

namespace tcpladder {

/// Why a RST was sent, as far as its number and the segments before it show: the variants of rst.
enum class ResetReason : std::uint8_t {
    Abort,        ///< of its own will (RFC 9293 section 3.10.5)
    NoConnection, ///< the answer to a segment for which it has no connection (3.10.7.1)
    ClosedSocket, ///< it has sent its FIN, and data came for an application that is gone (3.6.1 MAY-1)
    StrangeAck,   ///< it is opening, and was acknowledged what it never sent (3.10.7.3 first)
    Silence,      ///< its probes had no answer (3.8.3, 3.8.4)
    Count,
};

/// A RST: why it was sent.
void applyResetRules(const AnalysisStep& step);

/// The sender goes on though a RST was sent to it: that was no reset after all.
void applyIgnoredResetRule(const AnalysisStep& step);

} // namespace tcpladder
