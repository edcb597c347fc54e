// SPDX-License-Identifier: GPL-3.0-or-later
// What a segment's receiver should receive, and do.
#include "core/state/inference_step.h"

namespace tcpladder {

namespace {

/// Something on the way swallows the SYN,ACK: the next is not expected either.
constexpr int lossesThatAreNoAccident = 2;

} // namespace

void StateInference::expect(const Step& step)
{
    if (step.segment.has(TcpFlag::Rst)) {
        expectReset(step);
        return;
    }
    if (step.segment.has(TcpFlag::Syn) && !step.hasAck)
        expectSyn(step);
    if (step.hasAck && !step.peer.synAcked.isProven())
        expectAckOfSyn(step);
    if (step.hasAck && step.peer.fin.isValid())
        expectAckOfFin(step);
    if (step.segment.has(TcpFlag::Fin))
        expectFin(step);
}

void StateInference::expectSyn(const Step& step)
{
    if (!step.peer.synReceived.isProven() && !step.peer.synAcked.isProven())
        await(step.peer.synReceived, step);
}

void StateInference::expectAckOfSyn(const Step& step)
{
    EndpointEvidence& peer = step.peer;
    const bool alsoSyn = step.segment.has(TcpFlag::Syn);
    if (!peer.sentSyn() && !alsoSyn)
        return;
    if (peer.sentSyn() && (step.segment.acknowledgment <= peer.initial || step.segment.acknowledgment > peer.next))
        return;
    if (!alsoSyn && !peer.synAck.isValid())
        return; // SYN_SENT does not move by a bare ACK
    if (peer.synAcked.standing == Reception::Standing::Expected)
        return;
    await(peer.synAcked, step);
    peer.synAcked.alsoSyn = alsoSyn;
    if (alsoSyn && peer.synAcked.losses >= lossesThatAreNoAccident)
        peer.synAcked.standing = Reception::Standing::Rejected;
}

void StateInference::expectFin(const Step& step)
{
    EndpointEvidence& peer = step.peer;
    if (peer.finReceived.isProven())
        return;
    const bool isBetter = !peer.earlierFin.isSeen() || (!peer.earlierFin.counts() && peer.finReceived.counts());
    if (peer.finReceived.isSeen() && isBetter)
        peer.earlierFin = peer.finReceived;
    await(peer.finReceived, step);
    peer.finReceived.alsoAckOfFin = peer.fin.isValid() && step.acknowledges(peer.finEnd);
}

void StateInference::expectAckOfFin(const Step& step)
{
    EndpointEvidence& peer = step.peer;
    if (step.acknowledges(peer.finEnd) && !peer.finAcked.counts())
        await(peer.finAcked, step);
}

void StateInference::expectReset(const Step& step)
{
    EndpointEvidence& peer = step.peer;
    const bool inSynSent = peer.syn.isValid() && !peer.synAck.isValid() && !peer.synAcked.isProven();
    if (inSynSent && !peer.synAcked.counts() && !(step.hasAck && step.segment.acknowledgment == peer.next))
        return; // 3.10.7.3 second
    const SequenceNumber sequence = step.segment.sequence;
    if (!inSynSent && peer.hasAcknowledged && sequence < peer.acknowledged)
        return; // outside the window
    if (!inSynSent && step.own.hasNext && sequence > step.own.next && sequence != peer.acknowledged)
        return;
    await(peer.resetReceived, step);
    peer.resetSequence = sequence;
}

} // namespace tcpladder
