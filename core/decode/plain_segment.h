// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/segment.h"

#include <vector>

namespace tcpladder {

/// Of one packet, the sender's first.
using AddressPair = std::array<IpAddress, 2>;

/// What plain segments that follow each other share, and what they have no room for.
struct PlainOrigin
{
    PacketNumber firstPacket; ///< of the first of them; each of those that follow is the next packet
    std::uint64_t offset = 0; ///< that their packets' offsets count from
    std::vector<AddressPair> ipv6;

    PacketNumber packetAt(std::size_t position) const
    {
        return {static_cast<std::uint32_t>(firstPacket.value + position)};
    }
};

/// Fields as they stand in a SegmentRecord, so that they are kept with one move.
struct ShortFields
{
    std::uint16_t payloadLength;
    std::uint16_t capturedLength;
    std::uint16_t offsetAndFlags; ///< the word of the wire
    std::uint16_t window;
};

/// A segment as nearly all are, in one line of the cache: whole, well formed and short, with no options but timestamps.
/// Who decodes and who infers are on two processors, and each line has to go from one to the other; a Segment, which
/// has room for anything, is three.
struct alignas(64) PlainSegment
{
    /// What no ordinary segment in the middle of a connection has, as bits.
    enum Oddity : std::uint8_t {
        OtherFlags = 1, ///< than ACK alone or with PSH
        BadChecksum = 2,
        PartialChecksum = 4,
        CongestionExperienced = 8, ///< RFC 3168 section 5
    };

    // As those of Segment, in which all that is not here has the same value in each.
    Timestamp time;
    SequenceNumber sequence;
    SequenceNumber acknowledgment;
    TcpTimestamps timestamps; ///< only where it hasTimestamps()
    ShortFields shorts;
    std::uint16_t sourcePort;
    std::uint16_t destinationPort;
    std::uint32_t source;      ///< the IPv4 address as it lies in the header; of IPv6, the place of the pair in origin
    std::uint32_t destination; ///< IPv4 alone
    std::uint32_t pairHash;    ///< of its endpoints, for the connection table
    std::uint32_t fromOffset;  ///< where PacketStore finds the packet, from origin's offset
    std::uint16_t originalLength;
    std::uint16_t checksum;
    std::uint16_t ipIdentification;
    std::uint8_t interface;
    std::uint8_t transportOffset;
    std::uint8_t timeToLive;
    std::uint8_t trafficClass;
    ChecksumStatus ipChecksum : 3;
    ChecksumStatus checksumStatus : 3;
    bool isIpv6 : 1;
    bool agreesWithText : 1; ///< as Packet has it
    std::uint8_t oddities;   ///< Oddity

    static constexpr std::size_t headerWithTimestamps = 32;

    TcpFlags flags() const { return TcpFlags(shorts.offsetAndFlags); }
    std::uint8_t headerLength() const { return static_cast<std::uint8_t>(shorts.offsetAndFlags >> 12 << 2); }
    bool hasTimestamps() const { return shorts.offsetAndFlags >> 12 == headerWithTimestamps / 4; }

    /// What oddities is to be.
    std::uint8_t findOddities() const;

    /// The same as a Segment; position: its own among those of the origin.
    Segment unfold(const PlainOrigin& origin, std::size_t position) const;
};
static_assert(sizeof(PlainSegment) == 64);

inline std::uint8_t PlainSegment::findOddities() const
{
    constexpr std::uint8_t congestionExperienced = 3;
    constexpr TcpFlags pushed = TcpFlag::Ack | TcpFlag::Psh;
    const auto bitIf = [](bool isOdd, Oddity oddity) { return isOdd ? unsigned{oddity} : 0; };
    return static_cast<std::uint8_t>(bitIf(flags().with(TcpFlag::Psh) != pushed, OtherFlags)
        | bitIf(checksumStatus == ChecksumStatus::Bad, BadChecksum)
        | bitIf(checksumStatus == ChecksumStatus::Partial, PartialChecksum)
        | bitIf((trafficClass & congestionExperienced) == congestionExperienced, CongestionExperienced));
}

} // namespace tcpladder
