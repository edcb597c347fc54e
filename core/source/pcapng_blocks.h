// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/byte_reader.h"
#include "core/base/timestamp.h"
#include "core/source/link_type.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace tcpladder {

/// Block types of https://www.ietf.org/archive/id/draft-ietf-opsawg-pcapng-03.html; others are stepped over.
enum class PcapngBlockType : std::uint32_t {
    SectionHeader = 0x0a0d0d0a,
    InterfaceDescription = 1,
    Packet = 2, ///< obsolete
    SimplePacket = 3,
    EnhancedPacket = 6,
};

/// Type and length (4 bytes each) in front of a block's body, the length again behind it.
inline constexpr std::size_t pcapngBlockOverhead = 12;

/// How an interface counts time (if_tsresol, if_tsoffset): units of 10^-exponent or 2^-exponent seconds.
struct PcapngClock
{
    static constexpr std::uint8_t mostDigits = 9;

    bool isBinary = false;
    std::uint8_t exponent = 6;
    std::int64_t offsetSeconds = 0;

    /// Of a second, as far as nanoseconds hold them.
    std::uint8_t digits() const { return isBinary ? mostDigits : std::min(exponent, mostDigits); }

    /// Saturates where nanoseconds since the epoch do not fit 64 bits.
    Timestamp toTimestamp(std::uint64_t units) const;
};

struct PcapngInterface
{
    CaptureInterface interface;
    PcapngClock clock;
};

struct PcapngPacket
{
    std::uint32_t interface = 0;       ///< in its section
    std::optional<std::uint64_t> time; ///< in units of the interface; simple packets have none
    std::uint32_t capturedLength = 0;
    std::uint32_t originalLength = 0;
    std::size_t dataOffset = 0; ///< from the start of the block
    std::string_view comment;   ///< UTF-8, the first one if there are several; points into the block
};

/// The byte order that a section header's magic shows; body begins with it.
std::optional<ByteOrder> sectionByteOrder(Bytes body);

/// Each takes the body of its block. Nothing where the body is shorter than what it says it holds.
std::optional<PcapngInterface> decodeInterfaceDescription(Bytes body, ByteOrder order);
std::optional<PcapngPacket> decodeEnhancedPacket(Bytes body, ByteOrder order);
std::optional<PcapngPacket> decodeObsoletePacket(Bytes body, ByteOrder order);
std::optional<PcapngPacket> decodeSimplePacket(Bytes body, ByteOrder order, std::uint32_t snapLength);

} // namespace tcpladder
