// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/packet_builder.h"

#include <utility>

namespace tcpladder {

/// A segment from the specification's source to its destination.
inline PacketSpec fromClient(
    std::uint16_t flags, std::uint32_t sequence, std::uint32_t acknowledgment, std::string payload = {})
{
    PacketSpec spec;
    spec.flags = TcpFlags(flags);
    spec.sequence = sequence;
    spec.acknowledgment = acknowledgment;
    spec.payload = std::move(payload);
    return spec;
}

/// The other way.
inline PacketSpec fromServer(
    std::uint16_t flags, std::uint32_t sequence, std::uint32_t acknowledgment, std::string payload = {})
{
    PacketSpec spec = fromClient(flags, sequence, acknowledgment, std::move(payload));
    std::swap(spec.source, spec.destination);
    std::swap(spec.sourcePort, spec.destinationPort);
    return spec;
}

} // namespace tcpladder
