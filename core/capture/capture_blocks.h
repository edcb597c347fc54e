// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/byte_reader.h"
#include "core/base/timestamp.h"

#include <string>
#include <string_view>
#include <vector>

namespace tcpladder {

/// Blocks of a pcapng file (draft-ietf-opsawg-pcapng-03 section 4), appended to a buffer in this machine's byte order.
/// Times are in nanoseconds unless an interface says otherwise.
using BlockBuffer = std::vector<std::byte>;

/// What an Interface Description Block tells of a device.
struct CapturedInterface
{
    std::uint16_t linkType = 0; ///< LINKTYPE_ number
    std::uint32_t snapLength = 0;
    std::string name;
    std::string filter;          ///< in libpcap's language; empty where everything is captured
    std::uint8_t timeDigits = 9; ///< of a second that its packets' times have in the file
};

struct CapturedPacket
{
    Timestamp time;
    std::uint32_t originalLength = 0;
    Bytes bytes;                 ///< as many as were captured
    std::uint32_t interface = 0; ///< of the section
    std::uint8_t timeDigits = 9; ///< those of the interface
    std::string_view comment{};  ///< UTF-8; a longer one than 65535 bytes is cut
};

/// What an Interface Statistics Block tells when a capture ends.
struct CaptureStatistics
{
    Timestamp time;
    std::uint64_t received = 0;
    std::uint64_t dropped = 0;
};

void appendSectionHeader(BlockBuffer& buffer, std::string_view application);
void appendInterface(BlockBuffer& buffer, const CapturedInterface& interface);
void appendPacket(BlockBuffer& buffer, const CapturedPacket& packet);
void appendStatistics(BlockBuffer& buffer, const CaptureStatistics& statistics);

} // namespace tcpladder
