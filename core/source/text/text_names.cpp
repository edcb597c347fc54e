// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text/text_names.h"

#include "core/source/text/services.h"
#include "core/source/text/text_cursor.h"

#include <arpa/inet.h>
#include <netdb.h>

#include <array>

namespace tcpladder {

namespace {

/// What /etc/services says, in host byte order.
std::optional<std::uint16_t> lookUpService(const std::string& name)
{
    servent entry{};
    servent* found = nullptr;
    std::array<char, 4096> buffer{};
    if (::getservbyname_r(name.c_str(), "tcp", &entry, buffer.data(), buffer.size(), &found) != 0 || !found)
        return {};
    return ntohs(static_cast<std::uint16_t>(found->s_port));
}

std::optional<IpAddress> knownAddress(std::string_view name, bool isIpv6)
{
    if (name == "localhost" || name == "localhost.localdomain" || name == "ip6-localhost")
        return parseAddress(isIpv6 ? "::1" : "127.0.0.1");
    return parseAddress(name);
}

} // namespace

IpAddress TextNames::placeholderAddress(std::uint32_t count, bool isIpv6) const
{
    IpAddress address;
    address.version = isIpv6 ? IpVersion::V6 : IpVersion::V4;
    const std::size_t end = isIpv6 ? 16 : 4;
    for (std::size_t i = 0; i < (isIpv6 ? 4 : 3); ++i)
        address.bytes[end - 1 - i] = static_cast<std::uint8_t>(count >> (8 * i));
    address.bytes[0] = isIpv6 ? 0x01 : 240;
    if (isIpv6)
        address.bytes[7] = 0x01;
    return address;
}

ResolvedHost TextNames::host(std::string_view name, bool isIpv6)
{
    if (const auto address = knownAddress(name, isIpv6))
        return {*address, false};
    std::string key(name);
    key += isIpv6 ? " 6" : " 4";
    const std::lock_guard guard(m_mutex);
    const auto [entry, isNew] = m_hosts.try_emplace(std::move(key));
    if (isNew)
        entry->second = placeholderAddress(static_cast<std::uint32_t>(m_hosts.size()), isIpv6);
    return {entry->second, true};
}

ResolvedPort TextNames::port(std::string_view name)
{
    TextCursor cursor(name);
    const auto number = cursor.number<std::uint16_t>();
    if (number && cursor.atEnd())
        return {*number, false};
    const std::lock_guard guard(m_mutex);
    const auto known = m_ports.find(name);
    if (known != m_ports.end())
        return known->second;
    std::string key(name);
    auto service = lookUpService(key);
    if (!service)
        service = findServiceOfIana(key);
    const ResolvedPort port{service.value_or(m_nextPort), !service};
    if (!service)
        --m_nextPort;
    m_ports.emplace(std::move(key), port);
    return port;
}

} // namespace tcpladder
