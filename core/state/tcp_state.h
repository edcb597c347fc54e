// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace tcpladder {

/// The states of RFC 9293 section 3.3.2, and Unknown before any evidence.
enum class TcpState : std::uint8_t {
    Unknown,
    Closed,
    Listen,
    SynSent,
    SynReceived,
    Established,
    FinWait1,
    FinWait2,
    CloseWait,
    Closing,
    LastAck,
    TimeWait,
    Count,
};

/// "SYN_SENT": the RFC's name with an underscore.
std::string_view stateName(TcpState state);

/// How sure a transition is.
enum class Certainty : std::uint8_t {
    Observed, ///< the endpoint's own segment shows the change
    Proven,   ///< it came with a segment that was received, and a later segment of the endpoint's own shows that
    Expected, ///< it came with a segment that should have arrived; nothing shows it yet, nothing speaks against it
    Computed, ///< a timer, which is not on the wire
    Assumed,  ///< before the capture began, or not on the wire at all
    Count,
};

/// "observed".
std::string_view certaintyName(Certainty certainty);

} // namespace tcpladder
