// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/state_wording.h"

#include "core/base/translate.h"

#include <array>

namespace tcpladder {

Message describeState(TcpState state)
{
    static constexpr std::array texts = std::to_array<std::string_view>({
        TCPLADDER_TR("core", "Nothing is known of this endpoint yet."),
        TCPLADDER_TR("core", "There is no connection."),
        TCPLADDER_TR("core", "Waits for anybody's SYN."),
        TCPLADDER_TR("core", "Has sent a SYN and waits for the answer."),
        TCPLADDER_TR("core", "Has received and sent a SYN and waits for the ACK of its own."),
        TCPLADDER_TR("core", "The connection is open: data can go both ways."),
        TCPLADDER_TR("core", "Has sent its FIN and waits for the ACK of it, or for the peer's FIN."),
        TCPLADDER_TR("core", "Its FIN is acknowledged; it waits for the peer's FIN and still takes data."),
        TCPLADDER_TR("core", "Has received the peer's FIN and waits for its own application to close."),
        TCPLADDER_TR("core", "Both have sent a FIN at the same time; it waits for the ACK of its own."),
        TCPLADDER_TR("core", "Has received the peer's FIN and sent its own; it waits for the ACK of that."),
        TCPLADDER_TR("core",
            "Waits long enough that its last ACK has arrived, and that no old segment can disturb a new connection."),
    });
    static_assert(texts.size() == static_cast<std::size_t>(TcpState::Count));
    return {texts.at(static_cast<std::size_t>(state)), {}};
}

} // namespace tcpladder
