// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/icmp.h"

#include "core/decode/layer_bytes.h"

namespace tcpladder {

namespace {

constexpr std::size_t headerLength = 8;

enum IcmpType : std::uint8_t { Unreachable = 3, SourceQuench = 4, TimeExceeded = 11, ParameterProblem = 12 };
enum UnreachableCode : std::uint8_t {
    Protocol = 2,
    Port = 3,
    FragmentationNeeded = 4,
    HostProhibited = 10,
    Prohibited = 13
};
enum IcmpV6Type : std::uint8_t { UnreachableV6 = 1, TooBigV6 = 2, TimeExceededV6 = 3, ParameterProblemV6 = 4 };
enum UnreachableV6Code : std::uint8_t { ProhibitedV6 = 1, PortV6 = 4 };

Layer stopBeforeQuote(LayerWalk& walk, bool isError)
{
    if (!isError || !walk.has(headerLength))
        return Layer::None;
    walk.icmpOffset = static_cast<std::uint32_t>(walk.offset);
    walk.offset += headerLength;
    return walk.stop(DecodeProblem::IcmpError);
}

IcmpMeaning meaningOf(std::uint8_t type, std::uint8_t code)
{
    if (type != Unreachable)
        return IcmpMeaning::Soft;
    switch (code) {
    case FragmentationNeeded: return IcmpMeaning::TooBig;
    case Protocol:
    case Port:
    case HostProhibited:
    case Prohibited: return IcmpMeaning::Hard;
    default: return IcmpMeaning::Soft;
    }
}

IcmpMeaning meaningOfV6(std::uint8_t type, std::uint8_t code)
{
    if (type == TooBigV6)
        return IcmpMeaning::TooBig;
    const bool isHard = type == UnreachableV6 && (code == ProhibitedV6 || code == PortV6);
    return isHard ? IcmpMeaning::Hard : IcmpMeaning::Soft;
}

void readQuotedPorts(IcmpError& error, const LayerWalk& quoted)
{
    error.source = makeIpAddress(quoted.source());
    error.destination = makeIpAddress(quoted.destination());
    error.sourcePort = word(quoted, 0);
    error.destinationPort = word(quoted, 2);
    if (quoted.has(8))
        error.sequence = SequenceNumber{longWord(quoted, 4)};
}

} // namespace

Layer decodeIcmp(LayerWalk& walk)
{
    const std::uint8_t type = walk.has(1) ? octet(walk, 0) : 0;
    return stopBeforeQuote(
        walk, type == Unreachable || type == SourceQuench || type == TimeExceeded || type == ParameterProblem);
}

Layer decodeIcmpV6(LayerWalk& walk)
{
    const std::uint8_t type = walk.has(1) ? octet(walk, 0) : 0;
    return stopBeforeQuote(walk, type >= UnreachableV6 && type <= ParameterProblemV6);
}

std::optional<IcmpError> decodeIcmpError(LinkType linkType, Bytes bytes)
{
    const LayerWalk outer = walkToTcp(linkType, bytes, static_cast<std::uint32_t>(bytes.size()));
    if (outer.problem != DecodeProblem::IcmpError)
        return {};
    const Bytes icmp = bytes.subspan(outer.icmpOffset, headerLength);
    const Bytes quote = bytes.subspan(outer.offset);
    const LayerWalk quoted = walkToTcp(LinkType::Raw, quote, static_cast<std::uint32_t>(quote.size()));
    if (quoted.problem != DecodeProblem::None || !quoted.has(4))
        return {};
    const bool isV4 = outer.network.version == IpVersion::V4;
    IcmpError error;
    error.type = std::to_integer<std::uint8_t>(icmp[0]);
    error.code = std::to_integer<std::uint8_t>(icmp[1]);
    error.meaning = isV4 ? meaningOf(error.type, error.code) : meaningOfV6(error.type, error.code);
    if (error.meaning == IcmpMeaning::TooBig)
        error.mtu = isV4 ? loadUnchecked<2>(icmp.data() + 6, ByteOrder::Big)
                         : loadUnchecked<4>(icmp.data() + 4, ByteOrder::Big);
    readQuotedPorts(error, quoted);
    return error;
}

} // namespace tcpladder
