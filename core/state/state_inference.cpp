// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/state_inference.h"

#include <algorithm>
#include <utility>

namespace tcpladder {

namespace {

/// Where the handshake is not in the capture: Linux repeats nothing sooner (TCP_RTO_MIN).
constexpr Duration usualTimeToArrive = std::chrono::milliseconds(200);

/// Something on the way swallows the SYN,ACK: the next is not expected either.
constexpr int lossesThatAreNoAccident = 2;
constexpr Duration leastTimeToArrive = std::chrono::milliseconds(30);

/// Timestamps wrap like sequence numbers (RFC 7323 section 5.2).
bool isAtLeast(std::uint32_t one, std::uint32_t other)
{
    return static_cast<std::int32_t>(one - other) >= 0;
}

/// A D-SACK: the first block lies below the acknowledgment number (RFC 2883 section 4).
bool reportsDuplicate(const Segment& segment, SequenceNumber end)
{
    return segment.options.sackBlockCount > 0 && segment.options.sackBlocks[0].right == end
        && segment.acknowledgment >= end;
}

} // namespace

/// One segment as both ends see it.
struct StateInference::Step
{
    const Segment& segment;
    SegmentId id;
    Side sender;
    EndpointEvidence& own;
    EndpointEvidence& peer;
    bool hasAck;

