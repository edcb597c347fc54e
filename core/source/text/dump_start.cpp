// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text/dump_start.h"

#include "core/decode/checksum.h"

#include <algorithm>
#include <array>

namespace tcpladder {

namespace {

constexpr int certain = 3; ///< a checksum or a length fits: no accident
constexpr int possible = 1;

std::uint16_t word(Bytes bytes, std::size_t offset)
{
    return loadUnchecked<2>(bytes.data() + offset, ByteOrder::Big);
}

int octet(Bytes bytes, std::size_t offset)
{
    return std::to_integer<int>(bytes[offset]);
}

int rateIpv4(Bytes bytes)
{
    constexpr std::size_t shortest = 20;
    const std::size_t length = (octet(bytes, 0) & 0x0f) * std::size_t{4};
    if (bytes.size() < shortest || length < shortest || octet(bytes, 0) >> 4 != 4)
        return 0;
    const std::size_t total = word(bytes, 2);
    if (total != 0 && total < length)
        return 0;
    if (length <= bytes.size() && onesComplementSum(bytes.first(length)) == 0xffff)
        return certain;
    return total == bytes.size() ? certain : possible;
}

int rateIpv6(Bytes bytes)
{
    constexpr std::size_t headerLength = 40;
    if (bytes.size() < headerLength || octet(bytes, 0) >> 4 != 6)
        return 0;
    return word(bytes, 4) + headerLength == bytes.size() ? certain : possible;
}

/// How much the bytes look like an IP packet.
int rateIp(Bytes bytes)
{
    if (bytes.empty())
        return 0;
    return std::max(rateIpv4(bytes), rateIpv6(bytes));
}

int rateBehind(Bytes bytes, std::size_t offset)
{
    return bytes.size() > offset ? rateIp(bytes.subspan(offset)) : 0;
}

bool isIpEtherType(std::uint16_t type)
{
    return type == 0x0800 || type == 0x86dd;
}

/// Types that stand in front of another header before IP comes.
bool isWrapperEtherType(std::uint16_t type)
{
    constexpr std::array<std::uint16_t, 6> wrappers{0x8100, 0x88a8, 0x9100, 0x8847, 0x8848, 0x8864};
    return std::ranges::find(wrappers, type) != wrappers.end();
}

int rateTyped(Bytes bytes, std::size_t typeOffset, std::size_t headerLength)
{
    if (bytes.size() < headerLength)
        return 0;
    const std::uint16_t type = word(bytes, typeOffset);
    if (isIpEtherType(type))
        return rateBehind(bytes, headerLength) + 1;
    return isWrapperEtherType(type) ? possible + 1 : 0;
}

int rateRaw(Bytes bytes)
{
    return rateIp(bytes);
}

int rateEthernet(Bytes bytes)
{
    return rateTyped(bytes, 12, 14);
}

int rateSll2(Bytes bytes)
{
    return rateTyped(bytes, 0, 20);
}

int rateSll(Bytes bytes)
{
    constexpr int greatestPacketType = 4;
    return bytes.size() >= 16 && word(bytes, 0) <= greatestPacketType ? rateTyped(bytes, 14, 16) : 0;
}

int rateFamily(Bytes bytes, ByteOrder order)
{
    constexpr std::uint32_t greatestFamily = 30;
    if (bytes.size() < 4)
        return 0;
    const auto family = loadUnchecked<4>(bytes.data(), order);
    return family >= 2 && family <= greatestFamily ? rateBehind(bytes, 4) : 0;
}

int rateNull(Bytes bytes)
{
    return rateFamily(bytes, ByteOrder::Little);
}

int rateLoop(Bytes bytes)
{
    return rateFamily(bytes, ByteOrder::Big);
}

/// PPPoE without its Ethernet header, which is what -x leaves of it: version and type 1, code 0, then PPP with IP in
/// it.
int ratePppoe(Bytes bytes)
{
    if (bytes.size() < 8 || word(bytes, 0) != 0x1100)
        return 0;
    const std::uint16_t protocol = word(bytes, 6);
    return protocol == 0x0021 || protocol == 0x0057 ? rateBehind(bytes, 8) : 0;
}

struct Candidate
{
    DumpStart start;
    int (*rate)(Bytes);
};

constexpr auto candidates = std::to_array<Candidate>({
    {{LinkType::Raw, 0}, rateRaw},
    {{LinkType::Ethernet, 0}, rateEthernet},
    {{LinkType::LinuxSll2, 0}, rateSll2},
    {{LinkType::LinuxSll, 0}, rateSll},
    {{LinkType::BsdNull, 0}, rateNull},
    {{LinkType::BsdLoop, 0}, rateLoop},
    {{LinkType::Raw, 8}, ratePppoe},
});

std::size_t linkHeaderLength(LinkType linkType)
{
    switch (linkType) {
    case LinkType::Ethernet: return 14;
    case LinkType::LinuxSll: return 16;
    case LinkType::LinuxSll2: return 20;
    case LinkType::BsdNull:
    case LinkType::BsdLoop: return 4;
    default: return 0;
    }
}

} // namespace

/// From the IP header on; empty where none is found.
static Bytes findIpPacket(Bytes dump)
{
    const auto start = findDumpStart(dump);
    return start ? dump.subspan(std::min(dump.size(), start->skipped + linkHeaderLength(start->linkType))) : Bytes();
}

std::optional<bool> saysIpv6(Bytes dump)
{
    const Bytes ip = findIpPacket(dump);
    return ip.empty() ? std::nullopt : std::optional(octet(ip, 0) >> 4 == 6);
}

bool isWholePacket(Bytes dump)
{
    const Bytes ip = findIpPacket(dump);
    if (ip.size() < 6)
        return false;
    const bool isIpv4 = octet(ip, 0) >> 4 == 4;
    return isIpv4 ? ip.size() >= word(ip, 2) : ip.size() >= std::size_t{40} + word(ip, 4);
}

std::optional<DumpStart> findDumpStart(Bytes dump, const std::optional<DumpStart>& likely)
{
    if (likely) {
        const auto found = std::ranges::find(candidates, *likely, &Candidate::start);
        if (found != candidates.end() && found->rate(dump) >= certain)
            return likely;
    }
    int best = 0;
    std::optional<DumpStart> start;
    for (const Candidate& candidate : candidates) {
        const int rating = candidate.rate(dump);
        if (rating > best) {
            best = rating;
            start = candidate.start;
        }
    }
    return start;
}

} // namespace tcpladder
