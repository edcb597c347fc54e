// SPDX-License-Identifier: GPL-3.0-or-later
// The many segments in the middle of a connection, about which there is nothing to say.
//
// The rules ask of every segment whether it is anything special. Nearly all go on just where their sender stopped, with
// an acknowledgment of something that was sent and not acknowledged before, in a connection where nothing is open: no
// hole, no probe, no FIN. One look here says that no rule would answer, so that only the numbers have to be moved. What
// is the least bit different goes the whole way; so the results are those of the rules alone.
#include "core/analysis/steady_exchange.h"

#include "core/state/inference_step.h"

#include <cstdlib>

namespace tcpladder {

namespace {

constexpr std::uint8_t congestionExperienced = 3; // RFC 3168 section 5
constexpr std::uint16_t noLimit = 0xffff;

SequenceNumber numberAt(StreamPosition position)
{
    return {static_cast<std::uint32_t>(position)};
}

// What the two kinds of segments say in different words.

/// Whether there is nothing about it that is out of the ordinary whatever came before.
bool isPlainData(const Segment& segment, bool mayBePartial)
{
    constexpr TcpFlags pushed = TcpFlag::Ack | TcpFlag::Psh;
    if (segment.flags.with(TcpFlag::Psh) != pushed || !segment.known.isComplete() || segment.hasMalformedHeader
        || segment.options.malformed || segment.options.sackBlockCount > 0)
        return false;
    return segment.checksumStatus != ChecksumStatus::Bad
        && (segment.checksumStatus != ChecksumStatus::Partial || mayBePartial)
        && (segment.trafficClass & congestionExperienced) != congestionExperienced;
}
bool isPlainData(const PlainSegment& segment, bool mayBePartial)
{
    const unsigned allowed = mayBePartial ? PlainSegment::PartialChecksum : 0;
    return (segment.oddities & ~allowed) == 0;
}

TcpFlags flagsOf(const Segment& segment)
{
    return segment.flags;
}
TcpFlags flagsOf(const PlainSegment& segment)
{
    return segment.flags();
}

std::uint32_t payloadLengthOf(const Segment& segment)
{
    return segment.payloadLength;
}
std::uint32_t payloadLengthOf(const PlainSegment& segment)
{
    return segment.shorts.payloadLength;
}

std::uint16_t windowOf(const Segment& segment)
{
    return segment.window;
}
std::uint16_t windowOf(const PlainSegment& segment)
{
    return segment.shorts.window;
}

const TcpTimestamps* timestampsOf(const Segment& segment)
{
    const auto& timestamps = segment.options.timestamps;
    return timestamps ? &*timestamps : nullptr;
}
const TcpTimestamps* timestampsOf(const PlainSegment& segment)
{
    return segment.hasTimestamps() ? &segment.timestamps : nullptr;
}

InterfaceId interfaceOf(const Segment& segment)
{
    return segment.interface;
}
InterfaceId interfaceOf(const PlainSegment& segment)
{
    return InterfaceId(std::size_t{segment.interface});
}

} // namespace

/// Track and evidence agree wherever one number stands here for both.
bool SteadyExchange::isTold(const StreamTrack& track, const EndpointEvidence& evidence)
{
    const TwinWatch::Seen& last = track.twins.last();
    const bool isSameLast = last.id == track.lastSegment && last.time == track.lastTime
        && last.sequence == numberAt(track.next - last.payloadLength)
        && last.acknowledgment == numberAt(track.acknowledged) && track.lastCarriedData == (last.payloadLength > 0);
    return isSameLast && evidence.hasNext && evidence.next == numberAt(track.next) && evidence.hasAcknowledged
        && evidence.acknowledged == numberAt(track.acknowledged) && evidence.hasLatestEcho == track.hasEcho
        && evidence.latestEcho == track.echo && evidence.latestIdentification == last.identification
        && !track.isWindowOfSyn && !track.isProbed && !track.isKeptAlive && track.vainRepeats == 0;
}

SteadyExchange::SideState SteadyExchange::stateOf(const StreamTrack& track, const EndpointEvidence& evidence)
{
    const TwinWatch::Seen& last = track.twins.last();
    SideState state;
    state.next = track.next;
    state.acknowledged = track.acknowledged;
    state.time = last.time;
    state.segment = last.id;
    state.interface = last.interface;
    state.payloadLength = last.payloadLength;
    state.timestamp = evidence.latestTimestamp;
    state.echo = track.echo;
    state.identification = last.identification;
    state.checksum = last.checksum;
    state.flags = last.flags;
    state.window = track.window;
    state.timeToLive = last.timeToLive;
    state.duplicateAcks = track.duplicateAcks;
    state.hasTimestamp = evidence.hasLatestTimestamp;
    state.hasEcho = track.hasEcho;
    state.countsPackets = evidence.countsPackets;
    state.numbersPackets = evidence.numbersPackets;
    state.sendsGoodChecksums = evidence.sendsGoodChecksums;
    return state;
}

void SteadyExchange::begin(const std::array<StreamTrack, 2>& tracks, const StateInference& states,
    const ConnectionFacts& facts, const std::array<Allowance, 2>& allowances)
{
    for (const Side side : {Side::A, Side::B})
        if (!isTold(tracks[indexOf(side)], states.evidence(side)))
            return;
    for (const Side side : {Side::A, Side::B}) {
        SideState& state = m_sides[indexOf(side)];
        state = stateOf(tracks[indexOf(side)], states.evidence(side));
        const auto shift = facts.windowShift(side);
        state.windowShift = shift.value_or(0);
        state.isScaleKnown = shift.has_value();
        const Allowance& allowance = allowances[indexOf(side)];
        state.mayBePartial = allowance.partialChecksums;
        state.largestPayload
            = allowance.oversized ? noLimit : facts.maximumSegmentSize[indexOf(peerOf(side))].value_or(noLimit);
    }
}

template <class AnySegment>
bool SteadyExchange::take(const AnySegment& segment, SegmentId id, Side sender)
{
    SideState& own = m_sides[indexOf(sender)];
    const SideState& peer = m_sides[indexOf(peerOf(sender))];
    if (!isOrdinary(segment, own, peer) || !goesOn(segment, own, peer))
        return false;
    const StreamPosition acknowledged = positionNear(peer.next, segment.acknowledgment);
    if (acknowledged > own.acknowledged)
        own.duplicateAcks = 0;
    own.acknowledged = acknowledged;
    note(segment, id, own);
    return true;
}

/// Whether it carries data or an acknowledgment and nothing else, and is not damaged, old, or a copy that came late.
template <class AnySegment>
bool SteadyExchange::isOrdinary(const AnySegment& segment, const SideState& own, const SideState& peer)
{
    if (!isPlainData(segment, own.mayBePartial))
        return false;
    if (own.numbersPackets && segment.ipIdentification != 0 && segment.ipIdentification == own.identification)
        return false;
    const TcpTimestamps* const stamps = timestampsOf(segment);
    return !stamps
        || ((!own.hasTimestamp || isAtLeast(stamps->value, own.timestamp))
            && (!peer.hasEcho || isAtLeast(stamps->value, peer.echo)));
}

/// Whether it begins where its sender stopped, says something new that can be, and leaves room in the window. No packet
/// that is captured twice does: the last one was taken already.
template <class AnySegment>
bool SteadyExchange::goesOn(const AnySegment& segment, const SideState& own, const SideState& peer)
{
    const StreamPosition acknowledged = positionNear(peer.next, segment.acknowledgment);
    const std::uint32_t payloadLength = payloadLengthOf(segment);
    const bool hasData = payloadLength > 0;
    if (segment.sequence != numberAt(own.next) || acknowledged > peer.next || acknowledged < own.acknowledged
        || (acknowledged == own.acknowledged && !hasData))
        return false;
    if (windowOf(segment) == 0 || peer.window == 0)
        return false;
    return !hasData || (payloadLength <= own.largestPayload && !fillsWindow(own.next + payloadLength, peer));
}

/// Less is left than one unit of the scale, as where the rules say that a window is full.
bool SteadyExchange::fillsWindow(StreamPosition to, const SideState& receiver)
{
    const auto window = StreamPosition{receiver.window} << receiver.windowShift;
    const auto left = static_cast<std::int64_t>(receiver.acknowledged + window - to);
    return receiver.isScaleKnown && std::abs(left) >> receiver.windowShift == 0;
}

template <class AnySegment>
void SteadyExchange::note(const AnySegment& segment, SegmentId id, SideState& own)
{
    own.next += payloadLengthOf(segment);
    own.time = segment.time;
    own.segment = id;
    own.interface = interfaceOf(segment);
    own.payloadLength = payloadLengthOf(segment);
    if (!own.numbersPackets && segment.ipIdentification != 0) {
        own.countsPackets = true;
        own.numbersPackets = own.identification != 0 && segment.ipIdentification != own.identification;
    }
    own.identification = segment.ipIdentification;
    own.checksum = segment.checksum;
    own.flags = flagsOf(segment);
    own.window = windowOf(segment);
    own.timeToLive = segment.timeToLive;
    own.sendsGoodChecksums |= segment.checksumStatus == ChecksumStatus::Good;
    if (const TcpTimestamps* const stamps = timestampsOf(segment)) {
        own.timestamp = stamps->value;
        own.hasTimestamp = true;
        if (!own.hasEcho || !isAtLeast(own.echo, stamps->echoReply))
            own.echo = stamps->echoReply;
        own.hasEcho = true;
    }
}

template bool SteadyExchange::take(const Segment&, SegmentId, Side);
template bool SteadyExchange::take(const PlainSegment&, SegmentId, Side);

void SteadyExchange::end(std::array<StreamTrack, 2>& tracks, StateInference& states)
{
    for (const Side side : {Side::A, Side::B}) {
        SideState& state = m_sides[indexOf(side)];
        StreamTrack& track = tracks[indexOf(side)];
        track.next = state.next;
        track.acknowledged = state.acknowledged;
        track.lastTime = state.time;
        track.lastSegment = state.segment;
        track.lastCarriedData = state.payloadLength > 0;
        track.echo = state.echo;
        track.hasEcho = state.hasEcho;
        track.window = state.window;
        track.duplicateAcks = state.duplicateAcks;
        track.twins.setLast({.time = state.time,
            .id = state.segment,
            .interface = state.interface,
            .sequence = numberAt(state.next - state.payloadLength),
            .acknowledgment = numberAt(state.acknowledged),
            .payloadLength = state.payloadLength,
            .identification = state.identification,
            .checksum = state.checksum,
            .flags = state.flags,
            .timeToLive = state.timeToLive});
        states.setNumbers(side,
            {.next = numberAt(state.next),
                .acknowledged = numberAt(state.acknowledged),
                .latestTimestamp = state.timestamp,
                .latestEcho = state.echo,
                .latestIdentification = state.identification,
                .hasNext = true,
                .hasAcknowledged = true,
                .hasLatestTimestamp = state.hasTimestamp,
                .hasLatestEcho = state.hasEcho,
                .countsPackets = state.countsPackets,
                .numbersPackets = state.numbersPackets,
                .sendsGoodChecksums = state.sendsGoodChecksums});
        state.next = 0;
    }
}

} // namespace tcpladder
