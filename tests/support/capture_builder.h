// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/link_type.h"
#include "tests/support/byte_writer.h"

namespace tcpladder {

/// Writes a classic pcap in memory.
class CaptureBuilder
{
public:
    explicit CaptureBuilder(
        LinkType linkType = LinkType::Ethernet, ByteOrder order = ByteOrder::Little, bool nanoseconds = false)
        : m_writer(order)
    {
        m_writer.u32(nanoseconds ? 0xa1b23c4d : 0xa1b2c3d4).u16(2).u16(4).u32(0).u32(0).u32(262144);
        m_writer.u32(static_cast<std::uint64_t>(linkType));
    }

    /// fraction: micro- or nanoseconds, as the file has them. cutTo: bytes that the snapshot keeps.
    CaptureBuilder& add(std::uint32_t seconds, std::uint32_t fraction, Bytes packet, std::size_t cutTo = 65535)
    {
        const Bytes kept = packet.first(std::min(cutTo, packet.size()));
        m_writer.u32(seconds).u32(fraction).u32(kept.size()).u32(packet.size()).append(kept);
        return *this;
    }

    const std::vector<std::byte>& bytes() const { return m_writer.bytes(); }

private:
    ByteWriter m_writer;
};

} // namespace tcpladder
