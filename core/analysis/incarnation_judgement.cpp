// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a segment, on the same pair of endpoints, belongs to this connection or to a new one.
#include "core/analysis/connection_analysis.h"

namespace tcpladder {

namespace {

/// No connection that a SYN could disturb: it may open a new one.
bool isGone(TcpState state)
{
    return state == TcpState::Unknown || state == TcpState::Closed || state == TcpState::Listen;
}

constexpr Duration leastRetransmissionTime = std::chrono::seconds(1); // RFC 6298 section 2.4

constexpr IncarnationJudgement same{IncarnationVerdict::Same, {}};
constexpr IncarnationJudgement opensNew{IncarnationVerdict::New, {}};

} // namespace

IncarnationJudgement ConnectionAnalysis::judgeUnsteady(const Segment& segment, Side sender)
{
    endSteadyExchange();
    if (!m_states.firstSegment().isValid())
        return same;
    if (segment.has(TcpFlag::Rst))
        return refusesStrangeSyn(segment, sender)
            ? IncarnationJudgement{IncarnationVerdict::NewSinceEarlier, m_strangeSyn.id}
            : same;
    const EndpointEvidence& own = m_states.evidence(sender);
    if (!segment.has(TcpFlag::Syn))
        return judgeOrdinary(segment, sender);
    if (own.sentSyn() ? own.initial == segment.sequence : isLateSyn(segment, sender))
        return same;
    return segment.has(TcpFlag::Ack) ? judgeSynAck(segment, sender) : judgeSyn(segment, sender);
}

IncarnationJudgement ConnectionAnalysis::judgeOrdinary(const Segment& segment, Side sender) const
{
    const bool answersStrange = m_strangeAnswer.id.isValid() && m_strangeAnswer.sender != sender
        && segment.has(TcpFlag::Ack) && segment.known.has(TcpField::Acknowledgment)
        && segment.acknowledgment == m_strangeAnswer.sequence + 1;
    if (answersStrange)
        return {IncarnationVerdict::NewSinceEarlier, m_strangeAnswer.id};
    if (goesOnFromStrangeSyn(segment, sender))
        return {IncarnationVerdict::NewSinceEarlier, m_strangeSyn.id};
    return isFromNext(segment, sender) ? opensNew : same;
}

/// The other SYN was no old one: its sender completes the handshake that it asked for.
bool ConnectionAnalysis::goesOnFromStrangeSyn(const Segment& segment, Side sender) const
{
    return m_strangeSyn.id.isValid() && m_strangeSyn.sender == sender && segment.has(TcpFlag::Ack)
        && segment.sequence == m_strangeSyn.sequence + 1 && m_states.evidence(sender).syn.isValid()
        && !m_states.evidence(sender).synAcked.isSeen();
}

/// Both ends are gone, and this acknowledges what the peer never sent: the next connection's handshake was not
/// captured.
bool ConnectionAnalysis::isFromNext(const Segment& segment, Side sender) const
{
    if (!m_facts.hasEnd || !segment.has(TcpFlag::Ack) || !segment.known.has(TcpField::Acknowledgment))
        return false;
    const EndpointEvidence& own = m_states.evidence(sender);
    const EndpointEvidence& peer = m_states.evidence(peerOf(sender));
    return own.hasNext && peer.hasNext && segment.sequence != own.next && segment.acknowledgment > peer.next;
}

/// The peer's SYN,ACK answered this SYN, which comes behind it.
bool ConnectionAnalysis::isLateSyn(const Segment& segment, Side sender) const
{
    const auto& answered = m_synAcknowledged[indexOf(sender)];
    return answered && *answered == segment.sequence + 1;
}

/// Whoever has a connection answers a SYN with an ACK (RFC 9293 section 3.10.7.4 fourth); a RST that acknowledges it
/// comes from where there is none (3.10.7.1): the SYN asked for a new connection, which was refused.
bool ConnectionAnalysis::refusesStrangeSyn(const Segment& segment, Side sender) const
{
    return m_strangeSyn.id.isValid() && m_strangeSyn.sender != sender && segment.has(TcpFlag::Ack)
        && segment.acknowledgment == m_strangeSyn.sequence + 1;
}

IncarnationJudgement ConnectionAnalysis::judgeSyn(const Segment& segment, Side sender) const
{
    const EndpointEvidence& own = m_states.evidence(sender);
    const EndpointEvidence& peer = m_states.evidence(peerOf(sender));
    if (!own.first.isValid() && peer.syn.isValid() && !peer.synAcked.isSeen())
        return same; // both sides open at once
    if (isOldDuplicate(segment, sender))
        return same;
    const TcpState peerState = m_states.lastState(peerOf(sender));
    if (isGone(peerState) || peerState == TcpState::SynReceived || peerState == TcpState::SynSent)
        return opensNew;
    if (peerState == TcpState::TimeWait && (!peer.hasAcknowledged || segment.sequence > peer.acknowledged))
        return opensNew; // 3.6.1 MAY-2; a lesser number only draws an ACK
    return same;
}

/// An old SYN, as in RFC 9293 Figure 8, overtaken by the one that is still unanswered. On one pair of endpoints a newer
/// attempt has a larger number (section 3.4.1) and a newer timestamp, and comes after a pause.
bool ConnectionAnalysis::isOldDuplicate(const Segment& segment, Side sender) const
{
    const EndpointEvidence& own = m_states.evidence(sender);
    const bool isUnanswered
        = own.syn.isValid() && !own.synAcked.isSeen() && !m_states.evidence(peerOf(sender)).sentSyn();
    if (!isUnanswered || segment.sequence >= own.initial)
        return false;
    const auto& stamps = segment.options.timestamps; // they wrap like sequence numbers (RFC 7323 section 5.2)
    if (stamps && own.hasLatestTimestamp && SequenceNumber{stamps->value} >= SequenceNumber{own.latestTimestamp})
        return false;
    const auto passed = timeBetween(m_states.evidence(peerOf(sender)).synReceived.time, segment.time);
    return passed && *passed < leastRetransmissionTime;
}

IncarnationJudgement ConnectionAnalysis::judgeSynAck(const Segment& segment, Side sender) const
{
    const EndpointEvidence& own = m_states.evidence(sender);
    const EndpointEvidence& peer = m_states.evidence(peerOf(sender));
    const bool answersSyn = peer.syn.isValid() && segment.acknowledgment == peer.initial + 1;
    const bool answersStrange
        = m_strangeSyn.id.isValid() && m_strangeSyn.sender != sender && segment.acknowledgment > m_strangeSyn.sequence;
    // The sender of both SYNs will say which it meant: to the answer to an old one it sends RST.
    const bool isOpenQuestion = peer.syn.isValid() && !peer.synAcked.isSeen() && m_strangeSyn.sequence < peer.initial;
    if (answersStrange && !answersSyn && !isOpenQuestion)
        return {IncarnationVerdict::NewSinceEarlier, m_strangeSyn.id};
    if (!own.first.isValid() || !own.sentSyn())
        return same;
    return isGone(m_states.lastState(sender)) && !answersSyn ? opensNew : same;
}

void ConnectionAnalysis::noteStrangeSyn(const Segment& segment, SegmentId id, Side sender)
{
    if (segment.has(TcpFlag::Rst) && m_strangeSyn.sender == sender)
        m_strangeSyn = {}; // it gave up what it was answered for
    if (!segment.has(TcpFlag::Syn) || segment.has(TcpFlag::Ack) || !m_states.firstSegment().isValid())
        return;
    const EndpointEvidence& own = m_states.evidence(sender);
    if (m_states.isDropped(segment, sender))
        return;
    const bool isOwn
        = own.sentSyn() ? own.initial == segment.sequence : !own.first.isValid() || isLateSyn(segment, sender);
    if (!isOwn && !(m_strangeSyn.id.isValid() && m_strangeSyn.sequence == segment.sequence))
        m_strangeSyn = {id, segment.sequence, sender};
}

/// Nobody whose connection is synchronized sends a SYN,ACK with another number. If the peer acknowledges it, the pair
/// is used again though neither the end of the old connection nor the new SYN was captured.
void ConnectionAnalysis::noteStrangeAnswer(const Segment& segment, SegmentId id, Side sender)
{
    const EndpointEvidence& own = m_states.evidence(sender);
    if (segment.has(TcpFlag::Syn) && segment.has(TcpFlag::Ack) && own.sentSyn() && own.initial != segment.sequence
        && !m_states.isDropped(segment, sender))
        m_strangeAnswer = {id, segment.sequence, sender};
}

} // namespace tcpladder
