// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finding/acknowledgment_rules.h"

#include <algorithm>

namespace tcpladder {

namespace {

/// The window in octets; nothing where the handshake is not in the capture, so that the scale is unknown (RFC 7323).
std::optional<std::uint64_t> windowOctets(const AnalysisStep& step, Side announcer, std::uint16_t window)
{
    const auto shift = step.facts.windowShift(announcer);
    return shift ? std::optional(std::uint64_t{window} << *shift) : std::nullopt;
}

/// Octets that the other side has received though the capture never saw them.
void applyUnseen(const AnalysisStep& step, StreamPosition acknowledged)
{
    StreamTrack& peer = step.peer;
    const StreamHole* pointedAt = peer.holes.empty() || acknowledged == 0 ? nullptr : peer.holeAt(acknowledged - 1);
    const StreamPosition reported = pointedAt ? pointedAt->from : 0;
    if (acknowledged > peer.next && acknowledged != peer.probeEnd) {
        step.report(FindingKind::AckOfUnseen, {wireNumber(acknowledged), wireNumber(peer.next)});
        peer.next = acknowledged;
    } else if (pointedAt) {
        step.report(
            FindingKind::AckOfUnseen, {wireNumber(acknowledged), wireNumber(pointedAt->from)}, pointedAt->behind);
    }
    peer.next = std::max(peer.next, acknowledged);
    if (peer.holes.empty())
        return;
    std::erase_if(peer.holes, [&](const StreamHole& hole) {
        const bool passed = hole.to <= acknowledged;
        if (passed && hole.from != reported)
            step.reportAt(
                hole.behind, FindingKind::SegmentNotCaptured, {wireNumber(hole.from), wireNumber(hole.to)}, step.id);
        return passed;
    });
}

/// Tells whether the segment carries a D-SACK (RFC 2883 section 4): a block below the acknowledgment, or inside the
/// second.
bool applySack(const AnalysisStep& step, StreamPosition acknowledged)
{
    const auto blocks = step.segment.options.sacks();
    if (blocks.empty())
        return false;
    const SackBlock first = blocks[0];
    const bool below = first.right <= step.segment.acknowledgment;
    const bool inside = blocks.size() > 1 && blocks[1].left <= first.left && first.right <= blocks[1].right;
    if (below || inside) {
        step.report(FindingKind::Dsack, {first.left.value, first.right.value});
        return true;
    }
    if (step.own.sacked != acknowledged)
        step.report(FindingKind::Sack, {first.left.value, first.right.value});
    step.own.sacked = acknowledged;
    return false;
}

/// What a bare ACK with an unchanged number is for (RFC 5681 section 2).
void applyRepeatedAck(const AnalysisStep& step, StreamPosition acknowledged, bool isDsack)
{
    StreamTrack& own = step.own;
    const std::uint16_t window = step.segment.window;
    if (own.isProbed && window == 0) {
        step.report(FindingKind::ZeroWindowProbeAck, {}, own.lastProbe);
    } else if (window == 0) {
        step.report(FindingKind::ZeroWindow, {wireNumber(acknowledged)});
    } else if (own.isKeptAlive && window == own.window) {
        step.report(FindingKind::KeepAliveAck, {}, own.lastProbe);
    } else if (own.isWindowKnown && window > own.window) {
        step.report(FindingKind::WindowUpdate,
            {windowOctets(step, step.sender, window).value_or(window),
                windowOctets(step, step.sender, own.window).value_or(own.window)});
    } else if (window == own.window && acknowledged < step.peer.next && !isDsack) {
        if (own.duplicateAcks < 255)
            ++own.duplicateAcks;
        step.report(FindingKind::DupAck, {wireNumber(acknowledged), own.duplicateAcks});
    }
}

} // namespace

void applyAcknowledgmentRules(const AnalysisStep& step, SequenceRole role)
{
    StreamTrack& own = step.own;
    if (!step.hasAck() || step.segment.has(TcpFlag::Rst) || !step.peer.isStarted)
        return;
    const StreamPosition acknowledged = step.acknowledged();
    applyUnseen(step, acknowledged);
    const bool isDsack = applySack(step, acknowledged);
    const bool repeats = own.hasAcknowledged && acknowledged == own.acknowledged;
    const bool hasWindow = step.segment.known.has(TcpField::Window) && !step.segment.has(TcpFlag::Syn);
    if (step.isBareAck() && repeats && hasWindow && role == SequenceRole::Nothing)
        applyRepeatedAck(step, acknowledged, isDsack);
    else if (hasWindow && step.segment.window == 0 && !step.segment.has(TcpFlag::Fin))
        step.report(FindingKind::ZeroWindow, {wireNumber(acknowledged)});
    if (!own.hasAcknowledged || acknowledged > own.acknowledged) {
        own.acknowledged = acknowledged;
        own.duplicateAcks = 0;
        own.hasAcknowledged = true;
    }
    if (hasWindow && acknowledged == own.acknowledged) {
        own.window = step.segment.window;
        own.isWindowKnown = true;
    }
    own.isProbed = own.isKeptAlive = false;
}

void applyWindowFullRule(const AnalysisStep& step, SequenceRole role)
{
    const StreamTrack& peer = step.peer;
    if (role != SequenceRole::New || step.segment.payloadLength == 0 || !peer.isWindowKnown || !peer.hasAcknowledged)
        return;
    const Side receiver = peerOf(step.sender);
    const auto window = windowOctets(step, receiver, peer.window);
    if (!window || *window == 0 || step.to > peer.acknowledged + *window)
        return;
    // A scaled window is announced in units, so that less than one unit may be left.
    const std::uint64_t unit = std::uint64_t{1} << step.facts.windowShift(receiver).value_or(0);
    if (peer.acknowledged + *window - step.to < unit)
        step.report(FindingKind::WindowFull, {*window});
}

} // namespace tcpladder
