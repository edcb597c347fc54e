// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/message.h"
#include "core/state/tcp_state.h"

namespace tcpladder {

/// What an endpoint in this state waits for, after RFC 9293 section 3.3.2.
Message describeState(TcpState state);

} // namespace tcpladder
