// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finding/sequence_rules.h"

#include <algorithm>

namespace tcpladder {

namespace {

constexpr std::uint8_t duplicatesForFastRetransmission = 3; // RFC 5681 section 3.2

/// Later than this a segment was not overtaken but sent again; where the round trip is known, after half of it.
constexpr Duration usualReordering = std::chrono::milliseconds(3);

/// Keep-alives come after seconds at least; what repeats one octet sooner was not acknowledged in time.
constexpr Duration leastKeepAlivePause = std::chrono::milliseconds(500);

bool isPeerWindowClosed(const AnalysisStep& step)
{
    return step.peer.isWindowKnown && step.peer.window == 0;
}

/// RFC 9293 section 3.8.6.1: an octet beyond the closed window, or what Linux sends, one below it without data.
bool isProbe(const AnalysisStep& step)
{
    if (step.isControl() || !isPeerWindowClosed(step) || !step.peer.hasAcknowledged)
        return false;
    const bool repeatsLast = step.from + 1 == step.own.next && step.segment.payloadLength <= 1;
    return repeatsLast || (step.segment.payloadLength > 0 && step.from == step.peer.acknowledged);
}

/// RFC 9293 section 3.8.4: one below what comes next, while nothing is on its way. With the last octet, or behind a
/// FIN, only a pause tells it from a repetition, or from an ACK that the FIN has overtaken.
bool isKeepAlive(const AnalysisStep& step)
{
    const bool repeatsLast = !step.isControl() && step.segment.payloadLength <= 1 && step.from + 1 == step.own.next
        && step.peer.hasAcknowledged && step.peer.acknowledged == step.own.next;
    if (!repeatsLast)
        return false;
    if (step.segment.payloadLength == 0 && !step.states.evidence(step.sender).fin.isValid())
        return true;
    const auto pause = timeBetween(step.own.lastTime, step.segment.time);
    return !pause || *pause >= leastKeepAlivePause;
}

Duration reorderingLimit(const AnalysisStep& step)
{
    const auto& roundTrip = step.facts.initialRoundTrip;
    return roundTrip ? std::max(*roundTrip / 2, usualReordering) : usualReordering;
}

bool isOvertaken(const AnalysisStep& step, const StreamHole& hole)
{
    if (hole.isShownBehind(step.segment))
        return true;
    if (step.peer.duplicateAcks >= duplicatesForFastRetransmission)
        return false;
    return timeBetween(hole.time, step.segment.time).value_or(Duration::zero()) < reorderingLimit(step);
}

/// A fast retransmission follows three duplicate ACKs; within that recovery each partial ACK brings the next one (RFC
/// 6582). The same octets once more, or without the duplicates, is the timer.
Recovery recoveryOf(const AnalysisStep& step)
{
    const bool inRecovery = step.own.recovery != Recovery::None && step.peer.acknowledged < step.own.recoveryEnd;
    if (inRecovery && step.from <= step.own.repeated)
        return Recovery::Timeout;
    if (inRecovery)
        return step.own.recovery;
    return step.peer.duplicateAcks >= duplicatesForFastRetransmission ? Recovery::Fast : Recovery::Timeout;
}

void reportOvertaken(const AnalysisStep& step, const StreamHole& hole)
{
    const auto behind = timeBetween(hole.time, step.segment.time);
    const bool isKnown = behind && *behind >= Duration::zero() && !hole.isShownBehind(step.segment);
    if (!isKnown) {
        step.report(FindingKind::OutOfOrder, {wireNumber(step.from)}, hole.behind, 1);
        return;
    }
    step.report(FindingKind::OutOfOrder,
        {wireNumber(step.from), toMicroseconds(*behind), toMicroseconds(reorderingLimit(step))}, hole.behind);
}

/// A SYN that was seen before; in a simultaneous open the SYN,ACK has the number of the SYN and repeats nothing (3.5).
void reportSyn(const AnalysisStep& step, const StreamHole* hole)
{
    const EndpointEvidence& own = step.states.evidence(step.sender);
    const SegmentId first = step.segment.has(TcpFlag::Ack) ? own.synAck : own.syn;
    if (first.isValid() && first != step.id)
        step.report(FindingKind::SynRetransmission, {wireNumber(step.from)}, first);
    else if (hole)
        reportOvertaken(step, *hole);
}

bool isKnownFin(const AnalysisStep& step)
{
    const EndpointEvidence& own = step.states.evidence(step.sender);
    return step.segment.has(TcpFlag::Fin) && step.segment.payloadLength == 0 && own.fin.isValid() && own.fin != step.id
        && own.finEnd == step.segment.endOfSequence();
}

/// hole: what the segment fills; none where its octets were seen before.
void reportRetransmission(const AnalysisStep& step, const StreamHole* hole)
{
    const Recovery recovery = recoveryOf(step);
    step.own.recovery = recovery;
    step.own.recoveryEnd = step.own.next;
    step.own.repeated = step.from;
    const std::uint8_t variant = !hole ? 0 : hole->isBeforeCapture() ? 2 : 1;
    const SegmentId related = hole ? hole->behind : SegmentId{};
    if (recovery == Recovery::Fast)
        step.report(
            FindingKind::FastRetransmission, {wireNumber(step.from), step.peer.duplicateAcks}, related, variant);
    else
        step.report(FindingKind::RtoRetransmission, {wireNumber(step.from), wireNumber(step.peer.acknowledged)},
            related, variant);
}

void reportRepetition(const AnalysisStep& step, const StreamHole* hole)
{
    const StreamPosition end = std::min(step.to, step.own.next);
    const bool isAcknowledged = step.peer.hasAcknowledged && end <= step.peer.acknowledged;
    if (step.segment.has(TcpFlag::Syn))
        reportSyn(step, hole);
    else if (isKnownFin(step))
        step.report(FindingKind::FinRetransmission, {wireNumber(step.from), wireNumber(step.peer.acknowledged)},
            step.states.evidence(step.sender).fin, isAcknowledged ? 1 : 0);
    else if (isAcknowledged)
        step.report(FindingKind::SpuriousRetransmission, {wireNumber(end), wireNumber(step.peer.acknowledged)});
    else
        reportRetransmission(step, hole);
}

/// Nothing but the SYN has this number so far: a sender that gives its first octet that of its SYN repeats nothing.
bool isFirstOctetOnSyn(const AnalysisStep& step)
{
    const EndpointEvidence& own = step.states.evidence(step.sender);
    return own.sentSyn() && !step.segment.has(TcpFlag::Syn) && !step.segment.has(TcpFlag::Fin)
        && step.segment.sequence == own.initial && step.own.next == step.from + 1;
}

/// All or part of it was passed: sent again, or overtaken.
SequenceRole applyBelowNext(const AnalysisStep& step)
{
    StreamTrack& own = step.own;
    const StreamHole* hole = own.holeAt(step.from);
    const bool late = hole && step.to <= own.next && !step.segment.has(TcpFlag::Syn) && isOvertaken(step, *hole);
    if (late) {
        reportOvertaken(step, *hole);
    } else {
        reportRepetition(step, hole);
        own.repeatedBytes += std::min<std::uint64_t>(step.segment.payloadLength, own.next - step.from);
    }
    if (!own.holes.empty())
        own.fill(step.from, step.to);
    if (step.to <= own.next)
        return late ? SequenceRole::Late : SequenceRole::Repeated;
    own.next = step.to;
    return SequenceRole::New;
}

StreamHole makeHole(StreamPosition from, StreamPosition to, const AnalysisStep& step)
{
    const auto& stamps = step.segment.options.timestamps;
    return {from, to, step.id, step.segment.time, stamps ? stamps->value : 0, step.segment.ipIdentification,
        stamps.has_value()};
}

void applyNew(const AnalysisStep& step)
{
    StreamTrack& own = step.own;
    if (own.isStarted && step.from > own.next)
        own.holes.push_back(makeHole(own.next, step.from, step));
    else if (!own.isStarted && !step.segment.has(TcpFlag::Syn))
        own.holes.push_back(makeHole(0, step.from, step));
    own.next = std::max(own.next, step.to);
    own.isStarted = true;
}

} // namespace

SequenceRole applySequenceRules(const AnalysisStep& step)
{
    if (step.segment.has(TcpFlag::Rst))
        return SequenceRole::Nothing;
    if (!step.own.isStarted) {
        applyNew(step);
        return SequenceRole::New;
    }
    if (isProbe(step)) {
        step.report(FindingKind::ZeroWindowProbe, {wireNumber(step.from), wireNumber(step.peer.acknowledged)},
            step.peer.lastSegment);
        step.own.probeEnd = step.to;
        return SequenceRole::Probe;
    }
    if (isKeepAlive(step)) {
        step.report(FindingKind::KeepAlive, {wireNumber(step.from), wireNumber(step.own.next)});
        return SequenceRole::KeepAlive;
    }
    if (step.from < step.own.next && !isFirstOctetOnSyn(step))
        return step.to == step.from ? SequenceRole::Nothing : applyBelowNext(step);
    applyNew(step); // even without octets: its number says how far the sender has come
    return step.to == step.from ? SequenceRole::Nothing : SequenceRole::New;
}

} // namespace tcpladder
