// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finding/acknowledgment_rules.h"

#include <algorithm>
#include <utility>

namespace tcpladder {

namespace {

/// The last announced window in octets; nothing where the handshake is not in the capture, so that the scale is unknown
/// (RFC 7323).
std::optional<std::uint64_t> windowOctets(
    const ConnectionFacts& facts, Side announcer, std::uint16_t window, bool isOfSyn)
{
    const auto shift = isOfSyn ? std::optional<std::uint8_t>{0} : facts.windowShift(announcer);
    return shift ? std::optional(std::uint64_t{window} << *shift) : std::nullopt;
}

/// The octets were seen, in a segment that a receiver should drop: its acknowledgment says that they came all the same.
bool isDamaged(const StreamTrack& peer, StreamPosition from, StreamPosition to)
{
    return peer.damaged.isValid() && from < peer.damagedTo && peer.damagedFrom < to;
}

void reportUnseen(const AnalysisStep& step, StreamPosition acknowledged, StreamPosition known, SegmentId behind)
{
    if (isDamaged(step.peer, known, acknowledged))
        step.report(FindingKind::AckOfUnseen, {wireNumber(acknowledged), wireNumber(known)}, step.peer.damaged, 1);
    else
        step.report(FindingKind::AckOfUnseen, {wireNumber(acknowledged), wireNumber(known)}, behind);
}

void reportNotCaptured(const AnalysisStep& step, const StreamHole& hole)
{
    if (isDamaged(step.peer, hole.from, hole.to))
        reportUnseen(step, hole.to, hole.from, {});
    else
        step.reportAt(
            hole.behind, FindingKind::SegmentNotCaptured, {wireNumber(hole.from), wireNumber(hole.to)}, step.id);
}

/// Octets that the other side has received though the capture never saw them.
void applyUnseen(const AnalysisStep& step, StreamPosition acknowledged)
{
    StreamTrack& peer = step.peer;
    const StreamHole* pointedAt = peer.holes.empty() ? nullptr : peer.holeAt(acknowledged - 1);
    if (pointedAt && pointedAt->isBeforeCapture())
        pointedAt = nullptr;
    const StreamPosition reported = pointedAt ? pointedAt->from : 0;
    if (acknowledged > peer.next && acknowledged != peer.probeEnd) {
        peer.missingOctets += acknowledged - peer.next;
        reportUnseen(step, acknowledged, peer.next, {});
    } else if (pointedAt) {
        reportUnseen(step, acknowledged, pointedAt->from, pointedAt->behind);
    }
    peer.next = std::max(peer.next, acknowledged);
    if (peer.holes.empty())
        return;
    std::erase_if(peer.holes, [&](const StreamHole& hole) {
        const bool passed = hole.to <= acknowledged && !hole.isBeforeCapture();
        if (passed)
            peer.missingOctets += hole.to - hole.from;
        if (passed && hole.from != reported)
            reportNotCaptured(step, hole);
        return passed;
    });
}

enum class SackNews : std::uint8_t { None, Duplicate, Block };

/// A D-SACK is a block below the acknowledgment, or inside the second (RFC 2883 section 4).
SackNews applySack(const AnalysisStep& step, StreamPosition acknowledged)
{
    const auto blocks = step.segment.options.sacks();
    if (blocks.empty())
        return SackNews::None;
    const SackBlock first = blocks[0];
    const bool below = first.right <= step.segment.acknowledgment;
    const bool inside = blocks.size() > 1 && blocks[1].left <= first.left && first.right <= blocks[1].right;
    if (below || inside) {
        step.report(FindingKind::Dsack, {first.left.value, first.right.value, step.segment.acknowledgment.value});
        return SackNews::Duplicate;
    }
    if (step.own.sacked != acknowledged)
        step.report(FindingKind::Sack, {first.left.value, first.right.value, step.segment.acknowledgment.value});
    step.own.sacked = acknowledged;
    return SackNews::Block;
}

void reportDuplicate(const AnalysisStep& step, StreamPosition acknowledged, std::uint8_t variant)
{
    if (step.own.duplicateAcks < 255)
        ++step.own.duplicateAcks;
    step.report(FindingKind::DupAck, {wireNumber(acknowledged), step.own.duplicateAcks, wireNumber(step.peer.next)}, {},
        variant);
}

/// What a bare ACK with an unchanged number is for (RFC 5681 section 2; with a new SACK block RFC 6675 section 2, where
/// the window may change).
void applyRepeatedAck(const AnalysisStep& step, StreamPosition acknowledged, SackNews sack)
{
    const StreamTrack& own = step.own;
    const std::uint16_t window = step.segment.window;
    const auto octets = windowOctets(step.facts, step.sender, window, false);
    const auto before = windowOctets(step.facts, step.sender, own.window, own.isWindowOfSyn);
    const bool sameWindow = own.isWindowKnown && (octets ? octets == before : window == own.window);
    const bool wider = own.isWindowKnown && (octets ? *octets > before.value_or(0) : window > own.window);
    if (own.isProbed && window == 0)
        step.report(FindingKind::ZeroWindowProbeAck, {wireNumber(acknowledged)}, own.lastProbe);
    else if (window == 0)
        step.report(FindingKind::ZeroWindow, {wireNumber(acknowledged)});
    else if (own.isKeptAlive && sameWindow)
        step.report(FindingKind::KeepAliveAck, {wireNumber(acknowledged)}, own.lastProbe);
    else if (sack == SackNews::Block)
        reportDuplicate(step, acknowledged, 1);
    else if (wider)
        step.report(FindingKind::WindowUpdate,
            {octets.value_or(window), before.value_or(own.window), wireNumber(acknowledged)}, {}, octets ? 0 : 1);
    else if (sameWindow && acknowledged < step.peer.next && sack != SackNews::Duplicate)
        reportDuplicate(step, acknowledged, 0);
}

/// How octets sent up to a position fill the receiver's window; nothing where that window is not known.
struct WindowUse
{
    std::uint64_t window = 0; ///< octets, as the receiver announced it last
    std::int64_t left = 0;    ///< octets; below 0 where more was sent
    /// Less is left than one unit of the scale, in which windows are announced; up to one more may be remembered (RFC
    /// 7323 section 2.4). SteadyExchange asks the same.
    bool isFull = false;
};

WindowUse windowUse(const ConnectionFacts& facts, Side receiver, const StreamTrack& track, StreamPosition to)
{
    const auto window = windowOctets(facts, receiver, track.window, track.isWindowOfSyn);
    if (!track.isWindowKnown || !track.hasAcknowledged || !window || *window == 0)
        return {};
    const auto unit = std::int64_t{1} << facts.windowShift(receiver).value_or(0);
    const auto left = static_cast<std::int64_t>(track.acknowledged + *window - to);
    return {*window, left, left < unit && left > -unit};
}

void noteWindow(const AnalysisStep& step)
{
    step.own.window = step.segment.window;
    step.own.isWindowKnown = true;
    step.own.isWindowOfSyn = step.segment.has(TcpFlag::Syn);
}

} // namespace

void applyAcknowledgmentRules(const AnalysisStep& step, SequenceRole role)
{
    StreamTrack& own = step.own;
    if (!step.hasAck() || step.segment.has(TcpFlag::Rst))
        return;
    const StreamPosition acknowledged = step.acknowledged();
    if (step.peer.isStarted)
        applyUnseen(step, acknowledged);
    step.peer.next = std::max(step.peer.next, acknowledged);
    const SackNews sack = applySack(step, acknowledged);
    const bool repeats = own.hasAcknowledged && acknowledged == own.acknowledged;
    const bool knowsWindow = step.segment.known.has(TcpField::Window);
    const bool hasWindow = knowsWindow && !step.segment.has(TcpFlag::Syn);
    if (step.isBareAck() && repeats && hasWindow && role == SequenceRole::Nothing)
        applyRepeatedAck(step, acknowledged, sack);
    else if (hasWindow && step.segment.window == 0 && !step.segment.has(TcpFlag::Fin))
        step.report(FindingKind::ZeroWindow, {wireNumber(acknowledged)});
    if (!own.hasAcknowledged || acknowledged > own.acknowledged) {
        own.acknowledged = acknowledged;
        own.duplicateAcks = 0;
        own.hasAcknowledged = true;
    }
    if (knowsWindow && acknowledged == own.acknowledged)
        noteWindow(step);
    step.memory.windowFull[indexOf(peerOf(step.sender))] = {};
    own.isProbed = own.isKeptAlive = false;
}

/// If the sender uses what is left, the window was not full before.
void applyWindowFullRule(const AnalysisStep& step, SequenceRole role)
{
    const StreamTrack& peer = step.peer;
    if (role != SequenceRole::New || step.segment.payloadLength == 0 || !peer.isWindowKnown || !peer.hasAcknowledged)
        return;
    FindingId& last = step.memory.windowFull[indexOf(step.sender)];
    if (last.isValid())
        step.sink.withdraw(std::exchange(last, {}));
    const WindowUse use = windowUse(step.facts, peerOf(step.sender), peer, step.to);
    if (!use.isFull)
        return;
    const FindingId full
        = step.report(FindingKind::WindowFull, {use.window, wireNumber(peer.acknowledged), wireNumber(step.to)});
    if (use.left > 0)
        last = full;
}

} // namespace tcpladder
