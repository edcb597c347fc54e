// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text/wire_header.h"

#include "core/decode/checksum.h"

#include <cstring>

namespace tcpladder {

namespace {

constexpr std::uint8_t tcpProtocol = 6;
constexpr std::size_t tcpHeaderLength = 20;
constexpr std::size_t ipv4HeaderLength = 20;
constexpr std::size_t ipv6HeaderLength = 40;

std::uint16_t word(const std::byte* at)
{
    return loadUnchecked<2>(at, ByteOrder::Big);
}

std::uint32_t longWord(const std::byte* at)
{
    return loadUnchecked<4>(at, ByteOrder::Big);
}

/// Where the IP header is in a dump of -X, or of -XX on an Ethernet: large texts consist of these. Nothing where it is
/// in neither.
std::optional<std::size_t> networkOffsetOf(Bytes dump, const DumpStart& start)
{
    constexpr std::size_t ethernetHeaderLength = 14;
    if (start == DumpStart{LinkType::Raw, 0})
        return 0;
    if (start != DumpStart{LinkType::Ethernet, 0} || dump.size() < ethernetHeaderLength + ipv4HeaderLength)
        return {};
    const std::uint16_t type = word(dump.data() + ethernetHeaderLength - 2);
    const bool isIpv4 = type == 0x0800 && std::to_integer<unsigned>(dump[ethernetHeaderLength]) >> 4 == 4;
    const bool isIpv6 = type == 0x86dd && std::to_integer<unsigned>(dump[ethernetHeaderLength]) >> 4 == 6;
    return isIpv4 || isIpv6 ? std::optional(ethernetHeaderLength) : std::nullopt;
}

/// Where the TCP header is and how long the segment is; length 0 where the IP header is not plain.
struct Place
{
    std::size_t offset = 0;
    std::size_t length = 0;
};

Place findInIpv4(const std::byte* ip)
{
    const std::size_t headerLength = (std::to_integer<std::size_t>(ip[0]) & 0x0f) * 4;
    const std::size_t totalLength = word(ip + 2);
    const bool isFragment = (word(ip + 6) & 0x3fff) != 0;
    const bool isPlain = std::to_integer<unsigned>(ip[9]) == tcpProtocol && !isFragment
        && headerLength >= ipv4HeaderLength && totalLength >= headerLength + tcpHeaderLength;
    return isPlain ? Place{headerLength, totalLength - headerLength} : Place{};
}

Place findInIpv6(const std::byte* ip)
{
    const std::size_t length = word(ip + 4);
    const bool isPlain = std::to_integer<unsigned>(ip[6]) == tcpProtocol && length >= tcpHeaderLength;
    return isPlain ? Place{ipv6HeaderLength, length} : Place{};
}

/// Where findDumpStart() needs no look at other ways to begin: the packet has the length that it says, or an IPv4
/// header without options the right checksum.
bool isCertain(Bytes packet, const Place& tcp)
{
    if (tcp.offset + tcp.length == packet.size())
        return true;
    return tcp.offset == ipv4HeaderLength && verifyIpv4Checksum(packet.first(ipv4HeaderLength)) == ChecksumStatus::Good;
}

// What was written a moment ago, 16 bytes of the dump at once, is read in pieces that were not written in two.

struct Addresses
{
    AddressHalves source{};
    AddressHalves destination{};
};

Addresses loadIpv4Addresses(const std::byte* ip)
{
    const auto load = [](const std::byte* at) {
        constexpr bool isBig = std::endian::native == std::endian::big;
        std::uint32_t address = 0;
        std::memcpy(&address, at, sizeof address);
        return AddressHalves{isBig ? std::uint64_t{address} << 32 : address, 0};
    };
    return {load(ip + 12), load(ip + 16)};
}

Addresses loadIpv6Addresses(const std::byte* ip)
{
    const auto load = [](const std::byte* at) {
        AddressHalves address{};
        std::memcpy(&address[0], at, sizeof address[0]);
        std::memcpy(&address[1], at + sizeof address[0], sizeof address[1]);
        return address;
    };
    return {load(ip + 8), load(ip + 24)};
}

IpAddress makeAddress(const AddressHalves& halves, IpVersion version)
{
    IpAddress address;
    address.bytes = std::bit_cast<decltype(address.bytes)>(halves);
    address.version = version;
    return address;
}

void readTcp(WireHeader& header, const std::byte* tcp, std::size_t length)
{
    header.key.sourcePort = word(tcp);
    header.key.destinationPort = word(tcp + 2);
    header.numbers.sequence = {longWord(tcp + 4)};
    header.numbers.acknowledgment = {longWord(tcp + 8)};
    const std::uint16_t offsetAndFlags = word(tcp + 12);
    const std::size_t headerLength = std::size_t{4} * (offsetAndFlags >> 12);
    header.flags = TcpFlags(offsetAndFlags);
    header.window = word(tcp + 14);
    header.payloadLength = static_cast<std::uint16_t>(length > headerLength ? length - headerLength : 0);
    header.numbers.sequenceLength
        = std::uint32_t{header.payloadLength} + header.flags.has(TcpFlag::Syn) + header.flags.has(TcpFlag::Fin);
}

} // namespace

bool readPlainHeader(Bytes dump, const DumpStart& start, WireHeader& header)
{
    const auto networkOffset = networkOffsetOf(dump, start);
    if (!networkOffset || dump.size() < *networkOffset + ipv4HeaderLength + tcpHeaderLength)
        return false;
    const Bytes packet = dump.subspan(*networkOffset);
    const std::byte* const ip = packet.data();
    const unsigned version = std::to_integer<unsigned>(ip[0]) >> 4;
    const Place tcp = version == 4 ? findInIpv4(ip) : version == 6 ? findInIpv6(ip) : Place{};
    if (tcp.length == 0 || packet.size() < tcp.offset + tcpHeaderLength)
        return false;
    if (!isCertain(packet, tcp) && findDumpStart(dump, start) != start)
        return false;
    const auto [source, destination] = version == 4 ? loadIpv4Addresses(ip) : loadIpv6Addresses(ip);
    header.key.source = makeAddress(source, version == 4 ? IpVersion::V4 : IpVersion::V6);
    header.key.destination = makeAddress(destination, version == 4 ? IpVersion::V4 : IpVersion::V6);
    readTcp(header, ip + tcp.offset, tcp.length);
    header.keyHash = TextFlowKey::hashOf(source, header.key.sourcePort, destination, header.key.destinationPort);
    return true;
}

} // namespace tcpladder
