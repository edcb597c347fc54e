// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/tcp_state.h"

#include <array>

namespace tcpladder {

std::string_view stateName(TcpState state)
{
    static constexpr std::array names = std::to_array<std::string_view>({"UNKNOWN", "CLOSED", "LISTEN", "SYN_SENT",
        "SYN_RECEIVED", "ESTABLISHED", "FIN_WAIT_1", "FIN_WAIT_2", "CLOSE_WAIT", "CLOSING", "LAST_ACK", "TIME_WAIT"});
    static_assert(names.size() == static_cast<std::size_t>(TcpState::Count));
    return names.at(static_cast<std::size_t>(state));
}

std::string_view certaintyName(Certainty certainty)
{
    static constexpr std::array names
        = std::to_array<std::string_view>({"observed", "proven", "expected", "computed", "assumed"});
    static_assert(names.size() == static_cast<std::size_t>(Certainty::Count));
    return names.at(static_cast<std::size_t>(certainty));
}

} // namespace tcpladder
