// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/byte_reader.h"
#include "core/base/error.h"
#include "core/source/link_type.h"

namespace tcpladder {

/// In which order a record header has its two lengths. Version 2.3 swapped them, but not every program that said so
/// did.
enum class PcapLengths : std::uint8_t { CapturedFirst, OriginalFirst, SmallerIsCaptured };

/// What the start of a classic pcap file says of the rest.
struct PcapHeader
{
    ByteOrder order = ByteOrder::Little;
    bool nanoseconds = false;
    PcapLengths lengths = PcapLengths::CapturedFirst;
    std::uint8_t fileHeaderLength = 24;
    std::uint8_t recordHeaderLength = 16;
    CaptureInterface interface;
};

/// The longest header of all variants.
inline constexpr std::size_t longestPcapHeader = 28;

/// libpcap's own bound for a record (MAXIMUM_SNAPLEN); the USB and D-Bus link types that need more carry no TCP.
inline constexpr std::uint32_t longestPcapRecord = 262'144;

bool hasPcapMagic(Bytes head);

Result<PcapHeader> decodePcapHeader(Bytes head);

} // namespace tcpladder
