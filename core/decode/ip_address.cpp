// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/ip_address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <span>

namespace tcpladder {

namespace {

/// "192.168.1.10": by far the most frequent spelling, and read without a copy.
std::optional<IpAddress> parseDottedQuad(std::string_view text)
{
    IpAddress address;
    address.version = IpVersion::V4;
    const char* at = text.data();
    const char* const end = at + text.size();
    for (std::size_t i = 0; i < 4; ++i) {
        const auto [next, error] = std::from_chars(at, end, address.bytes[i]);
        const bool isLast = i == 3;
        if (error != std::errc() || (isLast ? next != end : next == end || *next != '.'))
            return {};
        at = isLast ? next : next + 1;
    }
    return address;
}

// inet_ntop() takes ten times as long, which a table or a filter of 400,000 connections feels; to ask of each octet how
// many digits it has takes longer than to look it up.

struct OctetText
{
    std::array<char, 3> digits{};
    std::uint8_t length = 0;
};

constexpr std::array<OctetText, 256> makeOctetTexts()
{
    std::array<OctetText, 256> texts{};
    for (unsigned octet = 0; octet < texts.size(); ++octet) {
        OctetText& text = texts[octet];
        for (unsigned unit = 100; unit > 0; unit /= 10)
            if (octet >= unit || unit == 1)
                text.digits[text.length++] = static_cast<char>('0' + octet / unit % 10);
    }
    return texts;
}

/// May write up to three characters, whatever the octet's length.
char* putOctet(char* at, std::uint8_t octet)
{
    static constexpr auto texts = makeOctetTexts();
    const OctetText& text = texts[octet];
    std::memcpy(at, text.digits.data(), text.digits.size());
    return at + text.length;
}

char* putDottedQuad(char* at, const IpAddress& address)
{
    for (std::size_t i = 0; i < 3; ++i) {
        at = putOctet(at, address.bytes[i]);
        *at++ = '.';
    }
    return putOctet(at, address.bytes[3]);
}

/// The first of the longest runs of two or more groups that are 0: what "::" stands for.
struct ZeroRun
{
    std::size_t begin = 0;
    std::size_t length = 0;
};

using Ipv6Groups = std::array<unsigned, 8>;

ZeroRun longestZeroRun(const Ipv6Groups& groups)
{
    ZeroRun longest{.length = 1};
    ZeroRun run;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (groups[i] != 0)
            run = {.begin = i + 1};
        else if (++run.length > longest.length)
            longest = run;
    }
    return longest.length > 1 ? longest : ZeroRun{};
}

/// RFC 5952 section 4.
char* putGroups(char* at, const Ipv6Groups& groups)
{
    constexpr int hexadecimal = 16;
    constexpr std::size_t digitsOfGroup = 4;
    const ZeroRun zeros = longestZeroRun(groups);
    for (std::size_t i = 0; i < groups.size();) {
        if (zeros.length > 0 && i == zeros.begin) {
            *at++ = ':';
            *at++ = ':';
            i += zeros.length;
            continue;
        }
        if (i > 0 && *(at - 1) != ':')
            *at++ = ':';
        at = std::to_chars(at, at + digitsOfGroup, groups[i++], hexadecimal).ptr;
    }
    return at;
}

/// An address that may end as an IPv4 one does (RFC 5952 section 5) is left to the system.
char* putIpv6(char* at, const IpAddress& address)
{
    constexpr std::size_t beforeEmbedded = 10;
    if (std::ranges::all_of(std::span(address.bytes).first(beforeEmbedded), [](auto byte) { return byte == 0; })) {
        std::array<char, INET6_ADDRSTRLEN> text;
        const std::string_view whole = inet_ntop(AF_INET6, address.bytes.data(), text.data(), text.size());
        return std::ranges::copy(whole, at).out;
    }
    Ipv6Groups groups;
    for (std::size_t i = 0; i < groups.size(); ++i)
        groups[i] = unsigned{address.bytes[2 * i]} << 8 | address.bytes[2 * i + 1];
    return putGroups(at, groups);
}

} // namespace

char* putAddress(char* at, const IpAddress& address)
{
    switch (address.version) {
    case IpVersion::None: return at;
    case IpVersion::V4: return putDottedQuad(at, address);
    case IpVersion::V6: return putIpv6(at, address);
    }
    return at;
}

std::string formatAddress(const IpAddress& address)
{
    std::array<char, longestAddress> text;
    return {text.data(), putAddress(text.data(), address)};
}

std::optional<IpAddress> parseAddress(std::string_view text)
{
    text = text.substr(0, text.find('%')); // what is behind names an interface
    if (const auto address = parseDottedQuad(text))
        return address;
    std::array<char, INET6_ADDRSTRLEN> terminated{}; // longer is none
    if (text.size() >= terminated.size())
        return {};
    std::ranges::copy(text, terminated.begin());
    IpAddress address;
    address.version = IpVersion::V6;
    return inet_pton(AF_INET6, terminated.data(), address.bytes.data()) == 1 ? std::optional(address) : std::nullopt;
}

} // namespace tcpladder
