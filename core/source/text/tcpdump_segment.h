// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/segment.h"

#include <optional>
#include <string_view>

namespace tcpladder {

/// What a summary line says of a segment behind "a.port > b.port: ". Numbers are as printed: relative ones stay
/// relative. Views point into the line.
struct TcpdumpSegment
{
    std::optional<TcpFlags> flags;
    std::optional<std::uint32_t> sequence;
    std::optional<std::uint32_t> acknowledgment;
    std::optional<std::uint16_t> window;
    std::optional<std::uint16_t> urgentPointer;
    std::optional<std::uint16_t> checksum;
    std::optional<std::uint32_t> payloadLength;
    std::string_view options;     ///< between the brackets
    bool isTshark = false;        ///< options are spelled as tshark does (tshark_line.h)
    bool checksumIsGood = false;  ///< "(correct)"
    bool checksumIsWrong = false; ///< "(incorrect -> 0x1234)"
    bool cut = false;             ///< "[|tcp]": the snapshot ended inside the header
    bool endsWithLength = false;  ///< tcpdump prints the length last: without it the line was wrapped
};

/// Flags [S.], seq 1:79, ack 1, win 65535, options [...], length 78: what tcpdump has printed since version 4.0.
/// Nothing where it is something else or a value is not one.
std::optional<TcpdumpSegment> parseNewSegment(std::string_view text);

/// S 1:1(0) ack 5 win 4096 <mss 1024>: what tcpdump printed before.
std::optional<TcpdumpSegment> parseOldSegment(std::string_view text);

/// tcp 78: tcpdump -q.
std::optional<TcpdumpSegment> parseQuietSegment(std::string_view text);

/// Any of the three.
std::optional<TcpdumpSegment> parseTcpdumpSegment(std::string_view text);

} // namespace tcpladder
