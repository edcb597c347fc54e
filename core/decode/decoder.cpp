// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/decoder.h"

#include "core/decode/checksum.h"
#include "core/decode/plain_packet.h"
#include "core/decode/tcp_header.h"
#include "core/source/text_witness.h"

#include <algorithm>
#include <array>

namespace tcpladder {

namespace {

constexpr std::size_t portsLength = 4;

void fillFromWalk(Segment& segment, const Packet& packet, const LayerWalk& walk)
{
    setOrigin(segment, packet);
    setIpAddress(segment.source, walk.source());
    setIpAddress(segment.destination, walk.destination());
    segment.networkOffset = walk.network.offset;
    segment.ipIdentification = walk.network.identification;
    segment.timeToLive = walk.network.timeToLive;
    segment.trafficClass = walk.network.trafficClass;
    segment.transportOffset = static_cast<std::uint16_t>(walk.offset);
    segment.hasMalformedHeader = walk.lengthIsWrong;
}

/// What the snapshot left of a header, as far as fields are whole, with zeros behind it.
std::array<std::byte, fixedTcpHeaderLength> fillUpHeader(Segment& segment, Bytes header)
{
    struct Field
    {
        TcpField field;
        std::size_t end;
    };
    constexpr std::array fields{Field{TcpField::Sequence, 8}, Field{TcpField::Acknowledgment, 12},
        Field{TcpField::OffsetAndFlags, 14}, Field{TcpField::HeaderLength, 14}, Field{TcpField::Window, 16},
        Field{TcpField::Checksum, 18}, Field{TcpField::UrgentPointer, 20}};
    std::size_t whole = portsLength;
    for (const Field& field : fields) {
        if (field.end <= header.size())
            whole = field.end;
        else
            segment.known.remove(field.field);
    }
    std::array<std::byte, fixedTcpHeaderLength> filled{};
    std::ranges::copy(header.first(whole), filled.begin());
    return filled;
}

void readOptions(Segment& segment, Bytes header)
{
    if (segment.headerLength <= fixedTcpHeaderLength)
        return;
    const std::size_t captured = std::min<std::size_t>(header.size(), segment.headerLength);
    if (captured < segment.headerLength)
        segment.known.remove(TcpField::Options);
    if (captured > fixedTcpHeaderLength)
        readTcpOptions(segment.options, header.subspan(fixedTcpHeaderLength, captured - fixedTcpHeaderLength));
    if (captured < segment.headerLength)
        segment.options.malformed = false; // an option that the snapshot cut is no fault of its sender
}

/// length: of the whole segment, by IP. A data offset that cannot be leaves the segment where it is, since its numbers
/// are there to see.
void readBehindFixedHeader(Segment& segment, Bytes header, std::size_t length)
{
    segment.hasMalformedHeader |= segment.headerLength < fixedTcpHeaderLength || segment.headerLength > length;
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

DecodeProblem decodeSegment(const Packet& packet, LinkType linkType, Segment& segment)
{
    const bool isPlain = !packet.witness && decodePlainPacket(packet, linkType, segment);
    return isPlain ? DecodeProblem::None : decodeByLayers(packet, linkType, segment);
}

DecodeProblem decodeByLayers(const Packet& packet, LinkType linkType, Segment& segment)
{
    const LayerWalk walk = walkToTcp(linkType, packet.bytes, packet.originalLength);
    if (walk.problem != DecodeProblem::None)
        return walk.problem;
    if (walk.end < walk.offset + portsLength)
        return DecodeProblem::Malformed;
    if (!walk.has(portsLength))
        return DecodeProblem::CutShort;

    const std::size_t capturedEnd = std::min(walk.end, packet.bytes.size());
    const Bytes header = packet.bytes.subspan(walk.offset, capturedEnd - walk.offset);
    fillFromWalk(segment, packet, walk);
    if (header.size() >= fixedTcpHeaderLength) [[likely]]
        readFixedTcpHeader(segment, header.data());
    else
        readFixedTcpHeader(segment, fillUpHeader(segment, header).data());
    if (segment.known.has(TcpField::OffsetAndFlags))
        readBehindFixedHeader(segment, header, walk.end - walk.offset);
    else
        segment.known.remove(TcpField::PayloadLength);
    verifyChecksums(segment, walk);
    if (packet.witness && !packet.witness->hasBytes)
        applyWitness(segment, *packet.witness);
    return DecodeProblem::None;
}

std::expected<Segment, DecodeProblem> decodeSegment(const Packet& packet, LinkType linkType)
{
    std::expected<Segment, DecodeProblem> segment;
    if (const DecodeProblem problem = decodeSegment(packet, linkType, *segment); problem != DecodeProblem::None)
        return std::unexpected(problem);
    return segment;
}

} // namespace tcpladder
