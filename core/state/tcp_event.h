// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace tcpladder {

/// What can move an endpoint's state: the labels of the arrows in Figure 5 of RFC 9293, and what the figure leaves out.
enum class TcpEvent : std::uint8_t {
    PassiveOpen,
    Close,      ///< before there is anything that a FIN could end
    SendSyn,    ///< active OPEN
    SendSynAck, ///< the answer to a SYN that the capture lacks
    ReceiveSyn,
    ReceiveSynAck, ///< it acknowledges our SYN
    ReceiveAckOfSyn,
    SendFin,    ///< CLOSE
    ReceiveFin, ///< in order
    ReceiveAckOfFin,
    ReceiveFinAndAckOfFin,      ///< one segment does both
    SendRst,                    ///< ABORT, or the answer to a segment for which there is no connection
    ReceiveRst,                 ///< a valid one
    ReceiveRstAfterPassiveOpen, ///< a valid one, to an endpoint that came from LISTEN
    TwoMslPassed,
    NewSynAccepted,     ///< in TIME_WAIT: the pair is used again
    ActsAsSynchronized, ///< the capture began after the handshake
    ActsAsOpening,      ///< the capture lacks our SYN, which the peer acknowledges
    Count,
};

/// As the figure words it: "rcv FIN".
std::string_view eventName(TcpEvent event);

} // namespace tcpladder
