// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/packet_builder.h"

#include "core/decode/checksum.h"
#include "tests/support/byte_writer.h"

namespace tcpladder {

namespace {

void putWord(std::vector<std::byte>& bytes, std::size_t offset, std::uint16_t value)
{
    bytes[offset] = static_cast<std::byte>(value >> 8);
    bytes[offset + 1] = static_cast<std::byte>(value);
}

std::vector<std::byte> buildTcp(const PacketSpec& spec, const IpAddress& source, const IpAddress& destination)
{
    ByteWriter options;
    options.hex(spec.optionsHex);
    const std::uint64_t headerWords = 5 + options.size() / 4;
    ByteWriter writer;
    writer.u16(spec.sourcePort).u16(spec.destinationPort).u32(spec.sequence).u32(spec.acknowledgment);
    writer.u16(headerWords << 12 | spec.flags.bits).u16(spec.window).u16(0).u16(0);
    writer.append(options.bytes()).text(spec.payload);
    std::vector<std::byte> segment = writer.bytes();
    const auto pseudoHeader = pseudoHeaderSum(source, destination, static_cast<std::uint32_t>(segment.size()));
    putWord(segment, 16, static_cast<std::uint16_t>(~onesComplementSum(segment, pseudoHeader)));
    return segment;
}

std::vector<std::byte> buildIpv4Header(
    const PacketSpec& spec, const IpAddress& from, const IpAddress& to, std::size_t payload)
{
    ByteWriter writer;
    writer.u8(0x45).u8(0).u16(20 + payload).u16(spec.identification).u16(0x4000).u8(64).u8(6).u16(0);
    writer.append(std::as_bytes(std::span(from.bytes)).first(4)).append(std::as_bytes(std::span(to.bytes)).first(4));
    std::vector<std::byte> header = writer.bytes();
    putWord(header, 10, static_cast<std::uint16_t>(~onesComplementSum(header)));
    return header;
}

std::vector<std::byte> buildIpv6Header(const IpAddress& from, const IpAddress& to, std::size_t payload)
{
    ByteWriter writer;
    writer.u32(0x60000000).u16(payload).u8(6).u8(64);
    writer.append(std::as_bytes(std::span(from.bytes))).append(std::as_bytes(std::span(to.bytes)));
    return writer.bytes();
}

} // namespace

std::vector<std::byte> buildIpPacket(const PacketSpec& spec)
{
    const IpAddress source = parseAddress(spec.source).value();
    const IpAddress destination = parseAddress(spec.destination).value();
    const std::vector<std::byte> tcp = buildTcp(spec, source, destination);
    std::vector<std::byte> packet = source.version == IpVersion::V4
        ? buildIpv4Header(spec, source, destination, tcp.size())
        : buildIpv6Header(source, destination, tcp.size());
    packet.insert(packet.end(), tcp.begin(), tcp.end());
    return packet;
}

std::vector<std::byte> buildEthernetPacket(const PacketSpec& spec)
{
    const bool isV6 = spec.source.find(':') != std::string::npos;
    ByteWriter writer;
    writer.hex("020000000002 020000000001").u16(isV6 ? 0x86dd : 0x0800).append(buildIpPacket(spec));
    return writer.bytes();
}

} // namespace tcpladder
