// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finding/connection_analysis.h"

#include "core/finding/acknowledgment_rules.h"
#include "core/finding/close_rules.h"
#include "core/finding/ecn_rules.h"
#include "core/finding/handshake_rules.h"
#include "core/finding/packet_rules.h"
#include "core/finding/reset_rules.h"
#include "core/state/state_history.h"

#include <algorithm>
#include <utility>

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

IncarnationJudgement ConnectionAnalysis::judgeUnsteady(const Segment& segment, Side sender) const
{
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

void ConnectionAnalysis::take(const Segment& segment, SegmentId id, Side sender, FindingSink& findings)
{
    if (m_isSteady && isOrdinary(segment, sender)) [[likely]] {
        takeOrdinary(segment, id, sender);
    } else {
        takeAny(segment, id, sender, findings);
        m_isSteady = isSteadyNow();
    }
}

void ConnectionAnalysis::takeAny(const Segment& segment, SegmentId id, Side sender, FindingSink& findings)
{
    resume(findings);
    StreamTrack& own = m_tracks[indexOf(sender)];
    AnalysisStep step{segment, id, sender, m_states, m_facts, TcpState::Unknown, own, m_tracks[indexOf(peerOf(sender))],
        m_memory, findings};
    const SegmentId twin = own.twins.twinOf(segment);
    own.twins.note(segment, id, twin.isValid());
    if (twin.isValid()) {
        step.report(FindingKind::CapturedTwice, {segment.ipIdentification, segment.checksum}, twin);
        return;
    }
    if (segment.hasMalformedHeader)
        return;
    step.from = segment.known.has(TcpField::Sequence) ? own.positionOf(segment.sequence) : own.next;
    step.to = step.from + segment.sequenceLength();
    noteStrangeSyn(segment, id, sender);
    noteStrangeAnswer(segment, id, sender);
    if (segment.has(TcpFlag::Rst) || m_strangeSyn.id == id)
        step.receiverBefore = m_states.lastState(peerOf(sender));
    const std::uint32_t revision = m_states.revision();
    m_states.take(segment, id, sender);
    if (m_states.evidence(peerOf(sender)).refusal == id) // what it goes on with has other numbers
        step.peer = {};
    m_capturePoint.note(segment, sender);
    noteFacts(segment, id, sender);
    applyRules(step);
    m_facts.repeatedBytes[indexOf(sender)] = own.repeatedBytes;
    m_facts.missingOctets[indexOf(peerOf(sender))] = step.peer.missingOctets;
    m_facts.capturePoint = m_capturePoint.verdict();
    if (m_isInTimeWait || (m_states.hasTimeWait() && m_states.revision() != revision))
        watchTimeWait(step);
    m_last = id;
    m_lastSender = sender;
}

void ConnectionAnalysis::applyRules(const AnalysisStep& step)
{
    applyIncarnationRules(step);
    applyPacketRules(step);
    const bool isDropped = m_states.isDropped(step.segment, step.sender);
    const bool isStrange = m_strangeSyn.id == step.id;
    if (!isDropped && !isStrange) {
        applyHandshakeRules(step);
        applyEcnRules(step);
    }
    if (isDropped)
        step.own.noteDamaged(step.from, step.to, step.id);
    const bool isLost = isDropped || isStrange || !step.segment.known.has(TcpField::OffsetAndFlags);
    if (!isLost)
        applyStreamRules(step);
    applyIgnoredResetRule(step);
    if (!isDropped)
        step.own.noteLast(step.segment, step.id);
}

void ConnectionAnalysis::applyStreamRules(const AnalysisStep& step)
{
    // A line of text without the number is a bare ACK: tcpdump leaves out only what has no octets.
    const bool hasSequence = step.segment.known.has(TcpField::Sequence);
    const SequenceRole role = hasSequence ? applySequenceRules(step) : SequenceRole::Nothing;
    applyWindowFullRule(step, role);
    applyAcknowledgmentRules(step, role);
    applyCloseRules(step, role);
    applyResetRules(step);
    step.own.noteRole(role == SequenceRole::Repeated);
    step.peer.vainRepeats = 0;
    step.peer.isProbed |= role == SequenceRole::Probe;
    step.peer.isKeptAlive |= role == SequenceRole::KeepAlive;
    if (role == SequenceRole::Probe || role == SequenceRole::KeepAlive)
        step.peer.lastProbe = step.id;
}

/// What a SYN finds that does not belong to this connection, or begins one where another was.
void ConnectionAnalysis::applyIncarnationRules(const AnalysisStep& step)
{
    const bool isFirst = m_states.firstSegment() == step.id;
    if (isFirst && m_origin.reusesPorts && step.segment.has(TcpFlag::Syn)) {
        step.report(FindingKind::PortReuse, {step.segment.sequence.value});
        if (m_origin.followsTimeWait)
            step.report(FindingKind::SynInTimeWait, {step.segment.sequence.value});
    }
    if (m_strangeSyn.id == step.id) {
        const bool inTimeWait = step.receiverBefore == TcpState::TimeWait;
        step.report(inTimeWait ? FindingKind::SynInTimeWait : FindingKind::HalfOpen, {step.segment.sequence.value});
    }
    const bool answersStrange
        = m_strangeSyn.id.isValid() && m_last == m_strangeSyn.id && m_strangeSyn.sender != step.sender;
    if (answersStrange && step.isBareAck())
        step.report(FindingKind::ChallengeAck, {step.segment.acknowledgment.value}, m_strangeSyn.id);
}

void ConnectionAnalysis::watchTimeWait(const AnalysisStep& step)
{
    m_isInTimeWait = false;
    for (const Side side : {Side::A, Side::B}) {
        m_timeWait[indexOf(side)].take(step.segment, step.id, step.sender, m_states);
        const auto stay = m_timeWait[indexOf(side)].stay();
        m_isInTimeWait |= stay.has_value();
        if (stay && stay->restartedBy.isValid() && stay->restartedBy != m_restart[indexOf(side)]) {
            m_restart[indexOf(side)] = stay->restartedBy;
            step.reportAt(stay->restartedBy, FindingKind::TimeWaitRestarted, {}, step.id);
        }
    }
}

void ConnectionAnalysis::noteFacts(const Segment& segment, SegmentId id, Side sender)
{
    const std::size_t own = indexOf(sender);
    if (segment.has(TcpFlag::Syn) && m_strangeSyn.id != id) {
        m_facts.noteSyn(segment, sender);
        if (!segment.has(TcpFlag::Ack))
            m_synTime = segment.time;
        else if (auto& answered = m_synAcknowledged[indexOf(peerOf(sender))]; !answered)
            answered = segment.acknowledgment;
    }
    const EndpointEvidence& evidence = m_states.evidence(sender);
    const bool endsHandshake = evidence.synAcked.proof == id && evidence.syn.isValid();
    if (endsHandshake && !m_facts.initialRoundTrip)
        m_facts.initialRoundTrip = timeBetween(m_synTime, segment.time);
    if (m_factsRevision == m_states.revision())
        return;
    m_factsRevision = m_states.revision();
    m_facts.closedActively[own]
        = evidence.fin.isValid() && (!evidence.finReceived.isProven() || evidence.fin < evidence.finReceived.proof);
    m_facts.noteStates(m_states);
}

bool ConnectionAnalysis::isAtRest() const
{
    const EndpointEvidence& a = m_states.evidence(Side::A);
    const EndpointEvidence& b = m_states.evidence(Side::B);
    const bool bothSpoke = a.first.isValid() && b.first.isValid();
    const bool isReset = a.reset.isValid() || b.reset.isValid();
    const bool isClosed = a.fin.isValid() && b.fin.isValid();
    const auto isQuiet = [&](const StreamTrack& track) {
        return (isReset || track.vainRepeats == 0) && std::ranges::all_of(track.holes, &StreamHole::isBeforeCapture);
    };
    return m_facts.hasEnd && bothSpoke && (isReset || isClosed) && std::ranges::all_of(m_tracks, isQuiet);
}

bool ConnectionAnalysis::isUnanswered() const
{
    const auto hasSaidLittle = [&](Side side) {
        const EndpointEvidence& evidence = m_states.evidence(side);
        const StreamTrack& track = m_tracks[indexOf(side)];
        return evidence.first == evidence.syn && !evidence.synAck.isValid() && !evidence.fin.isValid()
            && !evidence.reset.isValid() && !track.hasAcknowledged && track.holes.empty();
    };
    const bool onlyOne = m_states.evidence(Side::A).first.isValid() != m_states.evidence(Side::B).first.isValid();
    return onlyOne && hasSaidLittle(Side::A) && hasSaidLittle(Side::B);
}

void ConnectionAnalysis::supersede(SegmentId firstOfNext, FindingSink& findings)
{
    m_supersededBy = firstOfNext;
    for (TimeWaitWatch& watch : m_timeWait)
        watch.end(firstOfNext);
    finish(findings);
}

void ConnectionAnalysis::finish(FindingSink& findings, Timestamp end)
{
    if (!m_last.isValid() || m_isFinished)
        return;
    m_isFinished = true;
    m_isSteady = false;
    Segment none;
    none.time = end;
    const AnalysisStep last{none, m_last, m_lastSender, m_states, m_facts, TcpState::Unknown,
        m_tracks[indexOf(m_lastSender)], m_tracks[indexOf(peerOf(m_lastSender))], m_memory, findings};
    m_endFindings = applyEndRules(last);
}

/// The capture did not end after all: what its end showed is judged anew.
void ConnectionAnalysis::resume(FindingSink& findings)
{
    if (!m_isFinished)
        return;
    for (const FindingId finding : std::exchange(m_endFindings, {}))
        findings.withdraw(finding);
    m_isFinished = false;
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

} // namespace tcpladder
