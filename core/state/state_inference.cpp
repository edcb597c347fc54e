// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/state_inference.h"

#include "core/state/inference_step.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace tcpladder {

namespace {

/// Where the handshake is not in the capture: Linux repeats nothing sooner (TCP_RTO_MIN).
constexpr Duration usualTimeToArrive = std::chrono::milliseconds(200);

constexpr Duration leastTimeToArrive = std::chrono::milliseconds(30);
constexpr Duration mostTimeToArrive = std::chrono::seconds(120); // the MSL (RFC 9293 section 3.4.2)

/// No state does anything with a segment that has none of these flags (3.10.7.1 to 3.10.7.4 fifth).
bool isMeaningless(const Segment& segment)
{
    return !segment.has(TcpFlag::Ack) && !segment.has(TcpFlag::Syn) && !segment.has(TcpFlag::Rst);
}

/// The sender sent something newer before (TSval, RFC 7323), or this very packet (IPv4 identification, RFC 6864).
bool isOld(const Segment& segment, const EndpointEvidence& own)
{
    const auto& stamps = segment.options.timestamps;
    if (stamps && own.hasLatestTimestamp && !isAtLeast(stamps->value, own.latestTimestamp))
        return true;
    return own.numbersPackets && segment.ipIdentification != 0 && segment.ipIdentification == own.latestIdentification;
}

/// What of a segment's numbers counts.
struct NumbersToNote
{
    bool hasSequence;
    bool hasAck;
    bool isOld;
};

/// How far the sender has come, in every count that it keeps.
void noteNumbersOf(EndpointEvidence& own, const Segment& segment, NumbersToNote take)
{
    own.countsPackets |= segment.ipIdentification != 0;
    own.numbersPackets |= own.latestIdentification != 0 && segment.ipIdentification != 0
        && segment.ipIdentification != own.latestIdentification;
    own.latestIdentification = segment.ipIdentification;
    if (const auto& stamps = segment.options.timestamps; stamps && !take.isOld) {
        own.latestTimestamp = stamps->value;
        own.hasLatestTimestamp = true;
        own.latestEcho
            = own.hasLatestEcho && isAtLeast(own.latestEcho, stamps->echoReply) ? own.latestEcho : stamps->echoReply;
        own.hasLatestEcho |= take.hasAck;
    }
    if (take.hasSequence) {
        own.next = own.hasNext ? std::max(own.next, segment.endOfSequence()) : segment.endOfSequence();
        own.hasNext = true;
    }
    if (take.hasAck) {
        if (!own.hasAcknowledged || segment.acknowledgment > own.acknowledged)
            own.acknowledged = segment.acknowledgment;
        own.hasAcknowledged = true;
    }
}

} // namespace

void StateInference::take(const Segment& segment, SegmentId id, Side sender)
{
    if (!m_first.isValid())
        m_first = id;
    const bool hasAck = segment.has(TcpFlag::Ack) && segment.known.has(TcpField::Acknowledgment);
    EndpointEvidence& own = m_evidence[indexOf(sender)];
    own.sendsGoodChecksums |= segment.checksumStatus == ChecksumStatus::Good;
    const bool hasSequence = segment.known.has(TcpField::Sequence);
    const Step step{.segment = segment,
        .id = id,
        .sender = sender,
        .own = own,
        .peer = m_evidence[indexOf(peerOf(sender))],
        .hasAck = hasAck,
        .hasSequence = hasSequence,
        .nextBefore = own.next,
        .leavesHole = hasSequence && own.hasNext && segment.sequence > own.next,
        .isOld = isOld(segment, own),
        .isDropped = isDropped(segment, sender) || isRefusedAsOld(segment, sender)};
    m_changed = false;
    if (segment.known.has(TcpField::OffsetAndFlags) && !isStray(step))
        takeBothEnds(step);
    if (m_changed) {
        m_isCourseStale = true;
        ++m_revision;
        m_isSteady = isSteadyNow();
    }
}

