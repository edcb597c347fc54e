// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finding/close_rules.h"

namespace tcpladder {

namespace {

/// The FINs crossed, or the second one carries the ACK of the first: told when the second is sent.
void applyCloseStyleRule(const AnalysisStep& step, const EndpointEvidence& own, const EndpointEvidence& peer)
{
    const bool isSecondFin = own.fin == step.id && peer.fin.isValid() && peer.fin < step.id;
    if (!isSecondFin || step.memory.closeStyle)
        return;
    step.memory.closeStyle = true;
    const bool covers = step.hasAck() && step.segment.acknowledgment >= peer.finEnd;
    if (!covers) {
        step.reportAt(peer.fin, FindingKind::SimultaneousClose, {own.finEnd.value, peer.finEnd.value}, step.id);
        step.report(FindingKind::SimultaneousClose, {peer.finEnd.value, own.finEnd.value}, peer.fin);
    } else if (own.finReceived.proof == step.id) {
        step.report(FindingKind::ThreeSegmentClose, {step.segment.acknowledgment.value}, peer.fin);
    }
}

/// The peer acknowledges everything but the FIN: it had not arrived when this was sent.
void applyShortAckRule(const AnalysisStep& step, const EndpointEvidence& peer)
{
    bool& reported = step.memory.ackShortOfFin[indexOf(step.sender)];
    if (reported || !step.hasAck() || !peer.fin.isValid() || step.segment.has(TcpFlag::Rst)
        || step.segment.acknowledgment + 1 != peer.finEnd)
        return;
    step.report(FindingKind::AckDoesNotCoverFin, {step.segment.acknowledgment.value, peer.finEnd.value}, peer.fin);
    reported = true;
}

void applyHalfCloseRule(const AnalysisStep& step, const EndpointEvidence& peer, SequenceRole role)
{
    bool& reported = step.memory.halfClose[indexOf(peerOf(step.sender))];
    const bool goesOn = step.senderBefore == TcpState::CloseWait && role == SequenceRole::New
        && step.segment.payloadLength > 0 && !step.segment.has(TcpFlag::Fin);
    if (reported || !goesOn || step.states.evidence(step.sender).finReceived.proof == step.id)
        return;
    step.reportAt(peer.fin, FindingKind::HalfClose, {}, step.id);
    reported = true;
}

} // namespace

void applyCloseRules(const AnalysisStep& step, SequenceRole role)
{
    const EndpointEvidence& own = step.states.evidence(step.sender);
    const EndpointEvidence& peer = step.states.evidence(peerOf(step.sender));
    if (step.segment.has(TcpFlag::Fin))
        applyCloseStyleRule(step, own, peer);
    if (!peer.fin.isValid() || peer.fin == step.id)
        return;
    applyShortAckRule(step, peer);
    applyHalfCloseRule(step, peer, role);
}

void applyResetRules(const AnalysisStep& step)
{
    const EndpointEvidence& receiver = step.states.evidence(peerOf(step.sender));
    if (step.segment.has(TcpFlag::Rst)) {
        const bool answersSyn
            = receiver.syn.isValid() && !receiver.synAcked.isSeen() && !step.states.evidence(step.sender).sentSyn();
        if (answersSyn)
            step.report(FindingKind::Refused, {}, receiver.syn);
        else if (step.receiverBefore == TcpState::TimeWait)
            step.report(FindingKind::TimeWaitAssassinated, {step.segment.sequence.value});
        else
            step.report(FindingKind::Rst, {step.segment.sequence.value}, step.peer.lastSegment, step.hasAck() ? 0 : 1);
    }
    const Reception& ignored = step.states.evidence(step.sender).resetReceived;
    SegmentId& reported = step.memory.ignoredReset[indexOf(step.sender)];
    if (ignored.standing == Reception::Standing::Rejected && ignored.cause != reported) {
        reported = ignored.cause;
        const EndpointEvidence& own = step.states.evidence(step.sender);
        step.reportAt(
            ignored.cause, FindingKind::RstIgnored, {own.resetSequence.value, own.acknowledged.value}, step.id);
    }
}

FindingId applyEndRules(const AnalysisStep& last)
{
    const EndpointEvidence& a = last.states.evidence(Side::A);
    const EndpointEvidence& b = last.states.evidence(Side::B);
    const bool oneSided = a.first.isValid() != b.first.isValid();
    const bool onlySyn = (a.syn.isValid() || b.syn.isValid()) && last.own.acknowledged == 0;
    if (oneSided)
        return onlySyn ? FindingId{} : last.report(FindingKind::OneSided);
    const bool reset = a.reset.isValid() || b.reset.isValid();
    const int fins = a.fin.isValid() + b.fin.isValid();
    return reset || fins == 2 ? FindingId{} : last.report(FindingKind::NeverClosed, {}, {}, fins == 1 ? 1 : 0);
}

} // namespace tcpladder
