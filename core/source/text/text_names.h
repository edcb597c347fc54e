// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/ip_address.h"

#include <map>
#include <mutex>

namespace tcpladder {

struct ResolvedHost
{
    IpAddress address;
    bool isPlaceholder = false; ///< the text has a name and no address
};

struct ResolvedPort
{
    std::uint16_t number = 0;
    bool isPlaceholder = false; ///< the text has a service's name that nobody here knows
};

/// Addresses and ports for what a text calls them, from any thread.
///
/// Nobody is asked: a lookup today says little of an old text's hosts, and would tell a name server what is being read.
/// A host that has only a name gets an address that no host has: 240.0.0.1 and on (RFC 1112 section 4, class E) or
/// 100:0:0:1::1 and on (RFC 9780). A service that neither /etc/services nor IANA knows gets a port from 65535 down: no
/// name belongs to the ports above 49151 (RFC 6335 section 6), so it can't be taken for what the name stands for.
class TextNames
{
public:
    ResolvedHost host(std::string_view name, bool isIpv6);
    ResolvedPort port(std::string_view name);

private:
    IpAddress placeholderAddress(std::uint32_t count, bool isIpv6) const;

    std::mutex m_mutex;
    std::map<std::string, IpAddress, std::less<>> m_hosts; ///< of version 4 and 6 under the name and a mark
    std::map<std::string, ResolvedPort, std::less<>> m_ports;
    std::uint16_t m_nextPort = 65535;
};

} // namespace tcpladder
