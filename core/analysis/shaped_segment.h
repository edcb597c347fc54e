// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/plain_segment.h"

#include <limits>

namespace tcpladder {

/// A segment that makes a UsualStep, with all of it that inference and rules look at, in one line of the cache: should
/// its connection become unlike others, its segments are analysed after all. What all such segments have alike is left
/// out, and so is where the segment lies in its packet and its capture.
struct alignas(64) ShapedSegment
{
    /// Only where it hasRoomFor() the segment.
    ShapedSegment(const Segment& segment, SegmentId idOfSegment, Side from)
        : time(segment.time)
        , id(idOfSegment)
        , interface(segment.interface)
        , sequence(segment.sequence)
        , acknowledgment(segment.acknowledgment)
        , payloadLength(static_cast<std::uint16_t>(segment.payloadLength))
        , ipIdentification(segment.ipIdentification)
        , window(segment.window)
        , checksum(segment.checksum)
        , flags(segment.flags)
        , headerLength(segment.headerLength)
        , timeToLive(segment.timeToLive)
        , trafficClass(segment.trafficClass)
        , checksumStatus(segment.checksumStatus)
        , ipVersion(segment.source.version)
        , sender(from)
        , maximumSegmentSize(segment.options.maximumSegmentSize)
        , windowScale(segment.options.windowScale)
        , timestamps(segment.options.timestamps)
    {
    }
    ShapedSegment(const PlainSegment& segment, SegmentId idOfSegment, Side from)
        : time(segment.time)
        , id(idOfSegment)
        , interface(std::size_t{segment.interface})
        , sequence(segment.sequence)
        , acknowledgment(segment.acknowledgment)
        , payloadLength(segment.shorts.payloadLength)
        , ipIdentification(segment.ipIdentification)
        , window(segment.shorts.window)
        , checksum(segment.checksum)
        , flags(segment.flags())
        , headerLength(segment.headerLength())
        , timeToLive(segment.timeToLive)
        , trafficClass(segment.trafficClass)
        , checksumStatus(segment.checksumStatus)
        , ipVersion(segment.isIpv6 ? IpVersion::V6 : IpVersion::V4)
        , sender(from)
    {
        if (segment.hasTimestamps())
            timestamps = segment.timestamps;
    }

    /// What is left out is alike in all for which there is room: they are complete and well formed, and have no options
    /// but those of a handshake, and timestamps.
    static bool hasRoomFor(const Segment& segment)
    {
        const TcpOptions& options = segment.options;
        return segment.payloadLength <= std::numeric_limits<std::uint16_t>::max() && segment.known.isComplete()
            && !segment.hasMalformedHeader && !options.malformed && options.sackBlockCount == 0
            && !options.fastOpenCookieLength;
    }

    Segment whole() const
    {
        Segment segment;
        segment.time = time;
        segment.interface = interface;
        segment.sequence = sequence;
        segment.acknowledgment = acknowledgment;
        segment.payloadLength = payloadLength;
        segment.ipIdentification = ipIdentification;
        segment.window = window;
        segment.checksum = checksum;
        segment.flags = flags;
        segment.headerLength = headerLength;
        segment.timeToLive = timeToLive;
        segment.trafficClass = trafficClass;
        segment.checksumStatus = checksumStatus;
        segment.source.version = segment.destination.version = ipVersion;
        segment.options.maximumSegmentSize = maximumSegmentSize;
        segment.options.windowScale = windowScale;
        segment.options.timestamps = timestamps;
        return segment;
    }

    constexpr bool has(TcpFlag flag) const { return flags.has(flag); }
    constexpr SequenceNumber endOfSequence() const
    {
        return sequence + (payloadLength + flags.has(TcpFlag::Syn) + flags.has(TcpFlag::Fin));
    }

    // As Segment has them.
    Timestamp time;
    SegmentId id;
    InterfaceId interface;
    SequenceNumber sequence;
    SequenceNumber acknowledgment;
    std::uint16_t payloadLength;
    std::uint16_t ipIdentification;
    std::uint16_t window;
    std::uint16_t checksum;
    TcpFlags flags;
    std::uint8_t headerLength;
    std::uint8_t timeToLive;
    std::uint8_t trafficClass;
    ChecksumStatus checksumStatus;
    IpVersion ipVersion;
    Side sender;
    std::optional<std::uint16_t> maximumSegmentSize;
    std::optional<std::uint8_t> windowScale;
    std::optional<TcpTimestamps> timestamps;
};
static_assert(sizeof(ShapedSegment) == 64);

} // namespace tcpladder
