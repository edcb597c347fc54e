// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/translate.h"
#include "core/report/header_wording.h"

#include <algorithm>

namespace tcpladder {

namespace {

constexpr unsigned tcpHeaderLength = 20;
constexpr unsigned maximumWindowShift = 14; // RFC 7323 section 2.3

unsigned ipHeaderLength(const Segment& segment)
{
    return segment.source.version == IpVersion::V6 ? 40 : 20;
}

std::string mtuFor(const TcpOptionPart& part, const Segment& segment)
{
    return std::to_string(part.value + ipHeaderLength(segment) + tcpHeaderLength);
}

std::string scaleFactor(const TcpOptionPart& part)
{
    return std::to_string(1U << std::min<std::uint32_t>(part.value, maximumWindowShift));
}

std::string_view clauseOf(std::uint8_t kind)
{
    switch (static_cast<TcpOptionKind>(kind)) {
    case TcpOptionKind::EndOfList:
    case TcpOptionKind::NoOperation: return "RFC 9293 3.2";
    case TcpOptionKind::MaximumSegmentSize: return "RFC 9293 3.7.1";
    case TcpOptionKind::WindowScale: return "RFC 7323 2";
    case TcpOptionKind::SackPermitted: return "RFC 2018 2";
    case TcpOptionKind::Sack: return "RFC 2018 3";
    case TcpOptionKind::Timestamps: return "RFC 7323 3";
    case TcpOptionKind::Md5Signature: return "RFC 2385";
    case TcpOptionKind::UserTimeout: return "RFC 5482";
    case TcpOptionKind::Authentication: return "RFC 5925";
    case TcpOptionKind::Multipath: return "RFC 8684";
    case TcpOptionKind::FastOpen: return "RFC 7413";
    case TcpOptionKind::AccEcn0:
    case TcpOptionKind::AccEcn1: return "RFC 9768 3.2.3";
    case TcpOptionKind::Experiment1:
    case TcpOptionKind::Experiment2: return "RFC 6994";
    }
    return {};
}

std::string_view meaningOf(std::uint8_t kind)
{
    switch (static_cast<TcpOptionKind>(kind)) {
    case TcpOptionKind::EndOfList:
        return TCPLADDER_TR("core", "Ends the options; what follows in the header is padding.");
    case TcpOptionKind::NoOperation:
        return TCPLADDER_TR("core", "Fills one byte, so that the next option begins at a word.");
    case TcpOptionKind::MaximumSegmentSize:
        return TCPLADDER_TR("core",
            "The largest payload that the sender of this option can receive in one segment, without IP and "
            "TCP headers. Only in a SYN.");
    case TcpOptionKind::WindowScale:
        return TCPLADDER_TR("core",
            "Windows of later segments count in units of 2 to the power of this shift, if both SYNs have "
            "the option.");
    case TcpOptionKind::SackPermitted:
        return TCPLADDER_TR("core", "The sender understands selective acknowledgments. Only in a SYN.");
    case TcpOptionKind::Sack:
        return TCPLADDER_TR(
            "core", "Blocks that arrived behind a hole; each goes from its first number up to the number behind it.");
    case TcpOptionKind::Timestamps:
        return TCPLADDER_TR("core",
            "The sender's clock and the last clock value that it received, to measure the round trip and to "
            "tell old segments from new ones.");
    case TcpOptionKind::FastOpen: return TCPLADDER_TR("core", "A cookie that lets data travel with the SYN.");
    default: return {};
    }
}

Message valueMessage(const TcpOptionPart& part, const Segment& segment)
{
    const std::string value = std::to_string(part.value);
    switch (part.kind) {
    case TcpOptionPartKind::MaximumSegmentSize:
        return {TCPLADDER_TR("core", "%1 bytes: an MTU of %2, less %3 for the IP header and %4 for the TCP header."),
            {value, mtuFor(part, segment), std::to_string(ipHeaderLength(segment)), std::to_string(tcpHeaderLength)}};
    case TcpOptionPartKind::WindowShift:
        return {part.value > maximumWindowShift
                ? TCPLADDER_TR("core", "A shift of %1 is not allowed and counts as 14: units of %2 bytes.")
                : TCPLADDER_TR("core", "A shift of %1: units of %2 bytes."),
            {value, scaleFactor(part)}};
    case TcpOptionPartKind::TimestampValue: return {TCPLADDER_TR("core", "The sender's clock shows %1."), {value}};
    case TcpOptionPartKind::TimestampEcho:
        return {part.value ? TCPLADDER_TR("core", "The peer's clock value that it answers is %1.")
                           : TCPLADDER_TR("core", "Zero: it has not received any yet."),
            {value}};
    case TcpOptionPartKind::SackLeft: return {TCPLADDER_TR("core", "The block begins at %1."), {value}};
    case TcpOptionPartKind::SackRight: return {TCPLADDER_TR("core", "The block ends before %1."), {value}};
    case TcpOptionPartKind::FastOpenCookie:
        return {TCPLADDER_TR("core", "A cookie of %1 bytes."), {std::to_string(part.length)}};
    case TcpOptionPartKind::Head:
    case TcpOptionPartKind::Other: return {};
    }
    return {};
}

} // namespace

Message optionRemark(const TcpOptionPart& part, const Segment& segment)
{
    switch (part.kind) {
    case TcpOptionPartKind::MaximumSegmentSize:
        return {TCPLADDER_TR("core", "MTU %1 - %2 - %3"),
            {mtuFor(part, segment), std::to_string(ipHeaderLength(segment)), std::to_string(tcpHeaderLength)}};
    case TcpOptionPartKind::WindowShift: return {TCPLADDER_TR("core", "window x %1"), {scaleFactor(part)}};
    default: return {};
    }
}

FieldExplanation explainOption(const TcpOptionEntry& option, const TcpOptionPart& part, const Segment& segment)
{
    FieldExplanation explanation{
        tcpOptionName(option.kind), clauseOf(option.kind), {meaningOf(option.kind), {}}, valueMessage(part, segment)};
    if (explanation.name.empty())
        explanation.name = TCPLADDER_TR("core", "Option of an unknown kind");
    if (option.malformed)
        explanation.here = {TCPLADDER_TR("core", "Its length can't be right."), {}};
    else if (explanation.here.text.empty() && part.kind != TcpOptionPartKind::Head)
        explanation.here = {
            TCPLADDER_TR("core", "Kind %1, %2 bytes."), {std::to_string(option.kind), std::to_string(option.length)}};
    return explanation;
}

} // namespace tcpladder
