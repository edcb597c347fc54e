// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finding/sequence_rules.h"

namespace tcpladder {

/// Reports what an acknowledgment and a window say, and moves the track of what the sender said about the other
/// direction.
void applyAcknowledgmentRules(const AnalysisStep& step, SequenceRole role);

/// How octets sent up to a position fill the receiver's window; nothing where that window is not known.
struct WindowUse
{
    std::uint64_t window = 0; ///< octets, as the receiver announced it last
    std::int64_t left = 0;    ///< octets; below 0 where more was sent
    /// Less is left than one unit of the scale, in which windows are announced; up to one more may be remembered (RFC
    /// 7323 section 2.4).
    bool isFull = false;
};
WindowUse windowUse(const ConnectionFacts& facts, Side receiver, const StreamTrack& track, StreamPosition to);

/// A segment that fills the peer's window to its last octet.
void applyWindowFullRule(const AnalysisStep& step, SequenceRole role);

} // namespace tcpladder
