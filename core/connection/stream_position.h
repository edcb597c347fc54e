// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/sequence_number.h"

#include <cstdint>

namespace tcpladder {

/// A place in one direction of a connection, counted in 64 bits so that it never wraps: 2^32 times the number of wraps,
/// plus the sequence number. Positions start one wrap up, so that what comes before the first one seen stays above 0.
using StreamPosition = std::uint64_t;

/// The position of a sequence number that is first seen in its direction.
constexpr StreamPosition firstPosition(SequenceNumber number)
{
    return (StreamPosition{1} << 32) + number.value;
}

/// The position of a number that lies within 2^31 of a known position (RFC 9293 section 3.4).
constexpr StreamPosition positionNear(StreamPosition known, SequenceNumber number)
{
    const SequenceNumber low{static_cast<std::uint32_t>(known)};
    return known + static_cast<StreamPosition>(static_cast<std::int64_t>(number - low));
}

} // namespace tcpladder
