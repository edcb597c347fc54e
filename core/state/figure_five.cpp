// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/figure_five.h"

namespace tcpladder {

bool isInFigureFive(const TransitionRow& row)
{
    if (row.from == TcpState::Unknown)
        return false;
    switch (row.event) {
    case TcpEvent::SendRst:
    case TcpEvent::ReceiveRst:
    case TcpEvent::NewSynAccepted:
    case TcpEvent::ActsAsSynchronized:
    case TcpEvent::ActsAsOpening:
    case TcpEvent::SendSynAck: return false;
    case TcpEvent::ReceiveFinAndAckOfFin: return row.from != TcpState::FinWait1;
    case TcpEvent::ReceiveFin: return row.from != TcpState::SynReceived;
    default: return true;
    }
}

} // namespace tcpladder