bool StateInference::mayHaveEnded() const
{
    const auto& [a, b] = m_evidence;
    const auto hasSentFin = [](const EndpointEvidence& own, const EndpointEvidence& peer) {
        return own.fin.isValid() || own.finAcked.isSeen() || peer.finReceived.isSeen();
    };
    const auto isReset = [](const EndpointEvidence& end) {
        return end.reset.isValid() || end.resetReceived.isSeen() || end.refusedAnswer.isValid();
    };
    return isReset(a) || isReset(b) || (hasSentFin(a, b) && hasSentFin(b, a));
}

bool StateInference::isSteadyNow() const
{
    return std::ranges::all_of(m_evidence, [](const EndpointEvidence& end) {
        const bool isSynchronized = end.synAcked.isProven() || !end.sentSyn();
        const bool isClosing = end.fin.isValid() || end.reset.isValid() || end.resetReceived.isSeen();
        return end.first.isValid() && isSynchronized && !isClosing && end.isSettled() && !end.lacksOctets;
    });
}

void StateInference::takeBothEnds(const Step& step)
{
    if (isMeaningless(step.segment)) {
        if (step.segment.has(TcpFlag::Fin)) // of a scan: who sends it is in no other state than one behind its FIN
            act(step);
        return;
    }
    if (!step.isDropped)
        settle(step);
    act(step);
    expect(step);
}

bool StateInference::isDropped(const Segment& segment, Side sender) const
{
    return segment.checksumStatus == ChecksumStatus::Bad && evidence(sender).sendsGoodChecksums;
}

bool StateInference::isRefusedAsOld(const Segment& segment, Side sender) const
{
    const auto& stamps = segment.options.timestamps;
    const EndpointEvidence& receiver = evidence(peerOf(sender));
    return stamps && receiver.hasLatestEcho && !segment.has(TcpFlag::Rst) && !segment.has(TcpFlag::Syn)
        && !isAtLeast(stamps->value, receiver.latestEcho);
}

/// A SYN with another number than the connection's draws an ACK at best (3.10.7.4 fourth): it says nothing about this
/// one.
bool StateInference::isStray(const Step& step) const
{
    if (!step.segment.has(TcpFlag::Syn) || step.segment.has(TcpFlag::Rst) || !step.own.first.isValid())
        return false;
    if (step.own.sentSyn())
        return step.segment.sequence != step.own.initial;
    const bool answersSyn = step.peer.syn.isValid() && !step.peer.synAcked.isProven() && step.hasAck
        && step.segment.acknowledgment > step.peer.initial && step.segment.acknowledgment <= step.peer.next;
    return !answersSyn && step.own.first != step.own.reset;
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
    else if (step.hasAck)
        actSynchronized(step);
    const bool isSynAlone = step.segment.has(TcpFlag::Syn) && !step.segment.has(TcpFlag::Ack);
    if (step.segment.has(TcpFlag::Fin) && !isSynAlone)
        actFin(step);
    if (!step.isDropped)
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
        m_answerTime[indexOf(step.sender)] = timeBetween(question.time, step.segment.time);
}

/// Only a SYN,ACK lets SYN_SENT go on like this: it took another way, as where only one direction is captured.
void StateInference::actSynchronized(const Step& step)
{
    EndpointEvidence& own = step.own;
    if (own.synchronized.isValid() || !own.syn.isValid() || own.synAcked.isSeen() || step.peer.sentSyn())
        return;
    own.synchronized = step.id;
    m_changed = true;
}

void StateInference::actFin(const Step& step)
{
    EndpointEvidence& own = step.own;
    if (own.fin.isValid())
        return;
    own.fin = step.id;
    own.finEnd = step.segment.endOfSequence();
    // What first acknowledged the peer's FIN already counted ours: an earlier copy was lost before the capture point,
    // unless this is that copy, overtaken on the way.
    const auto& stamps = step.segment.options.timestamps;
    const bool isOvertaken = stamps && step.acknowledges(step.peer.finEnd) && own.hasFirstAckTimestamp
        && !isAtLeast(stamps->value, own.firstAckTimestamp);
    own.finSentBeforePeers = own.finReceived.isProven() && own.finReceived.proof != step.id && !own.mayHaveAckedBefore
        && own.firstAckOfPeersFin == own.finEnd && !isOvertaken;
    m_changed = true;
}

