// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/capture_builder.h"
#include "tests/support/packet_builder.h"

namespace tcpladder {

/// A capture of hosts 10.0.0.1, .2, ... that talk to each other, a millisecond between two packets.
class ThreeHosts
{
public:
    ThreeHosts& say(
        int from, std::uint16_t fromPort, int to, std::uint16_t toPort, std::uint16_t flags, std::size_t length = 0)
    {
        PacketSpec spec;
        spec.source = "10.0.0." + std::to_string(from);
        spec.destination = "10.0.0." + std::to_string(to);
        spec.sourcePort = fromPort;
        spec.destinationPort = toPort;
        spec.flags = TcpFlags(flags);
        spec.payload = std::string(length, 'x');
        m_builder.add(1, 1000 * m_count++, buildEthernetPacket(spec));
        return *this;
    }

    /// 1 talks to 2 and 3 at the same time, twenty packets of data each, between their SYNs and FINs.
    ThreeHosts& sayTwoTransfers()
    {
        say(1, 1000, 2, 80, 0x002).say(1, 1001, 3, 80, 0x002);
        for (int i = 0; i < 20; ++i)
            say(1, 1000, 2, 80, 0x018, 10).say(1, 1001, 3, 80, 0x018, 100);
        return say(1, 1000, 2, 80, 0x011).say(1, 1001, 3, 80, 0x011);
    }

    /// 1 looks for open ports of 2.
    ThreeHosts& scan(std::uint16_t ports, std::uint16_t first = 1)
    {
        for (std::uint16_t port = first; port < first + ports; ++port)
            say(1, 4000, 2, port, 0x002).say(2, port, 1, 4000, 0x014);
        return *this;
    }

    /// And finds one.
    ThreeHosts& findOpen(std::uint16_t port)
    {
        return say(1, 4000, 2, port, 0x002).say(2, port, 1, 4000, 0x012).say(1, 4000, 2, port, 0x004);
    }

    const std::vector<std::byte>& bytes() const { return m_builder.bytes(); }

private:
    CaptureBuilder m_builder;
    std::uint32_t m_count = 0;
};

} // namespace tcpladder
