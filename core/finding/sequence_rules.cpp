// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finding/sequence_rules.h"

#include <algorithm>

namespace tcpladder {

namespace {

constexpr std::uint8_t duplicatesForFastRetransmission = 3; // RFC 5681 section 3.2

/// Later than this a segment was not overtaken but sent again; where the round trip is known, after half of it.
constexpr Duration usualReordering = std::chrono::milliseconds(3);

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

/// RFC 9293 section 3.8.4: one below what comes next, while nothing is on its way.
bool isKeepAlive(const AnalysisStep& step)
{
    return !step.isControl() && step.segment.payloadLength <= 1 && step.from + 1 == step.own.next
        && step.peer.hasAcknowledged && step.peer.acknowledged == step.own.next;
}

bool isOvertaken(const AnalysisStep& step, const StreamHole& hole)
{
    if (step.peer.duplicateAcks >= duplicatesForFastRetransmission)
        return false;
    const auto& roundTrip = step.facts.initialRoundTrip;
    const Duration limit = roundTrip ? std::max(*roundTrip / 2, usualReordering) : usualReordering;
    return timeBetween(hole.time, step.segment.time).value_or(Duration::zero()) < limit;
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

void reportRepetition(const AnalysisStep& step)
{
    const std::uint64_t from = wireNumber(step.from);
    if (step.segment.has(TcpFlag::Syn)) {
        step.report(FindingKind::SynRetransmission, {from}, step.own.lastSegment);
        return;
    }
    const bool isAcknowledged = step.peer.hasAcknowledged && step.to <= step.peer.acknowledged;
    if (step.segment.has(TcpFlag::Fin) && step.segment.payloadLength == 0) {
        step.report(
            FindingKind::FinRetransmission, {from}, step.states.evidence(step.sender).fin, isAcknowledged ? 1 : 0);
        return;
    }
    if (isAcknowledged) {
        step.report(FindingKind::SpuriousRetransmission, {wireNumber(step.to), wireNumber(step.peer.acknowledged)});
        return;
    }
    const Recovery recovery = recoveryOf(step);
    step.own.recovery = recovery;
    step.own.recoveryEnd = step.own.next;
    step.own.repeated = step.from;
    if (step.segment.has(TcpFlag::Fin) && step.segment.payloadLength == 0)
        step.report(FindingKind::FinRetransmission, {from}, step.states.evidence(step.sender).fin);
    else if (recovery == Recovery::Fast)
        step.report(FindingKind::FastRetransmission, {from, step.peer.duplicateAcks});
    else
        step.report(FindingKind::RtoRetransmission, {from});
}

SequenceRole applyBelowNext(const AnalysisStep& step)
{
    const StreamHole* hole = step.own.holeAt(step.from);
    const bool late = hole && isOvertaken(step, *hole);
    if (late)
        step.report(FindingKind::OutOfOrder, {wireNumber(step.from), wireNumber(step.own.next)}, hole->behind);
    else
        reportRepetition(step);
    if (!step.own.holes.empty())
        step.own.fill(step.from, step.to);
    return late ? SequenceRole::Late : SequenceRole::Repeated;
}

void applyNew(const AnalysisStep& step)
{
    StreamTrack& own = step.own;
    if (own.isStarted && step.from > own.next)
        own.holes.push_back({own.next, step.from, step.id, step.segment.time});
    own.next = step.to;
    own.isStarted = true;
    own.lastNewTime = step.segment.time;
}

} // namespace

SequenceRole applySequenceRules(const AnalysisStep& step)
{
    if (!step.own.isStarted) {
        applyNew(step);
        return SequenceRole::New;
    }
    if (step.segment.has(TcpFlag::Rst))
        return SequenceRole::Nothing;
    if (isProbe(step)) {
        step.report(FindingKind::ZeroWindowProbe, {wireNumber(step.from)}, step.peer.lastSegment);
        step.own.probeEnd = step.to;
        return SequenceRole::Probe;
    }
    if (isKeepAlive(step)) {
        step.report(FindingKind::KeepAlive, {wireNumber(step.from)});
        return SequenceRole::KeepAlive;
    }
    if (step.to == step.from)
        return SequenceRole::Nothing;
    if (step.from < step.own.next && (step.to <= step.own.next || step.own.holeAt(step.from)))
        return applyBelowNext(step);
    applyNew(step);
    return SequenceRole::New;
}

} // namespace tcpladder
