// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/capture_document.h"

#include <array>
#include <optional>

namespace tcpladder {

/// How long a segment takes between each side and the place of the capture, by side, estimated from the handshake.
///
/// Between the SYN and the SYN,ACK the way to the responder was gone there and back, between the SYN,ACK and its ACK
/// the way to the initiator. Half of each is the way, if both directions are alike and neither side waits; so wherever
/// the capture was taken, the near side's delay comes out as next to nothing.
using PathDelays = std::array<Duration, 2>;

/// Nothing where the capture has no whole handshake with times.
std::optional<PathDelays> estimatePathDelays(const CaptureDocument& document, const Connection& connection);

} // namespace tcpladder
