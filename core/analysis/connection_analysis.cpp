// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/connection_analysis.h"

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

bool hasAllSegments(const StreamTrack& track)
{
    return std::ranges::all_of(track.holes, &StreamHole::isBeforeCapture);
}

} // namespace

void ConnectionAnalysis::take(const Segment& segment, SegmentId id, Side sender, FindingSink& findings)
{
    if (takeSteady(segment, id, sender))
        return;
    endSteadyExchange();
    takeAny(segment, id, sender, findings);
    beginSteadyExchange();
}

/// Nothing but the numbers of the next ordinary segment will change anything.
bool ConnectionAnalysis::isSteadyNow() const
{
    const auto isNone = [](auto id) { return !id.isValid(); };
    const auto isSteady = [](const StreamTrack& track) {
        return track.isStarted && track.hasAcknowledged && track.isWindowKnown && !track.twins.hasSeenTwin()
            && hasAllSegments(track);
    };
    return m_states.isSteady() && std::ranges::all_of(m_tracks, isSteady) && m_capturePoint.isDecided()
        && !m_isInTimeWait && isNone(m_strangeSyn.id) && isNone(m_strangeAnswer.id)
        && std::ranges::all_of(m_memory.misfitReset, isNone) && std::ranges::all_of(m_memory.windowFull, isNone)
        && m_factsRevision == m_states.revision();
}

void ConnectionAnalysis::beginSteadyExchange()
{
    if (!isSteadyNow())
        return;
    std::array<SteadyExchange::Allowance, 2> allowances;
    for (const std::size_t side : {0, 1})
        allowances[side] = {m_memory.checksumPartial[side], m_memory.oversized[side]};
    m_steady.begin(m_tracks, m_states, m_facts, allowances);
}

void ConnectionAnalysis::endSteadyExchange()
{
    if (!m_steady.isActive())
        return;
    m_steady.end(m_tracks, m_states);
    for (const Side side : {Side::A, Side::B}) {
        if (const SegmentId last = m_tracks[indexOf(side)].lastSegment; last > m_last) {
            m_last = last;
            m_lastSender = side;
        }
    }
}

void ConnectionAnalysis::takeAny(const Segment& segment, SegmentId id, Side sender, FindingSink& findings)
{
    resume(findings);
    StreamTrack& own = m_tracks[indexOf(sender)];
    AnalysisStep step{
        segment, id, sender, m_states, m_facts, {}, own, m_tracks[indexOf(peerOf(sender))], m_memory, findings};
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
    if (isReceiverAskedFor(segment, id))
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

/// A RST with octets may take back a FIN.
bool ConnectionAnalysis::isReceiverAskedFor(const Segment& segment, SegmentId id) const
{
    const bool isReset = segment.has(TcpFlag::Rst) && (m_states.mayHaveEnded() || segment.payloadLength > 0);
    return isReset || m_strangeSyn.id == id;
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
    const auto isTrackAtRest
        = [&](const StreamTrack& track) { return (isReset || track.vainRepeats == 0) && hasAllSegments(track); };
    return m_facts.hasEnd && bothSpoke && (isReset || isClosed) && std::ranges::all_of(m_tracks, isTrackAtRest);
}

bool ConnectionAnalysis::isQuiet() const
{
    return std::ranges::all_of(
        m_tracks, [](const StreamTrack& track) { return track.vainRepeats == 0 && hasAllSegments(track); });
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
    endSteadyExchange();
    if (!m_last.isValid() || m_isFinished)
        return;
    m_isFinished = true;
    Segment none;
    none.time = end;
    const AnalysisStep last{none, m_last, m_lastSender, m_states, m_facts, {}, m_tracks[indexOf(m_lastSender)],
        m_tracks[indexOf(peerOf(m_lastSender))], m_memory, findings};
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
    return stateAfter(m_states.transitions(), side, m_states.firstSegment());
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
