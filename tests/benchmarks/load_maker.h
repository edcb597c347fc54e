// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>

namespace tcpladder {

/// What a load consists of. The same numbers make the same bytes.
struct Load
{
    std::uint32_t packets = 1'000'000;
    std::uint32_t connections = 10'000;
    std::uint32_t concurrent = 1000; ///< connections that live at once
    std::uint32_t snapLength = 96;
    std::uint32_t payloadLength = 1000; ///< of a data segment
};

/// Writes a classic pcap of Ethernet, IPv4 and TCP, piece by piece: connections from their handshake to their close,
/// with data, ACKs and some losses in between, interleaved as on a busy host's link. TCP checksums are right.
void makeLoad(const Load& load, const std::function<void(std::span<const std::byte>)>& write);

} // namespace tcpladder
