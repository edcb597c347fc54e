// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finding/packet_rules.h"

namespace tcpladder {

namespace {

void applyChecksumRule(const AnalysisStep& step)
{
    if (step.segment.checksumStatus == ChecksumStatus::Bad)
        step.report(FindingKind::ChecksumWrong, {step.segment.checksum}, {},
            step.states.isDropped(step.segment, step.sender) ? 0 : 1);
    bool& reported = step.memory.checksumPartial[indexOf(step.sender)];
    if (step.segment.checksumStatus == ChecksumStatus::Partial && !reported) {
        step.report(FindingKind::ChecksumPartial, {step.segment.checksum});
        reported = true;
    }
}

/// With the checksum unfinished it is on its way to the sender's card, which will cut it; else the receiver's card may
/// have joined it.
void applySizeRule(const AnalysisStep& step)
{
    const auto& limit = step.facts.maximumSegmentSize[indexOf(peerOf(step.sender))];
    bool& reported = step.memory.oversized[indexOf(step.sender)];
    if (reported || !limit || step.segment.payloadLength <= *limit)
        return;
    const bool isUnfinished = step.segment.checksumStatus == ChecksumStatus::Partial;
    step.report(FindingKind::OversizedSegment, {step.segment.payloadLength, *limit}, {}, isUnfinished ? 0 : 1);
    reported = true;
}

bool isOlder(std::uint32_t one, std::uint32_t other)
{
    return static_cast<std::int32_t>(one - other) < 0;
}

/// RFC 7323 section 5.3: an older timestamp than the last one that came in order is that of a lost old packet. Which
/// one the receiver has, its echo tells.
void applyPawsRule(const AnalysisStep& step)
{
    const auto& stamps = step.segment.options.timestamps;
    const bool isSubject
        = !step.segment.has(TcpFlag::Syn) && !step.segment.has(TcpFlag::Rst) && step.segment.sequenceLength() > 0;
    if (!stamps || !isSubject || !step.peer.hasEcho)
        return;
    const EndpointEvidence& own = step.states.evidence(step.sender);
    const bool isEchoOfOurs = own.hasLatestTimestamp && !isOlder(own.latestTimestamp, step.peer.echo);
    if (isEchoOfOurs && isOlder(stamps->value, step.peer.echo))
        step.report(FindingKind::Paws, {stamps->value, step.peer.echo}, step.peer.lastSegment);
}

} // namespace

void applyPacketRules(const AnalysisStep& step)
{
    applyChecksumRule(step);
    applySizeRule(step);
    applyPawsRule(step);
    if (step.segment.options.malformed)
        step.report(FindingKind::BadOption, {step.segment.headerLength});
}

} // namespace tcpladder
