// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id_list.h"
#include "core/connection/endpoint.h"
#include "core/connection/segment_record.h"

#include <array>

namespace tcpladder {

/// What one side sent; retransmissions count each time.
struct SideCounts
{
    std::uint64_t payloadBytes = 0;
    std::uint32_t segments = 0;
};

/// One incarnation of a pair of endpoints. A reused pair is a new connection.
struct Connection
{
    EndpointPair endpoints; ///< A, the sender of the first captured segment, then B
    std::array<SideCounts, 2> counts;
    IdList<SegmentId> segments; ///< in capture order
    ConnectionId previous;      ///< the incarnation of the same pair before this one

    const Endpoint& endpoint(Side side) const { return endpoints[indexOf(side)]; }
};

} // namespace tcpladder
