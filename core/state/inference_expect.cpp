// SPDX-License-Identifier: GPL-3.0-or-later
// What a segment's receiver should receive, and do.
#include "core/state/inference_step.h"

namespace tcpladder {

namespace {

/// Something on the way swallows the SYN,ACK: the next is not expected either.
constexpr int lossesThatAreNoAccident = 2;

constexpr Duration leastRetransmissionTime = std::chrono::seconds(1); // RFC 6298 section 2.4
constexpr Duration answerTimeOfNeighbour = std::chrono::milliseconds(2);

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
    if (step.peer.lacksOctets)
        fillHole(step);
    if (step.segment.has(TcpFlag::Fin) && step.segment.has(TcpFlag::Ack)) // 3.10.7.4 fifth drops what lacks ACK
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
    const bool isUnseen = step.own.synchronized.isValid() && !peer.first.isValid(); // the SYN,ACK
    if (!peer.sentSyn() && !alsoSyn && !isUnseen)
        return;
    if (peer.sentSyn() && (step.segment.acknowledgment <= peer.initial || step.segment.acknowledgment > peer.next))
        return;
    if (!alsoSyn && !peer.synAck.isValid() && !isUnseen)
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
    peer.lacksOctets = step.leavesHole || (peer.lacksOctets && step.segment.sequence > peer.missing);
    if (!peer.lacksOctets)
        return;
    if (step.leavesHole)
        peer.missing = step.nextBefore;
    peer.finStart = step.segment.sequence;
    peer.finReceived.standing = Reception::Standing::Rejected;
}

/// A FIN counts only when all octets before it have come (3.10.7.4: segments are "processed in SEG.SEQ order"). Where
/// some were not captured, these come again, or the receiver acknowledges the FIN all the same.
void StateInference::fillHole(const Step& step)
{
    EndpointEvidence& peer = step.peer;
    if (!step.hasSequence || step.segment.sequence > peer.missing || step.segment.endOfSequence() <= peer.missing)
        return;
    peer.missing = step.segment.endOfSequence();
    if (peer.missing < peer.finStart)
        return;
    peer.lacksOctets = false;
    if (peer.finReceived.standing == Reception::Standing::Rejected && !step.isDropped) {
        peer.finReceived.standing = Reception::Standing::Expected;
        m_changed = true;
    }
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
    if (peer.refusal == step.id)
        return;
    const bool inSynSent = peer.syn.isValid() && !peer.synAck.isValid() && !peer.synAcked.isProven();
    if (inSynSent && !peer.synAcked.counts() && !(step.hasAck && step.segment.acknowledgment == peer.next))
        return; // 3.10.7.3 second
    const SequenceNumber sequence = step.segment.sequence;
    peer.resetSequence = sequence;
    if (!inSynSent && peer.hasAcknowledged && sequence < peer.acknowledged)
        return; // outside the window
    if (!inSynSent && step.own.hasNext && sequence > step.own.next && sequence != peer.acknowledged)
        return;
    doubtFinByReset(step);
    await(peer.resetReceived, step);
    peer.mayLackAckOfFin = isAckOfFinInDoubt(step);
}

/// A RST with the number of its sender's FIN is outside the window of whoever has received that FIN (RFC 5961 section
/// 3.2 wants RCV.NXT). So the FIN was lost, or its receiver acknowledges it now and ignores the RST.
void StateInference::doubtFinByReset(const Step& step)
{
    Reception& fin = step.peer.finReceived;
    if (!fin.counts() || fin.isProven() || !step.own.fin.isValid() || step.segment.sequence + 1 != step.own.finEnd)
        return;
    fin.standing = Reception::Standing::Rejected;
    fin.corrected = true;
}

/// Had the ACK of its FIN been lost behind the capture point, the receiver would have sent the FIN again, but not
/// sooner than its timer allows. A RST before that leaves open whether it was in FIN_WAIT_2, unless the capture was
/// taken so near to it that nothing is lost on the rest of the way.
bool StateInference::isAckOfFinInDoubt(const Step& reset) const
{
    const auto passed = timeBetween(reset.peer.finAcked.time, reset.segment.time);
    const auto& answerTime = m_answerTime[indexOf(peerOf(reset.sender))];
    const bool isNear = answerTime && *answerTime < answerTimeOfNeighbour;
    return reset.peer.finAcked.standing == Reception::Standing::Expected && passed && *passed < leastRetransmissionTime
        && !isNear;
}

} // namespace tcpladder