void StateInference::actReset(const Step& step)
{
    EndpointEvidence& own = step.own;
    if (own.reset.isValid())
        return;
    const bool inHandshake = own.sentSyn() && !own.synAcked.isProven();
    const bool answersStrangeAck = own.hasNext && step.segment.sequence != own.next && step.peer.hasAcknowledged
        && step.segment.sequence == step.peer.acknowledged;
    if (inHandshake && answersStrangeAck) {
        refuseAnswer(step);
        return; // to an ACK of something that it never sent (3.10.7.3 first): nothing changes here
    }
    if (own.synReceived.isOpen()) // a live one would have answered it
        reject(own.synReceived, step);
    if (own.finReceived.isOpen())
        reject(own.finReceived, step);
    settleAckOfFinByReset(step);
    const bool answersTheAck = own.synAcked.isOpen() && !isTooLateFor(own.synAcked, step);
    if (inHandshake && answersTheAck && !step.isDropped)
        reject(own.synAcked, step);
    own.reset = step.id;
    m_changed = true;
}

/// The peer had answered an old SYN (3.5 Figure 8). By this RST it is back in LISTEN, and will answer the true one with
/// other numbers.
void StateInference::refuseAnswer(const Step& step)
{
    EndpointEvidence& peer = step.peer;
    if (!step.own.syn.isValid() || !peer.synAck.isValid() || peer.syn.isValid() || peer.synAcked.isSeen())
        return;
    peer.refusedAnswer = std::exchange(peer.synAck, {});
    peer.refusal = step.id;
    peer.hasNext = peer.hasAcknowledged = false;
    if (peer.synReceived.isOpen()) {
        peer.synReceived.standing = Reception::Standing::Expected;
        peer.synReceived.after = step.id;
        peer.synReceived.corrected = true;
    }
    m_changed = true;
}

/// A RST without ACK has the number that the segment which it answers acknowledged (3.5.2 groups 1 and 2): behind its
/// FIN, the ACK of the FIN had come; its FIN's own, the ACK was still on its way.
void StateInference::settleAckOfFinByReset(const Step& step)
{
    Reception& finAcked = step.own.finAcked;
    if (!finAcked.counts() || step.hasAck)
        return;
    if (step.segment.sequence >= step.own.finEnd)
        prove(finAcked, step);
    else if (finAcked.isOpen())
        reject(finAcked, step);
}

void StateInference::noteNumbers(const Step& step)
{
    EndpointEvidence& own = step.own;
    const SequenceNumber end = step.segment.endOfSequence();
    if (own.fin.isValid() && step.hasSequence && step.segment.payloadLength > 0 && end > own.finEnd)
        forgetFin(step);
    noteNumbersOf(own, step.segment, {.hasSequence = step.hasSequence, .hasAck = step.hasAck, .isOld = step.isOld});
    if (step.hasAck && own.synAcked.isProven() && own.synAcked.proof == step.id)
        m_answerTime[indexOf(step.sender)] = timeBetween(own.synAcked.time, step.segment.time);
}

/// It goes on behind its FIN, which therefore was not its own or did not count.
void StateInference::forgetFin(const Step& step)
{
    step.own.fin = {};
    step.peer.finReceived = {};
    step.peer.earlierFin = {};
    m_changed = true;
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
    reception.standing = step.isDropped ? Reception::Standing::Rejected : Reception::Standing::Expected;
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
    if (!reception.isOpen() || step.isOld)
        return;
    if (reception.counts() && isTooLateFor(reception, step)) {
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

/// The sender had time enough to receive it. Without times nothing says so.
bool StateInference::isTooLateFor(const Reception& reception, const Step& step) const
{
    const std::optional<Duration> passed = timeBetween(reception.time, step.segment.time);
    const std::optional<Duration> answerTime = m_answerTime[indexOf(step.sender)];
    const Duration limit
        = answerTime ? 4 * std::clamp(*answerTime, leastTimeToArrive / 4, mostTimeToArrive / 4) : usualTimeToArrive;
    return passed && *passed > limit;
}

} // namespace tcpladder
