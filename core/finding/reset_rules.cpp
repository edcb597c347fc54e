// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finding/reset_rules.h"

#include <utility>

namespace tcpladder {

namespace {

/// Nobody listens where the SYN went: nothing but RST has come from there.
bool refusesSyn(const AnalysisStep& step)
{
    const EndpointEvidence& own = step.states.evidence(step.sender);
    const EndpointEvidence& receiver = step.states.evidence(peerOf(step.sender));
    return receiver.syn.isValid() && !receiver.synAcked.isSeen() && !own.sentSyn() && !own.hasNext;
}

/// RFC 9293 section 3.5.2: the answer to a segment with ACK takes its sequence number from there.
bool answersLastSegment(const AnalysisStep& step)
{
    return step.peer.lastSegment.isValid() && step.peer.hasAcknowledged && !step.hasAck()
        && wireNumber(step.peer.acknowledged) == step.segment.sequence.value;
}

bool hasClosedAndGotData(const AnalysisStep& step)
{
    const EndpointEvidence& own = step.states.evidence(step.sender);
    return own.fin.isValid() && step.peer.lastSegment.isValid() && own.fin < step.peer.lastSegment
        && step.peer.lastCarriedData;
}

ResetReason resetReason(const AnalysisStep& step)
{
    const EndpointEvidence& own = step.states.evidence(step.sender);
    if (hasClosedAndGotData(step))
        return ResetReason::ClosedSocket;
    if (step.peer.isKeptAlive || step.peer.isProbed)
        return ResetReason::Silence;
    if (!answersLastSegment(step))
        return ResetReason::Abort;
    const bool isOpening = own.syn.isValid() && !own.synAcked.isProven();
    return isOpening && step.segment.sequence != own.next ? ResetReason::StrangeAck : ResetReason::NoConnection;
}

FindingId reportReset(const AnalysisStep& step)
{
    const std::uint64_t number = step.segment.sequence.value;
    if (refusesSyn(step))
        return step.report(
            FindingKind::Refused, {step.segment.acknowledgment.value}, step.states.evidence(peerOf(step.sender)).syn);
    if (step.receiverBefore == TcpState::TimeWait)
        return step.report(FindingKind::TimeWaitAssassinated, {number});
    const ResetReason reason = resetReason(step);
    const SegmentId related = reason == ResetReason::Abort ? SegmentId{} : step.peer.lastSegment;
    return step.report(
        FindingKind::Rst, {number, step.states.evidence(step.sender).next.value}, related, std::to_underlying(reason));
}

/// Its number lies outside what its receiver takes (RFC 9293 section 3.5.3, RFC 5961 section 3): nothing is reset.
bool isMisfit(const AnalysisStep& step)
{
    const Side side = peerOf(step.sender);
    const EndpointEvidence& receiver = step.states.evidence(side);
    const auto& before = step.receiverBefore;
    const bool isOpen = receiver.synAcked.counts() && before != TcpState::TimeWait && before != TcpState::Closed;
    return isOpen && receiver.hasAcknowledged && receiver.resetReceived.cause != step.id
        && (!before || before == step.states.lastState(side));
}

void reportMisfit(const AnalysisStep& step)
{
    const Side side = peerOf(step.sender);
    const std::uint64_t expected = step.states.evidence(side).acknowledged.value;
    step.report(FindingKind::RstIgnored, {step.segment.sequence.value, expected}, {}, 1);
    step.memory.misfitReset[indexOf(side)] = step.id;
}

/// RFC 5961 section 3.2: to a RST whose number is not the expected one.
void applyChallengeRule(const AnalysisStep& step)
{
    const SegmentId reset = std::exchange(step.memory.misfitReset[indexOf(step.sender)], {});
    if (reset.isValid() && step.isBareAck())
        step.report(FindingKind::ChallengeAck, {step.segment.acknowledgment.value}, reset);
}

} // namespace

void applyResetRules(const AnalysisStep& step)
{
    applyChallengeRule(step);
    if (!step.segment.has(TcpFlag::Rst))
        return;
    if (isMisfit(step))
        reportMisfit(step);
    else
        step.memory.reset[indexOf(peerOf(step.sender))] = reportReset(step);
}

void applyIgnoredResetRule(const AnalysisStep& step)
{
    const EndpointEvidence& own = step.states.evidence(step.sender);
    const Reception& ignored = own.resetReceived;
    SegmentId& reported = step.memory.ignoredReset[indexOf(step.sender)];
    if (ignored.standing != Reception::Standing::Rejected || ignored.cause == reported)
        return;
    reported = ignored.cause;
    FindingId& taken = step.memory.reset[indexOf(step.sender)];
    if (taken.isValid())
        step.sink.withdraw(std::exchange(taken, {}));
    step.reportAt(ignored.cause, FindingKind::RstIgnored, {own.resetSequence.value, own.acknowledged.value}, step.id);
}

} // namespace tcpladder
