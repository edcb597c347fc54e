// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finding/handshake_rules.h"

namespace tcpladder {

namespace {

void applyMidstreamRule(const AnalysisStep& step)
{
    const bool isFirst = step.states.firstSegment() == step.id;
    if (!isFirst || step.memory.midstream || step.segment.has(TcpFlag::Syn) || step.segment.has(TcpFlag::Rst))
        return;
    step.report(FindingKind::MidstreamStart);
    step.memory.midstream = true;
}

void applySimultaneousOpenRule(const AnalysisStep& step)
{
    const bool bothAsk
        = step.states.evidence(step.sender).syn.isValid() && step.states.evidence(peerOf(step.sender)).syn.isValid();
    if (!bothAsk || step.memory.simultaneousOpen)
        return;
    step.report(FindingKind::SimultaneousOpen, {}, step.states.evidence(peerOf(step.sender)).syn);
    step.memory.simultaneousOpen = true;
}

/// RFC 7413: data in the SYN, or the request for a cookie.
void applyFastOpenRule(const AnalysisStep& step)
{
    if (step.memory.fastOpen || step.segment.has(TcpFlag::Ack))
        return;
    const bool asksForCookie = step.segment.options.fastOpenCookieLength == std::uint8_t{0};
    if (step.segment.payloadLength == 0 && !step.segment.options.fastOpenCookieLength)
        return;
    step.report(FindingKind::FastOpen, {step.segment.payloadLength}, {}, asksForCookie ? 1 : 0);
    step.memory.fastOpen = true;
}

} // namespace

void applyHandshakeRules(const AnalysisStep& step)
{
    applyMidstreamRule(step);
    if (!step.segment.has(TcpFlag::Syn))
        return;
    applySimultaneousOpenRule(step);
    applyFastOpenRule(step);
}

} // namespace tcpladder
