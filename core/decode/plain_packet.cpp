// SPDX-License-Identifier: GPL-3.0-or-later
// The short way for the packets that captures mostly consist of.
//
// A walk through the layers asks each header for the next one, and every length whether it can be. Most packets have
// headers of known lengths in a known order: one look at a few words says so, and all fields stand at known places
// then. What looks otherwise goes the whole way; so the segments are those of the walk alone.
#include "core/decode/plain_packet.h"

#include "core/decode/checksum.h"
#include "core/decode/tcp_header.h"

namespace tcpladder {

namespace {

constexpr std::uint8_t tcpProtocol = 6;

std::uint16_t word(const std::byte* bytes, std::size_t at)
{
    return loadUnchecked<2>(bytes + at, ByteOrder::Big);
}

std::uint8_t octet(const std::byte* bytes, std::size_t at)
{
    return std::to_integer<std::uint8_t>(bytes[at]);
}

/// Each tells of an IP header: whether it is a plain one in front of TCP, how long the TCP segment behind it is, and
/// its fields.
struct Ipv4Header
{
    static constexpr std::uint16_t etherType = 0x0800;
    static constexpr std::size_t length = 20;

    static bool isPlain(const std::byte* ip)
    {
        constexpr std::uint16_t fragmentBits = 0x3fff;
        return octet(ip, 0) == 0x45 && (word(ip, 6) & fragmentBits) == 0 && octet(ip, 9) == tcpProtocol
            && word(ip, 2) >= length + fixedTcpHeaderLength;
    }

    static std::size_t segmentLength(const std::byte* ip) { return word(ip, 2) - length; }

    static void read(Segment& segment, const std::byte* ip)
    {
        segment.source.version = segment.destination.version = IpVersion::V4;
        std::memcpy(segment.source.bytes.data(), ip + 12, 4);
        std::memcpy(segment.destination.bytes.data(), ip + 16, 4);
        segment.ipIdentification = word(ip, 4);
        segment.timeToLive = octet(ip, 8);
        segment.trafficClass = octet(ip, 1);
        segment.ipChecksum = verifyIpv4Checksum({ip, length});
    }
};

struct Ipv6Header
{
    static constexpr std::uint16_t etherType = 0x86dd;
    static constexpr std::size_t length = 40;

    static bool isPlain(const std::byte* ip)
    {
        return octet(ip, 0) >> 4 == 6 && octet(ip, 6) == tcpProtocol && word(ip, 4) >= fixedTcpHeaderLength;
    }

    static std::size_t segmentLength(const std::byte* ip) { return word(ip, 4); }

    static void read(Segment& segment, const std::byte* ip)
    {
        segment.source.version = segment.destination.version = IpVersion::V6;
        std::memcpy(segment.source.bytes.data(), ip + 8, 16);
        std::memcpy(segment.destination.bytes.data(), ip + 24, 16);
        segment.timeToLive = octet(ip, 7);
        segment.trafficClass = static_cast<std::uint8_t>(word(ip, 0) >> 4);
        segment.ipChecksum = ChecksumStatus::Absent;
    }
};

/// bytes: the TCP segment, as far as it was captured.
void readTcp(Segment& segment, Bytes bytes, std::size_t length)
{
    readFixedTcpHeader(segment, bytes.data());
    if (segment.headerLength > fixedTcpHeaderLength)
        readTcpOptions(
            segment.options, bytes.subspan(fixedTcpHeaderLength, segment.headerLength - fixedTcpHeaderLength));
    segment.payloadLength = static_cast<std::uint32_t>(length - segment.headerLength);
    if (bytes.size() >= length)
        segment.checksumStatus = verifyTcpChecksum(segment.source, segment.destination, bytes.first(length));
}

template <class IpHeader>
bool decode(const Packet& packet, std::size_t networkOffset, Segment& segment)
{
    const std::size_t transportOffset = networkOffset + IpHeader::length;
    const std::byte* const ip = packet.bytes.data() + networkOffset;
    if (packet.bytes.size() < transportOffset + fixedTcpHeaderLength || !IpHeader::isPlain(ip))
        return false;
    const std::size_t length = IpHeader::segmentLength(ip);
    const Bytes tcp = packet.bytes.subspan(transportOffset);
    const std::size_t headerLength = octet(tcp.data(), 12) >> 4 << 2;
    const bool isHeaderWhole
        = headerLength >= fixedTcpHeaderLength && headerLength <= length && headerLength <= tcp.size();
    // A record that knows of less than it holds, or of nothing, bounds nothing.
    const bool isWithinFrame
        = packet.originalLength < packet.bytes.size() || transportOffset + length <= packet.originalLength;
    if (!isHeaderWhole || !isWithinFrame)
        return false;
    setOrigin(segment, packet);
    segment.networkOffset = static_cast<std::uint16_t>(networkOffset);
    segment.transportOffset = static_cast<std::uint16_t>(transportOffset);
    IpHeader::read(segment, ip);
    readTcp(segment, tcp, length);
    return true;
}

/// A link header of that length, with an Ethernet type in it.
bool decodeBehind(std::size_t linkHeaderLength, std::size_t etherTypeOffset, const Packet& packet, Segment& segment)
{
    if (packet.bytes.size() < linkHeaderLength)
        return false;
    switch (word(packet.bytes.data(), etherTypeOffset)) {
    case Ipv4Header::etherType: return decode<Ipv4Header>(packet, linkHeaderLength, segment);
    case Ipv6Header::etherType: return decode<Ipv6Header>(packet, linkHeaderLength, segment);
    default: return false;
    }
}

} // namespace

bool decodePlainPacket(const Packet& packet, LinkType linkType, Segment& segment)
{
    switch (linkType) {
    case LinkType::Ethernet: return decodeBehind(14, 12, packet, segment);
    case LinkType::LinuxSll: return decodeBehind(16, 14, packet, segment);
    case LinkType::LinuxSll2: return decodeBehind(20, 0, packet, segment);
    case LinkType::Raw: return decode<Ipv4Header>(packet, 0, segment) || decode<Ipv6Header>(packet, 0, segment);
    default: return false;
    }
}

} // namespace tcpladder
