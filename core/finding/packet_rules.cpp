// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finding/packet_rules.h"

namespace tcpladder {

namespace {

/// A bridge or a second interface is that fast, a network that doubles packets is not.
constexpr Duration betweenTwoTaps = std::chrono::microseconds(100);

void applyChecksumRule(const AnalysisStep& step)
{
    if (step.segment.checksumStatus == ChecksumStatus::Bad)
        step.report(FindingKind::ChecksumWrong, {step.segment.checksum});
    bool& reported = step.memory.checksumPartial[indexOf(step.sender)];
    if (step.segment.checksumStatus == ChecksumStatus::Partial && !reported) {
        step.report(FindingKind::ChecksumPartial, {step.segment.checksum});
        reported = true;
    }
}

void applySizeRule(const AnalysisStep& step)
{
    const auto& limit = step.facts.maximumSegmentSize[indexOf(peerOf(step.sender))];
    bool& reported = step.memory.oversized[indexOf(step.sender)];
    if (reported || !limit || step.segment.payloadLength <= *limit)
        return;
    step.report(FindingKind::OversizedSegment, {step.segment.payloadLength, *limit});
    reported = true;
}

/// The SYN asks, the SYN,ACK grants (RFC 3168 section 6.1.1, RFC 9768 section 3.1).
void applyEcnRule(const AnalysisStep& step)
{
    const Segment& segment = step.segment;
    if (!segment.has(TcpFlag::Syn) || step.memory.ecn)
        return;
    const bool asksAccurate = segment.has(TcpFlag::Ae) && segment.has(TcpFlag::Cwr) && segment.has(TcpFlag::Ece);
    if (!segment.has(TcpFlag::Ack) && asksAccurate)
        step.report(FindingKind::AccEcn);
    const bool grants = segment.has(TcpFlag::Ack) && segment.has(TcpFlag::Ece) && !segment.has(TcpFlag::Cwr);
    if (grants)
        step.report(FindingKind::Ecn);
    step.memory.ecn = grants || asksAccurate;
}

} // namespace

bool isCapturedTwice(const Segment& segment, const StreamTrack& own)
{
    return own.lastSegment.isValid() && segment.ipIdentification != 0
        && segment.ipIdentification == own.lastIdentification && segment.checksum == own.lastChecksum
        && segment.sequence == own.lastSequence
        && (segment.timeToLive != own.lastTimeToLive || segment.interface != own.lastInterface
            || timeBetween(own.lastTime, segment.time).value_or(Duration::zero()) < betweenTwoTaps);
}

void applyPacketRules(const AnalysisStep& step)
{
    applyChecksumRule(step);
    applySizeRule(step);
    applyEcnRule(step);
    if (step.segment.options.malformed)
        step.report(FindingKind::BadOption);
}

} // namespace tcpladder
