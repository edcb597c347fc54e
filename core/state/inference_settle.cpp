// SPDX-License-Identifier: GPL-3.0-or-later
// What the sender's own segment says about what it had received.
#include "core/state/inference_step.h"

#include <utility>

namespace tcpladder {

namespace {

/// A D-SACK: the first block lies below the acknowledgment number (RFC 2883 section 4).
bool reportsDuplicate(const Segment& segment, SequenceNumber end)
{
    return segment.options.sackBlockCount > 0 && segment.options.sackBlocks[0].right == end
        && segment.acknowledgment >= end;
}

} // namespace

void StateInference::settle(const Step& step)
{
    settlePeersReset(step);
    if (step.own.isSettled())
        return;
    settleHandshake(step);
    settleClose(step);
    settleReset(step);
}

void StateInference::settleHandshake(const Step& step)
{
    const bool isSyn = step.segment.has(TcpFlag::Syn);
    const bool isReset = step.segment.has(TcpFlag::Rst);
    if (step.own.synReceived.isOpen() && !isReset) {
        const bool isOrdinary = !isSyn && !step.own.sentSyn();
        const bool isStrange = isOrdinary && step.segment.acknowledgment > step.peer.next;
        const bool coversSyn = step.peer.sentSyn() && step.acknowledges(step.peer.initial + 1) && !isStrange;
        const bool hasAnotherConnection = !coversSyn && isOrdinary; // 3.10.7.4 fourth
        // A SYN that crossed ours is answered by SYN,ACK: it came with the SYN,ACK instead.
        const bool cameWithSynAck = coversSyn && !isSyn && step.own.syn.isValid();
        if (hasAnotherConnection || cameWithSynAck)
            reject(step.own.synReceived, step);
        else if (!coversSyn)
            doubt(step.own.synReceived, step);
        else
            prove(step.own.synReceived, step);
    }
    if (!step.own.synAcked.isOpen())
        return;
    const bool coversSyn
        = !step.own.synAcked.alsoSyn || (step.peer.sentSyn() && step.acknowledges(step.peer.initial + 1));
    if (isSyn || (!isReset && !coversSyn))
        doubt(step.own.synAcked, step);
    else if (!isReset || (step.hasAck && coversSyn))
        prove(step.own.synAcked, step);
}

void StateInference::settleClose(const Step& step)
{
    const Segment& segment = step.segment;
    EndpointEvidence& own = step.own;
    if (own.finAcked.counts() && isFromTimeWait(step)) {
        own.ackOfFinCameFirst = own.finReceived.isOpen() && (!own.earlierFin.isSeen() || echoes(step, own.finReceived));
        prove(own.finAcked, step);
    }
    if (own.finReceived.isOpen() && step.hasAck) {
        if (step.acknowledges(step.peer.finEnd)) {
            proveFin(step);
        } else if (!segment.has(TcpFlag::Rst)) {
            doubt(own.finReceived, step);
            doubt(own.earlierFin, step);
        }
    }
    if (!own.finAcked.isOpen() || segment.has(TcpFlag::Rst) || !own.fin.isValid())
        return;
    const bool repeatsOwn
        = segment.sequenceLength() > 0 && segment.endOfSequence() <= own.finEnd && !segment.has(TcpFlag::Syn);
    if (repeatsOwn)
        doubt(own.finAcked, step);
    else if (echoes(step, own.finAcked))
        prove(own.finAcked, step);
}

/// The segment says that this was the last to come in order (RFC 7323 section 4.3), or something newer.
bool StateInference::echoes(const Step& step, const Reception& reception)
{
    const auto& stamps = step.segment.options.timestamps;
    return stamps && reception.hasTimestamp && isAtLeast(stamps->echoReply, reception.timestampValue);
}

/// Linux numbers the IPv4 packets of a connection, but puts 0 on what it sends once TIME_WAIT, or FIN_WAIT_2 of a
/// closed socket, is all that is left of it. So the ACK of its FIN came before whatever this answers.
bool StateInference::isFromTimeWait(const Step& step)
{
    const Segment& segment = step.segment;
    return step.own.countsPackets && segment.source.version == IpVersion::V4 && segment.ipIdentification == 0
        && segment.flags == TcpFlags().with(TcpFlag::Ack) && segment.payloadLength == 0;
}

/// Which copy of the peer's FIN was it, and did it bring the ACK of ours? The echoed timestamp is that of the last
/// segment that came in order (RFC 7323 section 4.3), so that a copy which is newer than the echo was not the one.
void StateInference::proveFin(const Step& step)
{
    EndpointEvidence& own = step.own;
    const auto& stamps = step.segment.options.timestamps;
    const bool isNewerThanEcho
        = stamps && own.finReceived.hasTimestamp && !isAtLeast(stamps->echoReply, own.finReceived.timestampValue);
    const bool cameTwice = reportsDuplicate(step.segment, step.peer.finEnd);
    if (own.earlierFin.isSeen() && (isNewerThanEcho || cameTwice))
        std::swap(own.finReceived, own.earlierFin);
    prove(own.finReceived, step);
    own.firstAckOfPeersFin = step.segment.sequence;
    own.mayHaveAckedBefore = cameTwice || !step.hasSequence;
    own.hasFirstAckTimestamp = stamps.has_value();
    own.firstAckTimestamp = stamps ? stamps->value : 0;
    const bool ackCameBefore
        = own.finAcked.counts() && (own.finAcked.cause <= own.finReceived.cause || own.ackOfFinCameFirst);
    if (own.finReceived.alsoAckOfFin && !ackCameBefore) {
        const bool mayBeOther = own.earlierFin.isSeen() && !own.earlierFin.alsoAckOfFin && !own.finAcked.isProven();
        own.finAcked = own.finReceived;
        if (mayBeOther)
            own.finAcked.standing = Reception::Standing::Expected;
    }
    own.earlierFin = {};
}

/// A RST has the number that its sender would use next, or that the segment which it answers acknowledged. With another
/// one, and an ACK for an answer, it was somebody else's (RFC 5961 section 3); the true sender would answer that ACK by
/// another RST.
void StateInference::settlePeersReset(const Step& step)
{
    EndpointEvidence& peer = step.peer;
    const SequenceNumber number = step.own.resetSequence;
    if (!peer.reset.isValid() || !peer.hasNext || !step.own.hasAcknowledged || !step.hasAck
        || step.segment.has(TcpFlag::Rst) || number == peer.next || number == step.own.acknowledged)
        return;
    peer.reset = {};
    m_changed = true;
}

void StateInference::settleReset(const Step& step)
{
    Reception& reset = step.own.resetReceived;
    if (!reset.isOpen())
        return;
    if (step.segment.has(TcpFlag::Rst)) {
        if (reset.counts())
            prove(reset, step);
    } else if (step.hasAck && step.segment.acknowledgment != step.own.resetSequence) {
        reject(reset, step);
    } else {
        doubt(reset, step);
    }
}

} // namespace tcpladder
