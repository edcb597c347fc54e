// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/header_wording.h"

#include "core/base/translate.h"

#include <algorithm>

namespace tcpladder {

namespace {

struct FieldWords
{
    std::string_view name;
    std::string_view clause; ///< of the IP fields: IPv4's
    std::string_view meaning;
};

constexpr auto fieldWords = std::to_array<FieldWords>({
    {TCPLADDER_TR("core", "Link-layer header"), "",
        TCPLADDER_TR("core", "What carries the IP packet on this network.")},
    {TCPLADDER_TR("core", "IP version"), "RFC 791 3.1", TCPLADDER_TR("core", "4 or 6.")},
    {TCPLADDER_TR("core", "IP header length"), "RFC 791 3.1", TCPLADDER_TR("core", "In words of 32 bits.")},
    {TCPLADDER_TR("core", "Traffic class"), "RFC 2474, RFC 3168",
        TCPLADDER_TR(
            "core", "Six bits choose how routers treat the packet, two carry Explicit Congestion Notification.")},
    {TCPLADDER_TR("core", "Flow label"), "RFC 6437", TCPLADDER_TR("core", "Keeps the packets of one flow together.")},
    {TCPLADDER_TR("core", "IP length"), "RFC 791 3.1",
        TCPLADDER_TR("core", "Of the whole packet; in IPv6, of what follows the fixed header.")},
    {TCPLADDER_TR("core", "IP identification"), "RFC 791 3.1",
        TCPLADDER_TR("core", "Tells which fragments belong together.")},
    {TCPLADDER_TR("core", "Fragmentation"), "RFC 791 3.1",
        TCPLADDER_TR("core", "Whether routers may cut the packet, and where a fragment belongs.")},
    {TCPLADDER_TR("core", "Time to live"), "RFC 791 3.1",
        TCPLADDER_TR("core", "Each router takes one away; at zero the packet is dropped. IPv6 calls it hop limit.")},
    {TCPLADDER_TR("core", "IP protocol"), "RFC 791 3.1", TCPLADDER_TR("core", "What the packet carries: 6 is TCP.")},
    {TCPLADDER_TR("core", "IP header checksum"), "RFC 791 3.1", TCPLADDER_TR("core", "Over the IPv4 header alone.")},
    {TCPLADDER_TR("core", "Source address"), "RFC 791 3.1", TCPLADDER_TR("core", "Where the packet comes from.")},
    {TCPLADDER_TR("core", "Destination address"), "RFC 791 3.1", TCPLADDER_TR("core", "Where the packet goes.")},
    {TCPLADDER_TR("core", "IP options"), "RFC 791 3.1, RFC 8200 4",
        TCPLADDER_TR("core", "Options of IPv4, or extension headers of IPv6.")},
    {TCPLADDER_TR("core", "Source port"), "RFC 9293 3.1", TCPLADDER_TR("core", "The sender's port.")},
    {TCPLADDER_TR("core", "Destination port"), "RFC 9293 3.1", TCPLADDER_TR("core", "The receiver's port.")},
    {TCPLADDER_TR("core", "Sequence number"), "RFC 9293 3.1, 3.4",
        TCPLADDER_TR("core", "The number of the first byte of data in this segment, or of its SYN.")},
    {TCPLADDER_TR("core", "Acknowledgment number"), "RFC 9293 3.1, 3.4",
        TCPLADDER_TR("core", "The next sequence number that the sender of this segment expects.")},
    {TCPLADDER_TR("core", "Data offset"), "RFC 9293 3.1",
        TCPLADDER_TR("core", "The length of the header in words of 32 bits, where the data begins.")},
    {TCPLADDER_TR("core", "Reserved"), "RFC 9293 3.1",
        TCPLADDER_TR("core", "Kept for future use: zero in segments that are sent.")},
    {TCPLADDER_TR("core", "Flags"), "RFC 9293 3.1",
        TCPLADDER_TR("core", "What the segment does, besides carrying data.")},
    {TCPLADDER_TR("core", "Window"), "RFC 9293 3.1, 3.8.6",
        TCPLADDER_TR(
            "core", "How many bytes from the acknowledgment number on the sender of this segment is ready to take.")},
    {TCPLADDER_TR("core", "Checksum"), "RFC 9293 3.1",
        TCPLADDER_TR("core", "Over TCP header, data and a pseudo-header with the addresses.")},
    {TCPLADDER_TR("core", "Urgent pointer"), "RFC 9293 3.1, 3.8.5",
        TCPLADDER_TR("core", "How far behind the sequence number urgent data ends; counts only with URG.")},
    {TCPLADDER_TR("core", "Option"), "RFC 9293 3.1, 3.2", ""},
    {TCPLADDER_TR("core", "Data"), "RFC 9293 3.1", TCPLADDER_TR("core", "What the application sent.")},
    {TCPLADDER_TR("core", "Padding"), "", TCPLADDER_TR("core", "Bytes behind the IP packet that fill the frame.")},
});
static_assert(fieldWords.size() == static_cast<std::size_t>(HeaderField::Count));

std::string_view checksumText(ChecksumStatus status)
{
    switch (status) {
    case ChecksumStatus::Good: return TCPLADDER_TR("core", "It is right.");
    case ChecksumStatus::Partial:
        return TCPLADDER_TR("core",
            "It holds the sum of the pseudo-header alone: the sender's network card was to finish it. "
            "Nothing is wrong.");
    case ChecksumStatus::Bad: return TCPLADDER_TR("core", "It is wrong: the receiver drops this segment.");
    case ChecksumStatus::Unverified:
        return TCPLADDER_TR("core", "It can't be verified: not the whole segment was captured.");
    case ChecksumStatus::Unknown: return TCPLADDER_TR("core", "The text does not say it.");
    case ChecksumStatus::Absent: break;
    }
    return {};
}

Message windowMessage(const Segment& segment, const SegmentContext& context)
{
    const std::string raw = std::to_string(segment.window);
    if (segment.has(TcpFlag::Syn))
        return {TCPLADDER_TR("core", "%1 bytes: the window of a SYN is never scaled."), {raw}};
    if (const std::optional<std::uint32_t> bytes = scaledWindow(segment, context)) {
        return {TCPLADDER_TR("core", "%1 units of %2 bytes are %3 bytes."),
            {raw, std::to_string(1U << *context.windowShift), std::to_string(*bytes)}};
    }
    return {TCPLADDER_TR("core", "%1 units; their size was said in the SYNs, which are not in the capture."), {raw}};
}

Message relativeMessage(SequenceNumber number, const std::optional<SequenceNumber>& origin)
{
    if (!origin)
        return {};
    return {TCPLADDER_TR("core", "%1 behind the first sequence number of this direction."),
        {std::to_string(number - *origin)}};
}

Message hereMessage(HeaderField field, const Segment& segment, const SegmentContext& context)
{
    switch (field) {
    case HeaderField::TcpSequence: return relativeMessage(segment.sequence, context.sequenceOrigin);
    case HeaderField::TcpAcknowledgment:
        if (!segment.has(TcpFlag::Ack))
            return {TCPLADDER_TR("core", "Without ACK it means nothing."), {}};
        return relativeMessage(segment.acknowledgment, context.acknowledgmentOrigin);
    case HeaderField::TcpDataOffset:
        return {TCPLADDER_TR("core", "%1 words are %2 bytes."),
            {std::to_string(segment.headerLength / 4), std::to_string(segment.headerLength)}};
    case HeaderField::TcpFlags: return explainFlags(segment).front();
    case HeaderField::TcpWindow: return windowMessage(segment, context);
    case HeaderField::TcpChecksum: return {checksumText(segment.checksumStatus), {}};
    case HeaderField::IpChecksum: return {checksumText(segment.ipChecksum), {}};
    case HeaderField::TcpUrgentPointer:
        if (!segment.has(TcpFlag::Urg))
            return {TCPLADDER_TR("core", "Without URG it means nothing."), {}};
        return {TCPLADDER_TR("core", "Urgent data ends before sequence number %1."),
            {std::to_string((segment.sequence + segment.urgentPointer).value)}};
    case HeaderField::Payload: return {TCPLADDER_TR("core", "%1 bytes."), {std::to_string(segment.payloadLength)}};
    default: return {};
    }
}

} // namespace

std::optional<std::uint32_t> scaledWindow(const Segment& segment, const SegmentContext& context)
{
    if (segment.has(TcpFlag::Syn))
        return segment.window;
    if (!context.windowShift)
        return {};
    return std::uint32_t{segment.window} << *context.windowShift;
}

FieldExplanation explainField(HeaderField field, const Segment& segment, const SegmentContext& context)
{
    const FieldWords& words = fieldWords.at(static_cast<std::size_t>(field));
    const bool isIpv6 = segment.source.version == IpVersion::V6;
    const bool isIpField = field >= HeaderField::IpVersion && field <= HeaderField::IpDestination;
    const bool isSpecial = words.clause != std::string_view("RFC 791 3.1");
    return {words.name, isIpv6 && isIpField && !isSpecial ? "RFC 8200 3" : words.clause, {words.meaning, {}},
        hereMessage(field, segment, context)};
}

} // namespace tcpladder
