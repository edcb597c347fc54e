// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/tcp_event.h"

#include <array>

namespace tcpladder {

std::string_view eventName(TcpEvent event)
{
    static constexpr std::array names = std::to_array<std::string_view>(
        {"passive OPEN", "CLOSE", "active OPEN, snd SYN", "snd SYN,ACK", "rcv SYN", "rcv SYN,ACK", "rcv ACK of SYN",
            "CLOSE, snd FIN", "rcv FIN", "rcv ACK of FIN", "rcv FIN,ACK of FIN", "snd RST", "rcv RST", "rcv RST",
            "timeout 2MSL", "rcv new SYN", "seen after its handshake", "seen in its handshake"});
    static_assert(names.size() == static_cast<std::size_t>(TcpEvent::Count));
    return names.at(static_cast<std::size_t>(event));
}

} // namespace tcpladder
