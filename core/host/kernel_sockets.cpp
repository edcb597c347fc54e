// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/kernel_sockets.h"

#include "core/host/netlink_query.h"

#include <arpa/inet.h>
#include <linux/inet_diag.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace tcpladder {

namespace {

/// Its numbers are those of the enum in <netinet/tcp.h>, which RFC 9293 knows under other names.
TcpState stateOf(std::uint8_t kernelState)
{
    constexpr std::uint8_t newSynReceived = 12; ///< TCP_NEW_SYN_RECV of linux/tcp_states.h
    switch (kernelState) {
    case TCP_ESTABLISHED: return TcpState::Established;
    case TCP_SYN_SENT: return TcpState::SynSent;
    case TCP_SYN_RECV:
    case newSynReceived: return TcpState::SynReceived;
    case TCP_FIN_WAIT1: return TcpState::FinWait1;
    case TCP_FIN_WAIT2: return TcpState::FinWait2;
    case TCP_TIME_WAIT: return TcpState::TimeWait;
    case TCP_CLOSE: return TcpState::Closed;
    case TCP_CLOSE_WAIT: return TcpState::CloseWait;
    case TCP_LAST_ACK: return TcpState::LastAck;
    case TCP_LISTEN: return TcpState::Listen;
    case TCP_CLOSING: return TcpState::Closing;
    default: return TcpState::Unknown;
    }
}

/// An IPv4 address may come from a socket for both versions (RFC 4291 section 2.5.5.2).
IpAddress addressOf(std::uint8_t family, const __be32 (&words)[4])
{
    constexpr std::array<std::byte, 12> mapped{
        {{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, std::byte{0xff}, std::byte{0xff}}};
    const Bytes bytes = std::as_bytes(std::span(words));
    if (family == AF_INET)
        return makeIpAddress(bytes.first(4));
    if (std::ranges::equal(bytes.first(mapped.size()), mapped))
        return makeIpAddress(bytes.subspan(mapped.size()));
    return makeIpAddress(bytes);
}

Duration timerOf(const inet_diag_msg& message)
{
    return std::chrono::milliseconds(message.idiag_expires);
}

KernelSocket socketOf(const inet_diag_msg& message)
{
    constexpr std::uint8_t timeWaitTimer = 3; ///< idiag_timer, sock_diag(7)
    KernelSocket found;
    found.local = {addressOf(message.idiag_family, message.id.idiag_src), ntohs(message.id.idiag_sport)};
    found.remote = {addressOf(message.idiag_family, message.id.idiag_dst), ntohs(message.id.idiag_dport)};
    found.state = stateOf(message.idiag_state);
    if (message.idiag_timer == timeWaitTimer)
        found.timeWaitLeft = timerOf(message);
    return found;
}

inet_diag_req_v2 requestFor(std::uint8_t family)
{
    inet_diag_req_v2 request{};
    request.sdiag_family = family;
    request.sdiag_protocol = IPPROTO_TCP;
    request.idiag_states = ~0U;
    return request;
}

void setAddress(__be32 (&words)[4], const IpAddress& address)
{
    std::memcpy(words, address.bytes.data(), sizeof words);
}

} // namespace

Result<std::optional<KernelSocket>> findKernelSocket(const Endpoint& local, const Endpoint& remote)
{
    inet_diag_req_v2 request = requestFor(local.address.version == IpVersion::V4 ? AF_INET : AF_INET6);
    setAddress(request.id.idiag_src, local.address);
    setAddress(request.id.idiag_dst, remote.address);
    request.id.idiag_sport = htons(local.port);
    request.id.idiag_dport = htons(remote.port);
    request.id.idiag_cookie[0] = INET_DIAG_NOCOOKIE;
    request.id.idiag_cookie[1] = INET_DIAG_NOCOOKIE;
    std::optional<KernelSocket> found;
    const auto asked = askSockDiag(request, SockDiagScope::One, [&](const inet_diag_msg& message) {
        // Where there is none for this pair, the kernel answers with the one that listens.
        if (const KernelSocket answer = socketOf(message); answer.remote == remote)
            found = answer;
    });
    if (!asked)
        return std::unexpected(asked.error());
    return found;
}

Result<std::vector<KernelSocket>> kernelSocketsInTimeWait()
{
    std::vector<KernelSocket> found;
    for (const std::uint8_t family : {AF_INET, AF_INET6}) {
        inet_diag_req_v2 request = requestFor(family);
        request.idiag_states = 1U << TCP_TIME_WAIT;
        const auto asked = askSockDiag(
            request, SockDiagScope::All, [&](const inet_diag_msg& message) { found.push_back(socketOf(message)); });
        if (!asked)
            return std::unexpected(asked.error());
    }
    return found;
}

} // namespace tcpladder
