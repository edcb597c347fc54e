// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <linux/inet_diag.h>

#include <functional>

namespace tcpladder {

enum class SockDiagScope : std::uint8_t {
    One, ///< the socket that the request names; none is no error
    All, ///< that fit the request
};

/// One question to the kernel's socket diagnosis (sock_diag(7)), answered before this returns.
Result<void> askSockDiag(const inet_diag_req_v2& request, SockDiagScope scope,
    const std::function<void(const inet_diag_msg& message)>& take);

} // namespace tcpladder
