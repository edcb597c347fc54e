// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/decoder.h"

#include "core/decode/checksum.h"
#include "core/source/text_witness.h"

#include <algorithm>

namespace tcpladder {

namespace {

constexpr std::size_t fixedHeaderLength = 20;
constexpr std::size_t portsLength = 4;

Segment makeSegment(const Packet& packet, const LayerWalk& walk)
{
    Segment segment;
    segment.packet = packet.number;
    segment.interface = packet.interface;
    segment.time = packet.time;
    segment.packetOffset = packet.offset;
    segment.capturedLength = static_cast<std::uint32_t>(packet.bytes.size());
    segment.originalLength = packet.originalLength;
    segment.source = walk.network.source;
    segment.destination = walk.network.destination;
    segment.networkOffset = walk.network.offset;
    segment.ipIdentification = walk.network.identification;
    segment.timeToLive = walk.network.timeToLive;
    segment.trafficClass = walk.network.trafficClass;
    segment.transportOffset = static_cast<std::uint16_t>(walk.offset);
    return segment;
}

/// Fields of the fixed header in the order of the wire, with the bytes that must be there for them.
void readFixedHeader(Segment& segment, Bytes header)
{
    ByteReader reader(header);
    segment.sourcePort = reader.u16();
    segment.destinationPort = reader.u16();
    const auto read = [&](TcpField field, std::size_t width) {
        const bool there = reader.has(width);
        if (!there)
            segment.known.remove(field);
        return there;
    };
    if (read(TcpField::Sequence, 4))
        segment.sequence = {reader.u32()};
    if (read(TcpField::Acknowledgment, 4))
        segment.acknowledgment = {reader.u32()};
    if (read(TcpField::OffsetAndFlags, 2)) {
        const std::uint16_t offsetAndFlags = reader.u16();
        segment.headerLength = static_cast<std::uint8_t>(offsetAndFlags >> 12 << 2);
        segment.flags = TcpFlags(offsetAndFlags);
    } else {
        segment.known.remove(TcpField::HeaderLength);
    }
    if (read(TcpField::Window, 2))
        segment.window = reader.u16();
    if (read(TcpField::Checksum, 2))
        segment.checksum = reader.u16();
    if (read(TcpField::UrgentPointer, 2))
        segment.urgentPointer = reader.u16();
}

void readOptions(Segment& segment, Bytes header)
{
    if (segment.headerLength <= fixedHeaderLength)
        return;
    const std::size_t captured = std::min<std::size_t>(header.size(), segment.headerLength);
    if (captured < segment.headerLength)
        segment.known.remove(TcpField::Options);
    if (captured > fixedHeaderLength)
        segment.options = decodeTcpOptions(header.subspan(fixedHeaderLength, captured - fixedHeaderLength));
    if (captured < segment.headerLength)
        segment.options.malformed = false; // an option that the snapshot cut is no fault of its sender
}

/// length: of the whole segment, by IP. A data offset that cannot be leaves the segment where it is, since its numbers
/// are there to see.
void readBehindFixedHeader(Segment& segment, Bytes header, std::size_t length)
{
    segment.hasMalformedHeader |= segment.headerLength < fixedHeaderLength || segment.headerLength > length;
    readOptions(segment, header);
    segment.payloadLength = static_cast<std::uint32_t>(length - std::min<std::size_t>(segment.headerLength, length));
}

void verifyChecksums(Segment& segment, const LayerWalk& walk)
{
    const std::size_t length = walk.end - walk.offset;
    if (segment.known.has(TcpField::Checksum) && !walk.network.moreFragments && walk.has(length))
        segment.checksumStatus
            = verifyTcpChecksum(segment.source, segment.destination, walk.bytes.subspan(walk.offset, length));
    if (segment.source.version == IpVersion::V4)
        segment.ipChecksum = verifyIpv4Checksum(walk.bytes.subspan(walk.network.offset, walk.network.headerLength));
    else
        segment.ipChecksum = ChecksumStatus::Absent;
}

/// Bytes that were made from a line of text hold what the line says and guesses; only the former is known.
void applyWitness(Segment& segment, const TextWitness& witness)
{
    segment.known.bits &= witness.known.bits;
    segment.checksumStatus = witness.checksumStatus;
    segment.ipChecksum = ChecksumStatus::Unverified;
}

} // namespace

std::expected<Segment, DecodeProblem> decodeSegment(const Packet& packet, LinkType linkType)
{
    const LayerWalk walk = walkToTcp(linkType, packet.bytes, packet.originalLength);
    if (walk.problem != DecodeProblem::None)
        return std::unexpected(walk.problem);
    if (walk.end < walk.offset + portsLength)
        return std::unexpected(DecodeProblem::Malformed);
    if (!walk.has(portsLength))
        return std::unexpected(DecodeProblem::CutShort);

    const std::size_t capturedEnd = std::min(walk.end, packet.bytes.size());
    const Bytes header = packet.bytes.subspan(walk.offset, capturedEnd - walk.offset);
    Segment segment = makeSegment(packet, walk);
    segment.hasMalformedHeader = walk.lengthIsWrong;
    readFixedHeader(segment, header);
    if (segment.known.has(TcpField::OffsetAndFlags))
        readBehindFixedHeader(segment, header, walk.end - walk.offset);
    else
        segment.known.remove(TcpField::PayloadLength);
    verifyChecksums(segment, walk);
    if (packet.witness && !packet.witness->hasBytes)
        applyWitness(segment, *packet.witness);
    return segment;
}

} // namespace tcpladder
