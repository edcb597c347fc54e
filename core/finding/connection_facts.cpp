// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finding/connection_facts.h"

namespace tcpladder {

void ConnectionFacts::noteSyn(const Segment& segment, Side sender)
{
    const std::size_t own = indexOf(sender);
    maximumSegmentSize[own] = segment.options.maximumSegmentSize;
    windowScale[own] = segment.options.windowScale;
    if (!segment.has(TcpFlag::Ack)) {
        const bool otherAskedToo = initiatorEvidence != InitiatorEvidence::Unknown && initiator != sender;
        initiator = otherAskedToo ? std::nullopt : std::optional(sender);
        initiatorEvidence = otherAskedToo ? InitiatorEvidence::Both : InitiatorEvidence::SentSyn;
    } else if (initiatorEvidence == InitiatorEvidence::Unknown) {
        initiator = peerOf(sender);
        initiatorEvidence = InitiatorEvidence::ReceivedSynAck;
    } else {
        hasHandshake = true;
    }
}

void ConnectionFacts::noteStates(const StateInference& states)
{
    const EndpointEvidence& a = states.evidence(Side::A);
    const EndpointEvidence& b = states.evidence(Side::B);
    const int fins = a.fin.isValid() + b.fin.isValid();
    if (a.reset.isValid() || b.reset.isValid()) {
        const bool opened = a.synAcked.isSeen() || b.synAcked.isSeen() || !(a.sentSyn() || b.sentSyn());
        close = opened ? CloseKind::Reset : CloseKind::Refused;
    } else if (fins < 2) {
        close = fins == 1 ? CloseKind::HalfClosed : CloseKind::Open;
    } else if (closedActively[0] && closedActively[1]) {
        close = CloseKind::Simultaneous;
    } else {
        const bool together = a.finReceived.proof == a.fin || b.finReceived.proof == b.fin;
        close = together ? CloseKind::ThreeSegments : CloseKind::FourSegments;
    }
    const auto isOver = [&](Side side) {
        const TcpState state = states.lastState(side);
        return state == TcpState::Closed || state == TcpState::TimeWait;
    };
    hasEnd = states.mayHaveEnded() && isOver(Side::A) && isOver(Side::B);
}

} // namespace tcpladder
