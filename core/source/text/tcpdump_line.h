// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/text/tcpdump_segment.h"
#include "core/source/text/tcpdump_time.h"

namespace tcpladder {

enum class TcpdumpLineKind : std::uint8_t {
    Prose,       ///< not tcpdump's, or a line of a decoded payload
    Header,      ///< -v: what stands in front of the line with the addresses
    Segment,     ///< a TCP segment
    OtherPacket, ///< a packet without a TCP segment
    Quotation,   ///< an ICMP error: what follows of its packet quotes another packet
    Unreadable,  ///< looks like a segment, but a part of it is missing or is no value
};

/// "192.168.1.10.idmgratm" in its parts, as written.
struct TextEndpoint
{
    std::string_view host;
    std::string_view port; ///< number or name of a service; empty where there is none
};

/// "(tos 0x0, ttl 64, id 39649, offset 0, flags [DF], proto TCP (6), length 60)" of -v, or what IPv6 has of it.
struct TextIpHeader
{
    std::optional<std::uint32_t> tcpLength; ///< header and payload; nothing where IP options or others take of it
    std::uint16_t identification = 0;
    std::uint8_t timeToLive = 0;
    std::uint8_t trafficClass = 0;
    bool dontFragment = false;
};

/// One line of tcpdump's text. Views point into the line.
struct TcpdumpLine
{
    TcpdumpLineKind kind = TcpdumpLineKind::Prose;
    TextTime time;
    bool timeIsUntold = false;  ///< "[Error converting time]" stands in its place
    bool isNumbered = false;    ///< -#
    bool namesProtocol = false; ///< "IP" or a link header stands in front: with -t that is how a packet begins
    bool isIpv6 = false;
    std::optional<TextIpHeader> ip;
    TextEndpoint source;
    TextEndpoint destination;
    TcpdumpSegment segment;

    bool hasTime() const { return time.form != TextTimeForm::None; }
    bool hasPlaceOfTime() const { return hasTime() || timeIsUntold; }
};

/// printed: one line without its end and without what the document around it added (text_decoration.h).
TcpdumpLine parseTcpdumpLine(std::string_view printed);

} // namespace tcpladder
