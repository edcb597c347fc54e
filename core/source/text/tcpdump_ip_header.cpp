// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text/tcpdump_ip_header.h"

#include "core/source/text/text_cursor.h"

namespace tcpladder {

namespace {

constexpr std::uint32_t ipv4HeaderLength = 20;

template <class Number>
std::optional<Number> numberBehind(std::string_view text, std::string_view name, int base = 10)
{
    const std::size_t at = text.find(name);
    if (at == std::string_view::npos)
        return {};
    TextCursor cursor(text.substr(at + name.size()));
    return cursor.number<Number>(base);
}

TextIpHeader readIpv4(std::string_view text)
{
    TextIpHeader header;
    header.trafficClass = numberBehind<std::uint8_t>(text, "(tos 0x", 16).value_or(0);
    header.timeToLive = numberBehind<std::uint8_t>(text, "ttl ").value_or(0);
    header.identification = numberBehind<std::uint16_t>(text, "id ").value_or(0);
    header.dontFragment = text.find("DF") != std::string_view::npos;
    const auto total = numberBehind<std::uint32_t>(text, " length ");
    if (total && *total > ipv4HeaderLength && text.find("options (") == std::string_view::npos)
        header.tcpLength = *total - ipv4HeaderLength;
    return header;
}

TextIpHeader readIpv6(std::string_view text)
{
    TextIpHeader header;
    header.trafficClass = numberBehind<std::uint8_t>(text, "class 0x", 16).value_or(0);
    header.timeToLive = numberBehind<std::uint8_t>(text, "hlim ").value_or(0);
    if (text.find("next-header TCP") == std::string_view::npos)
        return header;
    header.tcpLength = numberBehind<std::uint32_t>(text, "payload length: "); // before tcpdump 5
    if (!header.tcpLength)
        header.tcpLength = numberBehind<std::uint32_t>(text, "payload length ");
    return header;
}

} // namespace

std::optional<TextIpHeader> findTextIpHeader(std::string_view text)
{
    const std::size_t ipv4 = text.rfind("(tos 0x");
    if (ipv4 != std::string_view::npos)
        return readIpv4(text.substr(ipv4));
    const std::size_t ipv6 = text.rfind("hlim ");
    if (ipv6 == std::string_view::npos || text.find("next-header", ipv6) == std::string_view::npos)
        return {};
    const std::size_t open = text.rfind('(', ipv6);
    return readIpv6(text.substr(open == std::string_view::npos ? ipv6 : open));
}

} // namespace tcpladder
