// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finding/analysis_step.h"

namespace tcpladder {

/// The variants of ecn.
enum class EcnVariant : std::uint8_t {
    Accepted,
    AcceptedInsteadOfAccurate,
    Marked,   ///< congestion experienced, set on the way
    Reported, ///< the receiver of a mark says so
    Count,
};

/// The variants of accecn.
enum class AccEcnVariant : std::uint8_t { Offered, Accepted, NotAccepted, Count };

/// AE, CWR and ECE as one number, as RFC 9768 section 3.1 writes them.
constexpr std::uint64_t ecnBits(TcpFlags flags)
{
    return std::uint64_t{flags.has(TcpFlag::Ae)} << 2 | std::uint64_t{flags.has(TcpFlag::Cwr)} << 1
        | std::uint64_t{flags.has(TcpFlag::Ece)};
}

/// Explicit congestion notification, classic (RFC 3168) or accurate (RFC 9768): agreed in the handshake, then marks and
/// their reports. The bits never change a state.
void applyEcnRules(const AnalysisStep& step);

} // namespace tcpladder
