// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/plain_segment.h"

#include <cstring>

namespace tcpladder {

namespace {

constexpr std::uint16_t ipv4HeaderLength = 20;
constexpr std::uint16_t ipv6HeaderLength = 40;

void unfoldAddresses(Segment& segment, const PlainSegment& plain, const PlainOrigin& origin)
{
    if (plain.isIpv6) {
        segment.source = origin.ipv6[plain.source].front();
        segment.destination = origin.ipv6[plain.source].back();
        return;
    }
    segment.source.version = segment.destination.version = IpVersion::V4;
    std::memcpy(segment.source.bytes.data(), &plain.source, sizeof plain.source);
    std::memcpy(segment.destination.bytes.data(), &plain.destination, sizeof plain.destination);
}

} // namespace

Segment PlainSegment::unfold(const PlainOrigin& origin, std::size_t position) const
{
    Segment segment;
    segment.packet = origin.packetAt(position);
    segment.interface = InterfaceId(std::size_t{interface});
    segment.time = time;
    segment.packetOffset = origin.offset + fromOffset;
    segment.capturedLength = shorts.capturedLength;
    segment.originalLength = originalLength;
    unfoldAddresses(segment, *this, origin);
    segment.networkOffset
        = static_cast<std::uint16_t>(transportOffset - (isIpv6 ? ipv6HeaderLength : ipv4HeaderLength));
    segment.ipIdentification = ipIdentification;
    segment.timeToLive = timeToLive;
    segment.trafficClass = trafficClass;
    segment.ipChecksum = ipChecksum;
    segment.transportOffset = transportOffset;
    segment.sourcePort = sourcePort;
    segment.destinationPort = destinationPort;
    segment.sequence = sequence;
    segment.acknowledgment = acknowledgment;
    segment.flags = flags();
    segment.headerLength = headerLength();
    segment.window = shorts.window;
    segment.checksum = checksum;
    if (hasTimestamps())
        segment.options.timestamps = timestamps;
    segment.payloadLength = shorts.payloadLength;
    segment.checksumStatus = checksumStatus;
    return segment;
}

} // namespace tcpladder
