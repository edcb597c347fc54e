// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finding/handshake_rules.h"

#include <utility>

namespace tcpladder {

namespace {

void applyMidstreamRule(const AnalysisStep& step)
{
    const bool isFirst = step.states.firstSegment() == step.id;
    if (!isFirst || step.memory.midstream || step.segment.has(TcpFlag::Syn) || step.segment.has(TcpFlag::Rst))
        return;
    step.report(FindingKind::MidstreamStart, {step.segment.sequence.value, step.segment.acknowledgment.value}, {},
        step.hasAck() ? 0 : 1);
    step.memory.midstream = true;
}

void applySimultaneousOpenRule(const AnalysisStep& step)
{
    const bool bothAsk
        = step.states.evidence(step.sender).syn.isValid() && step.states.evidence(peerOf(step.sender)).syn.isValid();
    if (!bothAsk || step.memory.simultaneousOpen)
        return;
    const EndpointEvidence& own = step.states.evidence(step.sender);
    const EndpointEvidence& peer = step.states.evidence(peerOf(step.sender));
    step.report(FindingKind::SimultaneousOpen, {own.initial.value, peer.initial.value}, peer.syn);
    step.memory.simultaneousOpen = true;
}

/// RFC 7413: data in the SYN, or the request for a cookie.
void applyFastOpenRule(const AnalysisStep& step)
{
    const auto& cookie = step.segment.options.fastOpenCookieLength;
    if (step.memory.fastOpen || (step.segment.payloadLength == 0 && !cookie))
        return;
    const bool asksForCookie = cookie == std::uint8_t{0};
    step.report(FindingKind::FastOpen, {step.segment.payloadLength, cookie.value_or(0)}, {},
        std::to_underlying(asksForCookie ? FastOpenVariant::AsksForCookie : FastOpenVariant::Data));
    step.memory.fastOpen = true;
}

/// What became of it: the data are taken or not, or there is a cookie for the next time.
void applyFastOpenAnswerRule(const AnalysisStep& step)
{
    const EndpointEvidence& client = step.states.evidence(peerOf(step.sender));
    if (!step.memory.fastOpen || step.memory.fastOpenAnswer || !client.syn.isValid() || !step.hasAck())
        return;
    step.memory.fastOpenAnswer = true;
    const SequenceNumber behindSyn = client.initial + 1;
    const auto& cookie = step.segment.options.fastOpenCookieLength;
    FastOpenVariant variant = FastOpenVariant::DataTaken;
    if (client.next == behindSyn && !cookie)
        return;
    if (client.next == behindSyn)
        variant = FastOpenVariant::CookieGranted;
    else if (step.segment.acknowledgment <= behindSyn)
        variant = FastOpenVariant::DataRefused;
    step.report(FindingKind::FastOpen, {step.segment.acknowledgment.value, cookie.value_or(0), client.next.value},
        client.syn, std::to_underlying(variant));
}

/// RFC 9293 section 3.5.1: who has a connection answers a SYN with the numbers of that one, not with SYN,ACK; the
/// sender of the SYN has to answer RST (3.10.7.3 first).
void applyHalfOpenRule(const AnalysisStep& step)
{
    const EndpointEvidence& own = step.states.evidence(step.sender);
    const EndpointEvidence& opener = step.states.evidence(peerOf(step.sender));
    const bool answersSyn = step.isBareAck() && own.first == step.id && opener.syn.isValid()
        && !opener.synAcked.isProven() && step.segment.acknowledgment != opener.initial + 1;
    if (!answersSyn || step.memory.halfOpen)
        return;
    step.memory.halfOpen = true;
    step.report(FindingKind::HalfOpen, {step.segment.acknowledgment.value, (opener.initial + 1).value}, opener.syn, 1);
}

} // namespace

void applyHandshakeRules(const AnalysisStep& step)
{
    applyMidstreamRule(step);
    applyHalfOpenRule(step);
    if (!step.segment.has(TcpFlag::Syn))
        return;
    applySimultaneousOpenRule(step);
    if (step.segment.has(TcpFlag::Ack))
        applyFastOpenAnswerRule(step);
    else
        applyFastOpenRule(step);
}

} // namespace tcpladder
