// SPDX-License-Identifier: GPL-3.0-or-later
// The short way for the packets that captures mostly consist of.
//
// A walk through the layers asks each header for the next one, and every length whether it can be. Most packets have
// headers of known lengths in a known order: one look at a few words says so, and all fields stand at known places
// then. What looks otherwise goes the whole way; so the segments are those of the walk alone.
#include "core/decode/plain_packet.h"

#include "core/decode/checksum.h"
#include "core/decode/tcp_header.h"

#include <optional>

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
    static AddressPair addresses(const std::byte* ip)
    {
        return {makeIpAddress({ip + 12, 4}), makeIpAddress({ip + 16, 4})};
    }

    template <class Decoded>
    static void readFields(Decoded& segment, const std::byte* ip)
    {
        segment.ipIdentification = word(ip, 4);
        segment.timeToLive = octet(ip, 8);
        segment.trafficClass = octet(ip, 1);
        segment.ipChecksum = verifyIpv4Checksum({ip, length});
    }

    static void read(Segment& segment, const std::byte* ip)
    {
        segment.source.version = segment.destination.version = IpVersion::V4;
        std::memcpy(segment.source.bytes.data(), ip + 12, 4);
        std::memcpy(segment.destination.bytes.data(), ip + 16, 4);
        readFields(segment, ip);
    }

    static void read(PlainSegment& segment, PlainOrigin&, const std::byte* ip)
    {
        segment.isIpv6 = false;
        std::memcpy(&segment.source, ip + 12, sizeof segment.source);
        std::memcpy(&segment.destination, ip + 16, sizeof segment.destination);
        readFields(segment, ip);
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
    static AddressPair addresses(const std::byte* ip)
    {
        return {makeIpAddress({ip + 8, 16}), makeIpAddress({ip + 24, 16})};
    }

    template <class Decoded>
    static void readFields(Decoded& segment, const std::byte* ip)
    {
        segment.ipIdentification = 0;
        segment.timeToLive = octet(ip, 7);
        segment.trafficClass = static_cast<std::uint8_t>(word(ip, 0) >> 4);
        segment.ipChecksum = ChecksumStatus::Absent;
    }

    static void read(Segment& segment, const std::byte* ip)
    {
        segment.source.version = segment.destination.version = IpVersion::V6;
        std::memcpy(segment.source.bytes.data(), ip + 8, 16);
        std::memcpy(segment.destination.bytes.data(), ip + 24, 16);
        readFields(segment, ip);
    }

    static void read(PlainSegment& segment, PlainOrigin& origin, const std::byte* ip)
    {
        segment.isIpv6 = true;
        segment.source = static_cast<std::uint32_t>(origin.ipv6.size());
        segment.destination = 0;
        origin.ipv6.push_back(addresses(ip));
        readFields(segment, ip);
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

/// How long the TCP segment is, if the packet is a plain one.
template <class IpHeader>
std::optional<std::size_t> plainLength(const Packet& packet, std::size_t networkOffset)
{
    const std::size_t transportOffset = networkOffset + IpHeader::length;
    const std::byte* const ip = packet.bytes.data() + networkOffset;
    if (packet.bytes.size() < transportOffset + fixedTcpHeaderLength || !IpHeader::isPlain(ip))
        return {};
    const std::size_t length = IpHeader::segmentLength(ip);
    const std::size_t headerLength = octet(ip, IpHeader::length + 12) >> 4 << 2;
    const bool isHeaderWhole = headerLength >= fixedTcpHeaderLength && headerLength <= length
        && headerLength <= packet.bytes.size() - transportOffset;
    // A record that knows of less than it holds, or of nothing, bounds nothing.
    const bool isWithinFrame
        = packet.originalLength < packet.bytes.size() || transportOffset + length <= packet.originalLength;
    return isHeaderWhole && isWithinFrame ? std::optional(length) : std::nullopt;
}

// Where a plain packet's segment goes; length: of the TCP segment.

struct IntoSegment
{
    Segment& segment;

    template <class IpHeader>
    bool read(const Packet& packet, std::size_t networkOffset, std::size_t length) const
    {
        const std::size_t transportOffset = networkOffset + IpHeader::length;
        setOrigin(segment, packet);
        segment.networkOffset = static_cast<std::uint16_t>(networkOffset);
        segment.transportOffset = static_cast<std::uint16_t>(transportOffset);
        IpHeader::read(segment, packet.bytes.data() + networkOffset);
        readTcp(segment, packet.bytes.subspan(transportOffset), length);
        return true;
    }
};

struct IntoPlainSegment
{
    PlainSegment& segment;
    PlainOrigin& origin;

    template <class IpHeader>
    bool read(const Packet& packet, std::size_t networkOffset, std::size_t length) const
    {
        const std::byte* const ip = packet.bytes.data() + networkOffset;
        const std::byte* const tcp = ip + IpHeader::length;
        if (!hasRoomFor(packet, tcp))
            return false;
        segment.time = packet.time;
        segment.shorts.capturedLength = static_cast<std::uint16_t>(packet.bytes.size());
        segment.originalLength = static_cast<std::uint16_t>(packet.originalLength);
        segment.interface = static_cast<std::uint8_t>(packet.interface.value);
        segment.transportOffset = static_cast<std::uint8_t>(networkOffset + IpHeader::length);
        segment.agreesWithText = packet.agreesWithText;
        IpHeader::read(segment, origin, ip);
        readHeader(tcp);
        segment.shorts.payloadLength = static_cast<std::uint16_t>(length - segment.headerLength());
        segment.checksumStatus = ChecksumStatus::Unverified;
        if (const Bytes captured = packet.bytes.subspan(networkOffset + IpHeader::length); captured.size() >= length) {
            const AddressPair addresses = IpHeader::addresses(ip);
            segment.checksumStatus = verifyTcpChecksum(addresses.front(), addresses.back(), captured.first(length));
        }
        segment.oddities = segment.findOddities();
        return true;
    }

    static bool hasRoomFor(const Packet& packet, const std::byte* tcp)
    {
        constexpr std::uint32_t most = 0xffff;
        constexpr std::uint32_t mostInterfaces = 0xff;
        const std::size_t headerLength = octet(tcp, 12) >> 4 << 2;
        const bool hasUsualOptions = headerLength == fixedTcpHeaderLength
            || (headerLength == PlainSegment::headerWithTimestamps
                && isTimestampsAlone({tcp + fixedTcpHeaderLength, headerLength - fixedTcpHeaderLength}));
        return hasUsualOptions && word(tcp, 18) == 0 && (packet.bytes.size() | packet.originalLength) <= most
            && packet.interface.value <= mostInterfaces;
    }

    void readHeader(const std::byte* tcp) const
    {
        const auto longWord = [tcp](std::size_t at) { return loadUnchecked<4>(tcp + at, ByteOrder::Big); };
        segment.sourcePort = word(tcp, 0);
        segment.destinationPort = word(tcp, 2);
        segment.sequence = {longWord(4)};
        segment.acknowledgment = {longWord(8)};
        segment.shorts.offsetAndFlags = word(tcp, 12);
        segment.shorts.window = word(tcp, 14);
        segment.checksum = word(tcp, 16);
        if (segment.hasTimestamps())
            segment.timestamps = {longWord(24), longWord(28)};
    }
};

template <class IpHeader, class Target>
bool decode(const Packet& packet, std::size_t networkOffset, Target target)
{
    const auto length = plainLength<IpHeader>(packet, networkOffset);
    return length && target.template read<IpHeader>(packet, networkOffset, *length);
}

/// A link header of that length, with an Ethernet type in it.
template <class Target>
bool decodeBehind(std::size_t linkHeaderLength, std::size_t etherTypeOffset, const Packet& packet, Target target)
{
    if (packet.bytes.size() < linkHeaderLength)
        return false;
    switch (word(packet.bytes.data(), etherTypeOffset)) {
    case Ipv4Header::etherType: return decode<Ipv4Header>(packet, linkHeaderLength, target);
    case Ipv6Header::etherType: return decode<Ipv6Header>(packet, linkHeaderLength, target);
    default: return false;
    }
}

template <class Target>
bool decodePlain(const Packet& packet, LinkType linkType, Target target)
{
    switch (linkType) {
    case LinkType::Ethernet: return decodeBehind(14, 12, packet, target);
    case LinkType::LinuxSll: return decodeBehind(16, 14, packet, target);
    case LinkType::LinuxSll2: return decodeBehind(20, 0, packet, target);
    case LinkType::Raw: return decode<Ipv4Header>(packet, 0, target) || decode<Ipv6Header>(packet, 0, target);
    default: return false;
    }
}

} // namespace

bool decodePlainPacket(const Packet& packet, LinkType linkType, Segment& segment)
{
    return decodePlain(packet, linkType, IntoSegment{segment});
}

bool decodePlainPacket(const Packet& packet, LinkType linkType, PlainSegment& segment, PlainOrigin& origin)
{
    return decodePlain(packet, linkType, IntoPlainSegment{segment, origin});
}

} // namespace tcpladder
