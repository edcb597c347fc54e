// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/timestamp.h"
#include "core/connection/endpoint.h"
#include "core/state/tcp_state.h"

#include <optional>
#include <vector>

namespace tcpladder {

/// What this host's kernel says of one of its TCP sockets.
struct KernelSocket
{
    Endpoint local;
    Endpoint remote;
    TcpState state = TcpState::Unknown;
    std::optional<Duration> timeWaitLeft; ///< how long it stays in TIME_WAIT, or in FIN_WAIT_2 without an owner

    bool operator==(const KernelSocket&) const = default;
};

/// Asks the kernel (sock_diag(7)) each time it is called; any user may. Nothing where it has no such socket, which is
/// what CLOSED means.
Result<std::optional<KernelSocket>> findKernelSocket(const Endpoint& local, const Endpoint& remote);

/// All that are in TIME_WAIT, IPv4 and IPv6.
Result<std::vector<KernelSocket>> kernelSocketsInTimeWait();

} // namespace tcpladder
