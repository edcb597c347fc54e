// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finding/connection_analysis.h"

#include "core/state/state_history.h"

namespace tcpladder {

namespace {

/// No connection that a SYN could disturb: it may open a new one.
bool isGone(TcpState state)
{
    return state == TcpState::Unknown || state == TcpState::Closed || state == TcpState::Listen;
}

constexpr IncarnationJudgement same{IncarnationVerdict::Same, {}};
constexpr IncarnationJudgement opensNew{IncarnationVerdict::New, {}};

} // namespace

IncarnationJudgement ConnectionAnalysis::judge(const Segment& segment, Side sender) const
{
    if (!segment.has(TcpFlag::Syn) || segment.has(TcpFlag::Rst) || !m_states.firstSegment().isValid())
        return same;
    const EndpointEvidence& own = m_states.evidence(sender);
    if (own.sentSyn() && own.initial == segment.sequence)
        return same;
    return segment.has(TcpFlag::Ack) ? judgeSynAck(segment, sender) : judgeSyn(segment, sender);
}

IncarnationJudgement ConnectionAnalysis::judgeSyn(const Segment& segment, Side sender) const
{
    const EndpointEvidence& own = m_states.evidence(sender);
    const EndpointEvidence& peer = m_states.evidence(peerOf(sender));
    if (!own.first.isValid() && peer.syn.isValid() && !peer.synAcked.isSeen())
        return same; // both sides open at once
    const TcpState peerState = m_states.lastState(peerOf(sender));
    if (isGone(peerState) || peerState == TcpState::SynReceived || peerState == TcpState::SynSent)
        return opensNew;
    if (peerState == TcpState::TimeWait && (!peer.hasAcknowledged || segment.sequence > peer.acknowledged))
        return opensNew; // 3.6.1 MAY-2; a lesser number only draws an ACK
    return same;
}

IncarnationJudgement ConnectionAnalysis::judgeSynAck(const Segment& segment, Side sender) const
{
    const bool answersStrange
        = m_strangeSyn.id.isValid() && m_strangeSyn.sender != sender && segment.acknowledgment > m_strangeSyn.sequence;
    if (answersStrange)
        return {IncarnationVerdict::NewSinceEarlier, m_strangeSyn.id};
    const EndpointEvidence& own = m_states.evidence(sender);
    if (!own.first.isValid() || !own.sentSyn())
        return same;
    const EndpointEvidence& peer = m_states.evidence(peerOf(sender));
    const bool answersSyn = peer.syn.isValid() && segment.acknowledgment == peer.initial + 1;
    return isGone(m_states.lastState(sender)) && !answersSyn ? opensNew : same;
}

void ConnectionAnalysis::noteStrangeSyn(const Segment& segment, SegmentId id, Side sender)
{
    if (segment.has(TcpFlag::Rst) && m_strangeSyn.sender == sender)
        m_strangeSyn = {}; // it gave up what it was answered for
    if (!segment.has(TcpFlag::Syn) || segment.has(TcpFlag::Ack) || !m_states.firstSegment().isValid())
        return;
    const EndpointEvidence& own = m_states.evidence(sender);
    const bool isOwn = own.sentSyn() ? own.initial == segment.sequence : !own.first.isValid();
    if (!isOwn && !(m_strangeSyn.id.isValid() && m_strangeSyn.sequence == segment.sequence))
        m_strangeSyn = {id, segment.sequence, sender};
}

void ConnectionAnalysis::take(const Segment& segment, SegmentId id, Side sender, FindingSink& findings)
{
    static_cast<void>(findings);
    noteStrangeSyn(segment, id, sender);
    m_states.take(segment, id, sender);
    for (TimeWaitWatch& watch : m_timeWait)
        watch.take(segment, id, sender, m_states);
    m_last = id;
}

void ConnectionAnalysis::supersede(SegmentId firstOfNext, FindingSink& findings)
{
    static_cast<void>(findings);
    for (TimeWaitWatch& watch : m_timeWait)
        watch.end(firstOfNext);
}

void ConnectionAnalysis::finish(FindingSink& findings)
{
    static_cast<void>(findings);
}

TcpState ConnectionAnalysis::firstState(Side side) const
{
    return statesAfter(m_states.transitions(), m_states.firstSegment())[indexOf(side)];
}

TcpState ConnectionAnalysis::lastState(Side side) const
{
    return m_states.lastState(side);
}

std::optional<TimeWait> ConnectionAnalysis::timeWait(Side side) const
{
    return m_timeWait[indexOf(side)].stay();
}

std::vector<TimedTransition> courseWithTimers(const ConnectionAnalysis& analysis, TwoMsl twoMsl, Timestamp endOfCapture)
{
    return courseWithTimers(
        analysis.transitions(), analysis.timeWait(Side::A), analysis.timeWait(Side::B), twoMsl, endOfCapture);
}

} // namespace tcpladder
