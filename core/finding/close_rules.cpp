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
    if (reported || !step.hasAck() || step.segment.has(TcpFlag::Rst) || step.segment.has(TcpFlag::Syn)
        || step.segment.acknowledgment + 1 != peer.finEnd)
        return;
    step.report(FindingKind::AckDoesNotCoverFin, {step.segment.acknowledgment.value, peer.finEnd.value}, peer.fin);
    reported = true;
}

/// Data that was sent with the peer's FIN in hand; whether the closer still takes it, its ACK will show.
void noteDataBehindFin(const AnalysisStep& step, const EndpointEvidence& peer, SequenceRole role)
{
    SegmentId& first = step.memory.sentBehindFin[indexOf(step.sender)];
    const bool isBehind = step.hasAck() && step.segment.acknowledgment >= peer.finEnd;
    if (first.isValid() || !isBehind || role != SequenceRole::New || step.segment.payloadLength == 0)
        return;
    first = step.id;
    step.memory.sentBehindFinFrom[indexOf(step.sender)] = step.from;
}

/// The closer acknowledges what the peer sent behind its FIN: it reads on (RFC 9293 section 3.6.1). One that has closed
/// for good answers with RST instead.
void applyHalfCloseRule(const AnalysisStep& step, const EndpointEvidence& own)
{
    bool& reported = step.memory.halfClose[indexOf(step.sender)];
    const std::size_t peer = indexOf(peerOf(step.sender));
    const SegmentId data = step.memory.sentBehindFin[peer];
    const StreamPosition from = step.memory.sentBehindFinFrom[peer];
    if (reported || !data.isValid() || step.segment.has(TcpFlag::Rst) || step.acknowledged() <= from)
        return;
    step.reportAt(own.fin, FindingKind::HalfClose, {own.finEnd.value, wireNumber(from)}, data);
    reported = true;
}

} // namespace

void applyCloseRules(const AnalysisStep& step, SequenceRole role)
{
    const EndpointEvidence& own = step.states.evidence(step.sender);
    const EndpointEvidence& peer = step.states.evidence(peerOf(step.sender));
    if (step.segment.has(TcpFlag::Fin))
        applyCloseStyleRule(step, own, peer);
    if (own.fin.isValid())
        applyHalfCloseRule(step, own);
    if (!peer.fin.isValid())
        return;
    applyShortAckRule(step, peer);
    noteDataBehindFin(step, peer, role);
}

namespace {

/// Which sentence of NeverClosed says how the connection stands.
enum class Unclosed : std::uint8_t { NoFin, OneFin, RepeatsInVain, SynInVain };

FindingId reportUnclosed(const AnalysisStep& last, Unclosed how)
{
    return last.report(FindingKind::NeverClosed, {last.own.vainRepeats}, {}, static_cast<std::uint8_t>(how));
}

constexpr std::uint8_t retransmissionsThatWorry = 3;         // R1 of RFC 9293 section 3.8.3
constexpr Duration timeToGiveUp = std::chrono::seconds(100); // R2, at the least

/// It has repeated long enough for a host to give up, by number or by time. last.segment has the capture's end.
bool mayHaveTimedOut(const AnalysisStep& last)
{
    const auto silence = timeBetween(last.own.lastTime, last.segment.time);
    return last.own.vainRepeats >= retransmissionsThatWorry
        || (last.own.vainRepeats > 0 && silence && *silence >= timeToGiveUp);
}

/// A host that gives up sends nothing (RFC 9293 section 3.10.8): repeating until the capture ends is all there is to
/// see.
FindingId reportEnd(const AnalysisStep& last)
{
    const EndpointEvidence& a = last.states.evidence(Side::A);
    const EndpointEvidence& b = last.states.evidence(Side::B);
    const bool oneSided = a.first.isValid() != b.first.isValid();
    const bool onlySyn = (a.syn.isValid() || b.syn.isValid()) && last.own.acknowledged == 0;
    if (oneSided && onlySyn)
        return last.own.vainRepeats > 0 ? reportUnclosed(last, Unclosed::SynInVain) : FindingId{};
    if (oneSided)
        return last.report(FindingKind::OneSided);
    if (a.reset.isValid() || b.reset.isValid())
        return {};
    if (mayHaveTimedOut(last))
        return reportUnclosed(last, Unclosed::RepeatsInVain);
    const int fins = a.fin.isValid() + b.fin.isValid();
    return fins == 2 ? FindingId{} : reportUnclosed(last, fins == 1 ? Unclosed::OneFin : Unclosed::NoFin);
}

} // namespace

std::vector<FindingId> applyEndRules(const AnalysisStep& last)
{
    std::vector<FindingId> findings;
    if (const FindingId end = reportEnd(last); end.isValid())
        findings.push_back(end);
    for (const StreamTrack* track : {&last.own, &last.peer})
        for (const StreamHole& hole : track->holes)
            if (!hole.isBeforeCapture())
                findings.push_back(last.reportAt(
                    hole.behind, FindingKind::SegmentNotCaptured, {wireNumber(hole.from), wireNumber(hole.to)}, {}, 1));
    return findings;
}

} // namespace tcpladder
