// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/timestamp.h"
#include "core/decode/ip_address.h"
#include "core/decode/sequence_number.h"
#include "core/decode/tcp_flags.h"
#include "core/decode/tcp_options.h"

namespace tcpladder {

/// What a checksum field turned out to be.
enum class ChecksumStatus : std::uint8_t {
    Unverified, ///< cut by the snapshot length, or a fragment
    Good,
    Partial, ///< the sum of the pseudo-header alone: the sender's network card was to finish it
    Bad,
    Absent,  ///< IPv6 has no header checksum
    Unknown, ///< rebuilt from a text that does not say
};

/// Fields of the TCP header that a cut capture or a summary line may lack.
enum class TcpField : std::uint16_t {
    Sequence = 0x01,
    Acknowledgment = 0x02,
    OffsetAndFlags = 0x04,
    Window = 0x08,
    Checksum = 0x10,
    UrgentPointer = 0x20,
    Options = 0x40,       ///< all of them
    PayloadLength = 0x80, ///< not a field, but what follows from the lengths of IP and TCP
    HeaderLength = 0x100, ///< the data offset: a text that prints the flags may hide it
};

struct TcpFieldSet
{
    static constexpr std::uint16_t all = 0x1ff;

    std::uint16_t bits = all;

    constexpr bool has(TcpField field) const { return bits & static_cast<std::uint16_t>(field); }
    constexpr void remove(TcpField field) { bits &= static_cast<std::uint16_t>(~static_cast<std::uint16_t>(field)); }
    constexpr bool isComplete() const { return bits == all; }
    constexpr bool operator==(const TcpFieldSet&) const = default;
};

/// One TCP segment, decoded from a packet. Offsets count from the start of the packet's bytes.
struct Segment
{
    PacketNumber packet;
    InterfaceId interface;
    Timestamp time = unknownTime;
    std::uint64_t packetOffset = 0; ///< for PacketStore
    std::uint32_t capturedLength = 0;
    std::uint32_t originalLength = 0;

    IpAddress source;
    IpAddress destination;
    std::uint16_t networkOffset = 0;    ///< of the innermost IP header
    std::uint16_t ipIdentification = 0; ///< IPv4 only, else 0
    std::uint8_t timeToLive = 0;        ///< IPv6: hop limit
    std::uint8_t trafficClass = 0;      ///< IPv4: type of service; its two low bits are ECN (RFC 3168)
    ChecksumStatus ipChecksum = ChecksumStatus::Unverified;

    std::uint16_t transportOffset = 0; ///< of the TCP header
    std::uint16_t sourcePort = 0;
    std::uint16_t destinationPort = 0;
    SequenceNumber sequence;
    SequenceNumber acknowledgment; ///< as on the wire, meaningful only with ACK
    TcpFlags flags;
    std::uint8_t headerLength = 0; ///< bytes, data offset times 4
    std::uint16_t window = 0;      ///< as on the wire, not scaled
    std::uint16_t checksum = 0;
    std::uint16_t urgentPointer = 0;
    TcpOptions options;
    std::uint32_t payloadLength = 0; ///< by the IP length, whatever was captured
    ChecksumStatus checksumStatus = ChecksumStatus::Unverified;
    /// A data offset below 20 bytes or behind the segment's end, or an IP length behind the packet's: receivers drop
    /// it.
    bool hasMalformedHeader = false;
    TcpFieldSet known; ///< what was captured or written; the others are 0, or the reader's best guess

    /// Octets of sequence space: payload, and one each for SYN and FIN (RFC 9293 section 3.4).
    constexpr std::uint32_t sequenceLength() const
    {
        return payloadLength + flags.has(TcpFlag::Syn) + flags.has(TcpFlag::Fin);
    }
    constexpr SequenceNumber endOfSequence() const { return sequence + sequenceLength(); }
    constexpr bool has(TcpFlag flag) const { return flags.has(flag); }

    bool operator==(const Segment&) const = default;
};

} // namespace tcpladder
