// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text/rebuilt_packet.h"

#include "core/decode/checksum.h"
#include "core/source/text/tcpdump_options.h"
#include "core/source/text/tshark_line.h"

#include <algorithm>

namespace tcpladder {

namespace {

constexpr std::size_t ipv4HeaderLength = 20;
constexpr std::size_t ipv6HeaderLength = 40;
constexpr std::size_t tcpHeaderLength = 20;
constexpr std::uint32_t longestPayload = 0x00ff'ffff; ///< no host makes such segments; beyond are typing errors
constexpr std::uint8_t tcpProtocol = 6;

void put(std::vector<std::byte>& to, std::uint32_t value, int width)
{
    while (width-- > 0)
        to.push_back(static_cast<std::byte>(value >> (8 * width)));
}

void putAt(std::vector<std::byte>& bytes, std::size_t offset, std::uint16_t value)
{
    bytes[offset] = static_cast<std::byte>(value >> 8);
    bytes[offset + 1] = static_cast<std::byte>(value);
}

void putAddress(std::vector<std::byte>& to, const IpAddress& address)
{
    for (std::size_t i = 0; i < address.size(); ++i)
        to.push_back(static_cast<std::byte>(address.bytes[i]));
}

/// A length that its field cannot hold is written as 0, as the kernel does (big TCP): then the packet's length counts.
std::uint32_t lengthField(std::size_t length)
{
    return length > 0xffff ? 0 : static_cast<std::uint32_t>(length);
}

void putIpv4(std::vector<std::byte>& to, const TextIpHeader& ip, const TextFlowKey& key)
{
    constexpr std::uint32_t dontFragment = 0x4000;
    put(to, 0x45, 1);
    put(to, ip.trafficClass, 1);
    put(to, 0, 2);
    put(to, ip.identification, 2);
    put(to, ip.dontFragment ? dontFragment : 0, 2);
    put(to, ip.timeToLive, 1);
    put(to, tcpProtocol, 1);
    put(to, 0, 2);
    putAddress(to, key.source);
    putAddress(to, key.destination);
}

void putIpv6(std::vector<std::byte>& to, const TextIpHeader& ip, const TextFlowKey& key)
{
    put(to, std::uint32_t{6} << 28 | std::uint32_t{ip.trafficClass} << 20, 4);
    put(to, 0, 2);
    put(to, tcpProtocol, 1);
    put(to, ip.timeToLive, 1);
    putAddress(to, key.source);
    putAddress(to, key.destination);
}

/// -v prints IP's length, which shows what an "eol" or a cut of the options hides. shown: the header's length so far.
std::optional<std::size_t> printedHeaderLength(const TcpdumpLine& summary, std::size_t shown)
{
    constexpr std::size_t longestHeader = 60;
    if (!summary.ip || !summary.ip->tcpLength || !summary.segment.payloadLength)
        return {};
    const std::size_t length = std::size_t{*summary.ip->tcpLength} - *summary.segment.payloadLength;
    return length >= shown && length <= longestHeader && length % 4 == 0 ? std::optional(length) : std::nullopt;
}

struct RebuiltHeader
{
    bool hasOptions = false; ///< all of them
    bool hasLength = false;  ///< as it was on the wire
};

RebuiltHeader putTcp(
    std::vector<std::byte>& to, const TcpdumpLine& summary, const TextFlowKey& key, const AbsoluteNumbers& numbers)
{
    const TcpdumpSegment& segment = summary.segment;
    const std::size_t start = to.size();
    put(to, key.sourcePort, 2);
    put(to, key.destinationPort, 2);
    put(to, numbers.sequence.value, 4);
    put(to, numbers.acknowledgment.value, 4);
    put(to, segment.flags.value_or(TcpFlags()).bits, 2);
    put(to, segment.window.value_or(0), 2);
    put(to, segment.checksum.value_or(0), 2);
    put(to, segment.urgentPointer.value_or(0), 2);
    const std::string translated = segment.isTshark ? tsharkOptionsAsTcpdump(segment.options) : std::string();
    const std::string_view options = segment.isTshark ? std::string_view(translated) : segment.options;
    const bool hasOptions = appendTextOptions(options, numbers.sackBase, to) && !segment.cut && segment.flags;
    const auto length = printedHeaderLength(summary, to.size() - start);
    if (length)
        to.resize(start + *length);
    const std::size_t words = (to.size() - start) / 4;
    to[start + 12] |= static_cast<std::byte>(words << 4);
    return {hasOptions, hasOptions || length};
}

TcpFieldSet knownFields(const TcpdumpSegment& segment, const AbsoluteNumbers& numbers, const RebuiltHeader& header)
{
    TcpFieldSet known;
    const auto keep = [&known](TcpField field, bool isKnown) {
        if (!isKnown)
            known.remove(field);
    };
    keep(TcpField::Sequence, numbers.knowsSequence);
    keep(TcpField::Acknowledgment, numbers.knowsAcknowledgment);
    keep(TcpField::OffsetAndFlags, segment.flags.has_value());
    keep(TcpField::Window, segment.window.has_value());
    keep(TcpField::Checksum, segment.checksum.has_value());
    keep(TcpField::UrgentPointer, segment.urgentPointer.has_value());
    keep(TcpField::Options, header.hasOptions);
    keep(TcpField::HeaderLength, header.hasLength);
    keep(TcpField::PayloadLength, segment.payloadLength.has_value());
    return known;
}

ChecksumStatus checksumStatus(const TcpdumpSegment& segment, const TextFlowKey& key, std::size_t length)
{
    if (segment.checksumIsGood)
        return ChecksumStatus::Good;
    if (!segment.checksumIsWrong || !segment.checksum)
        return segment.checksum ? ChecksumStatus::Unverified : ChecksumStatus::Unknown;
    const auto partial = pseudoHeaderSum(key.source, key.destination, static_cast<std::uint32_t>(length));
    return *segment.checksum == partial ? ChecksumStatus::Partial : ChecksumStatus::Bad;
}

} // namespace

RebuiltPacket rebuildPacket(
    const TcpdumpLine& summary, const TextFlowKey& key, const AbsoluteNumbers& numbers, std::vector<std::byte>& to)
{
    const bool isIpv4 = key.source.version == IpVersion::V4;
    const TextIpHeader ip = summary.ip.value_or(TextIpHeader{});
    to.clear();
    if (isIpv4)
        putIpv4(to, ip, key);
    else
        putIpv6(to, ip, key);
    const std::size_t headerLength = to.size();
    const RebuiltHeader header = putTcp(to, summary, key, numbers);

    RebuiltPacket packet;
    packet.originalLength
        = static_cast<std::uint32_t>(to.size()) + std::min(summary.segment.payloadLength.value_or(0), longestPayload);
    packet.known = knownFields(summary.segment, numbers, header);
    packet.checksumStatus = checksumStatus(summary.segment, key, packet.originalLength - headerLength);
    if (isIpv4) {
        putAt(to, 2, static_cast<std::uint16_t>(lengthField(packet.originalLength)));
        putAt(to, 10, static_cast<std::uint16_t>(~onesComplementSum(Bytes(to).first(ipv4HeaderLength))));
    } else {
        putAt(to, 4, static_cast<std::uint16_t>(lengthField(packet.originalLength - ipv6HeaderLength)));
    }
    return packet;
}

} // namespace tcpladder
