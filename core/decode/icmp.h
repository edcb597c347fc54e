// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/layers.h"
#include "core/decode/sequence_number.h"

#include <optional>

namespace tcpladder {

/// RFC 792 and RFC 4443: both end the walk, with DecodeProblem::IcmpError in front of a quoted packet.
Layer decodeIcmp(LayerWalk& walk);
Layer decodeIcmpV6(LayerWalk& walk);

/// What the error means for the connection (RFC 9293 section 3.9.2.2).
enum class IcmpMeaning : std::uint8_t {
    Soft,   ///< TCP goes on
    Hard,   ///< TCP should give up while it opens a connection
    TooBig, ///< path MTU discovery (RFC 1191, RFC 8201)
};

/// An ICMP error about a TCP segment, as far as it quotes it.
struct IcmpError
{
    IcmpMeaning meaning = IcmpMeaning::Soft;
    std::uint8_t type = 0;
    std::uint8_t code = 0;
    std::uint32_t mtu = 0; ///< of TooBig
    IpAddress source;      ///< of the quoted segment
    IpAddress destination;
    std::uint16_t sourcePort = 0;
    std::uint16_t destinationPort = 0;
    std::optional<SequenceNumber> sequence;
};

/// bytes: the whole packet. Nothing when what is quoted is no TCP segment, or too little of one.
std::optional<IcmpError> decodeIcmpError(LinkType linkType, Bytes bytes);

} // namespace tcpladder