    bool acknowledges(SequenceNumber end) const { return hasAck && segment.acknowledgment >= end; }
};

void StateInference::take(const Segment& segment, SegmentId id, Side sender)
{
    if (!m_first.isValid())
        m_first = id;
    const bool hasAck = segment.has(TcpFlag::Ack) && segment.known.has(TcpField::Acknowledgment);
    const Step step{segment, id, sender, m_evidence[indexOf(sender)], m_evidence[indexOf(peerOf(sender))], hasAck};
    m_changed = false;
    if (segment.checksumStatus != ChecksumStatus::Bad && segment.known.has(TcpField::OffsetAndFlags)
        && !segment.hasMalformedHeader && !isStray(step)) {
        settle(step);
        act(step);
        expect(step);
    }
    if (m_changed) {
        deriveCourse(m_evidence[0], m_evidence[1], m_first, m_course);
        ++m_revision;
    }
}

/// A SYN with another number than the connection's draws an ACK at best (3.10.7.4 fourth): it says nothing about this
/// one.
bool StateInference::isStray(const Step& step) const
{
    if (!step.segment.has(TcpFlag::Syn) || !step.own.first.isValid())
        return false;
    if (step.own.sentSyn())
        return step.segment.sequence != step.own.initial;
    const bool answersSyn = step.peer.syn.isValid() && !step.peer.synAcked.isProven() && step.hasAck
        && step.segment.acknowledgment > step.peer.initial && step.segment.acknowledgment <= step.peer.next;
    return !answersSyn && step.own.first != step.own.reset;
}

// --- what the sender's own segment says about what it had received

void StateInference::settle(const Step& step)
{
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
        if (!step.peer.sentSyn() || !step.acknowledges(step.peer.initial + 1))
            doubt(step.own.synReceived, step);
        else if (isSyn || !step.own.syn.isValid())
            prove(step.own.synReceived, step);
        else // a SYN that crossed ours is answered by SYN,ACK; it came with the SYN,ACK instead
            reject(step.own.synReceived, step);
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
        own.ackOfFinCameFirst = own.finReceived.isOpen();
        prove(own.finAcked, step);
    }
    if (own.finReceived.isOpen() && step.hasAck) {
        if (step.acknowledges(step.peer.finEnd))
            proveFin(step);
        else if (!segment.has(TcpFlag::Rst))
            doubt(own.finReceived, step);
    }
    if (!own.finAcked.isOpen() || segment.has(TcpFlag::Rst) || !own.fin.isValid())
        return;
    const bool repeatsOwn = segment.sequenceLength() > 0 && segment.endOfSequence() <= own.finEnd;
    const bool echoes = segment.options.timestamps && own.finAcked.hasTimestamp
        && isAtLeast(segment.options.timestamps->echoReply, own.finAcked.timestampValue);
    if (repeatsOwn)
        doubt(own.finAcked, step);
    else if (echoes)
        prove(own.finAcked, step);
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
    own.mayHaveAckedBefore = cameTwice;
    const bool ackCameBefore
        = own.finAcked.counts() && (own.finAcked.cause <= own.finReceived.cause || own.ackOfFinCameFirst);
    if (own.finReceived.alsoAckOfFin && !own.finAcked.isProven() && !ackCameBefore) {
        own.finAcked = own.finReceived;
        if (own.earlierFin.isSeen() && !own.earlierFin.alsoAckOfFin)
            own.finAcked.standing = Reception::Standing::Expected; // it may have been the other copy after all
    }
    own.earlierFin = {};
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

// --- what the sender did

void StateInference::act(const Step& step)
{
    EndpointEvidence& own = step.own;
    if (!own.first.isValid()) {
        own.first = step.id;
        m_changed = true;
    }
    if (step.segment.has(TcpFlag::Rst)) {
        actReset(step);
        return;
    }
    if (own.reset.isValid()) { // whoever sent that RST, this endpoint lives
        own.reset = {};
        m_changed = true;
    }
    if (step.segment.has(TcpFlag::Syn))
        actSyn(step);
    if (step.segment.has(TcpFlag::Fin))
        actFin(step);
    noteNumbers(step);
}

void StateInference::actSyn(const Step& step)
{
    EndpointEvidence& own = step.own;
    SegmentId& slot = step.hasAck ? own.synAck : own.syn;
    if (slot.isValid())
        return;
    if (!own.sentSyn()) // what it sent before belongs to something else
        own.hasNext = own.hasAcknowledged = false;
    slot = step.id;
    own.initial = step.segment.sequence;
    m_changed = true;
    const Reception& question = own.synReceived;
    if (step.hasAck && question.isProven())
        m_answerTime[indexOf(step.sender)] = step.segment.time - question.time;
}

void StateInference::actFin(const Step& step)
{
    EndpointEvidence& own = step.own;
    if (own.fin.isValid())
        return;
    own.fin = step.id;
    own.finEnd = step.segment.endOfSequence();
    // What first acknowledged the peer's FIN already counted ours: an earlier copy was lost before the capture point.
    own.finSentBeforePeers = own.finReceived.isProven() && own.finReceived.proof != step.id && !own.mayHaveAckedBefore
        && own.firstAckOfPeersFin == own.finEnd;
    m_changed = true;
}

void StateInference::actReset(const Step& step)
{
    EndpointEvidence& own = step.own;
    if (own.reset.isValid())
        return;
    const bool inHandshake = own.sentSyn() && !own.synAcked.isProven();
    if (inHandshake && own.hasNext && step.segment.sequence != own.next)
        return; // answers an ACK of something that it never sent (3.10.7.3 first): nothing changes
    if (!own.sentSyn() && own.synReceived.isOpen())
        reject(own.synReceived, step);
    if (own.finReceived.isOpen()) // a live one would have acknowledged it
        reject(own.finReceived, step);
    if (own.finAcked.counts() && !step.hasAck)
        prove(own.finAcked, step);
    if (inHandshake && own.synAcked.isOpen())
        reject(own.synAcked, step);
    own.reset = step.id;
    m_changed = true;
}

void StateInference::noteNumbers(const Step& step)
{
    EndpointEvidence& own = step.own;
    const SequenceNumber end = step.segment.endOfSequence();
    if (own.fin.isValid() && step.segment.payloadLength > 0 && end > own.finEnd)
        forgetFin(step);
    own.countsPackets |= step.segment.ipIdentification != 0;
    if (!own.hasNext || end > own.next)
        own.next = end;
    own.hasNext = true;
    if (!step.hasAck)
        return;
    if (!own.hasAcknowledged || step.segment.acknowledgment > own.acknowledged)
        own.acknowledged = step.segment.acknowledgment;
    own.hasAcknowledged = true;
    if (own.synAcked.isProven() && own.synAcked.proof == step.id)
        m_answerTime[indexOf(step.sender)] = step.segment.time - own.synAcked.time;
}

/// It goes on behind its FIN, which therefore was not its own or did not count.
void StateInference::forgetFin(const Step& step)
{
    step.own.fin = {};
    step.peer.finReceived = {};
    step.peer.earlierFin = {};
    m_changed = true;
}

// --- what its receiver should receive

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
    if (peer.finReceived.isSeen() && !peer.earlierFin.isSeen())
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

// --- the life of a reception

void StateInference::await(Reception& reception, const Step& step)
{
    const bool corrected = reception.isSeen();
    const std::uint8_t losses = reception.losses;
    reception = {};
    reception.losses = losses;
    reception.cause = step.id;
    reception.time = step.segment.time;
    reception.standing = Reception::Standing::Expected;
    reception.corrected = corrected;
    if (step.segment.options.timestamps) {
        reception.timestampValue = step.segment.options.timestamps->value;
        reception.hasTimestamp = true;
    }
    m_changed = true;
}

void StateInference::prove(Reception& reception, const Step& step)
{
    reception.standing = Reception::Standing::Proven;
    reception.proof = step.id;
    m_changed = true;
}

void StateInference::doubt(Reception& reception, const Step& step)
{
    if (!reception.isOpen())
        return;
    if (step.segment.time - reception.time > timeToArrive(step.sender) && reception.counts()) {
        reception.standing = Reception::Standing::Rejected;
        ++reception.losses;
    }
    reception.after = step.id;
    reception.corrected = true;
    m_changed = true;
}

void StateInference::reject(Reception& reception, const Step& step)
{
    reception.standing = Reception::Standing::Rejected;
    reception.after = step.id;
    reception.corrected = true;
    m_changed = true;
}

Duration StateInference::timeToArrive(Side receiver) const
{
    const std::optional<Duration> answerTime = m_answerTime[indexOf(receiver)];
    return answerTime ? std::max(4 * *answerTime, leastTimeToArrive) : usualTimeToArrive;
}

TcpState StateInference::lastState(Side side) const
{
    for (auto step = m_course.rbegin(); step != m_course.rend(); ++step)
        if (step->side == side)
            return step->to;
    return TcpState::Unknown;
}

} // namespace tcpladder
