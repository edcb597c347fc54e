// SPDX-License-Identifier: GPL-3.0-or-later
// The many segments in the middle of a connection, about which there is nothing to say.
//
// The rules ask of every segment whether it is anything special. Nearly all go on just where their sender stopped, with
// an acknowledgment of something that was sent and not acknowledged before, in a connection where nothing is open: no
// hole, no probe, no FIN. One look here says that no rule would answer, so that only the numbers have to be moved. What
// is the least bit different goes the whole way; so the results are those of the rules alone.
#include "core/analysis/steady_exchange.h"

#include "core/state/inference_step.h"

namespace tcpladder {

namespace {

constexpr std::uint8_t congestionExperienced = 3; // RFC 3168 section 5
constexpr std::uint16_t noLimit = 0xffff;

SequenceNumber numberAt(StreamPosition position)
{
    return {static_cast<std::uint32_t>(position)};
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

bool SteadyExchange::take(const Segment& segment, SegmentId id, Side sender)
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
bool SteadyExchange::isOrdinary(const Segment& segment, const SideState& own, const SideState& peer)
{
    constexpr TcpFlags pushed = TcpFlag::Ack | TcpFlag::Psh;
    if (segment.flags.with(TcpFlag::Psh) != pushed || !segment.known.isComplete() || segment.hasMalformedHeader
        || segment.options.malformed || segment.options.sackBlockCount > 0)
        return false;
    if (segment.checksumStatus == ChecksumStatus::Bad
        || (segment.checksumStatus == ChecksumStatus::Partial && !own.mayBePartial)
        || (segment.trafficClass & congestionExperienced) == congestionExperienced)
        return false;
    if (own.numbersPackets && segment.ipIdentification != 0 && segment.ipIdentification == own.identification)
        return false;
    const auto& stamps = segment.options.timestamps;
    return !stamps
        || ((!own.hasTimestamp || isAtLeast(stamps->value, own.timestamp))
            && (!peer.hasEcho || isAtLeast(stamps->value, peer.echo)));
}

/// Whether it begins where its sender stopped, says something new that can be, and leaves room in the window. No packet
/// that is captured twice does: the last one was taken already.
bool SteadyExchange::goesOn(const Segment& segment, const SideState& own, const SideState& peer)
{
    const StreamPosition acknowledged = positionNear(peer.next, segment.acknowledgment);
    const bool hasData = segment.payloadLength > 0;
    if (segment.sequence != numberAt(own.next) || acknowledged > peer.next || acknowledged < own.acknowledged
        || (acknowledged == own.acknowledged && !hasData))
        return false;
    if (segment.window == 0 || peer.window == 0)
        return false;
    return !hasData
        || (segment.payloadLength <= own.largestPayload && !fillsWindow(own.next + segment.payloadLength, peer));
}

/// Less is left than one unit of the scale, as where the rules say that a window is full.
bool SteadyExchange::fillsWindow(StreamPosition to, const SideState& receiver)
{
    const auto unit = std::int64_t{1} << receiver.windowShift;
    const auto window = StreamPosition{receiver.window} << receiver.windowShift;
    const auto left = static_cast<std::int64_t>(receiver.acknowledged + window - to);
    return receiver.isScaleKnown && left < unit && left > -unit;
}

void SteadyExchange::note(const Segment& segment, SegmentId id, SideState& own)
{
    own.next += segment.payloadLength;
    own.time = segment.time;
    own.segment = id;
    own.interface = segment.interface;
    own.payloadLength = segment.payloadLength;
    own.countsPackets |= segment.ipIdentification != 0;
    own.numbersPackets
        |= own.identification != 0 && segment.ipIdentification != 0 && segment.ipIdentification != own.identification;
    own.identification = segment.ipIdentification;
    own.checksum = segment.checksum;
    own.flags = segment.flags;
    own.window = segment.window;
    own.timeToLive = segment.timeToLive;
    own.sendsGoodChecksums |= segment.checksumStatus == ChecksumStatus::Good;
    if (const auto& stamps = segment.options.timestamps) {
        own.timestamp = stamps->value;
        own.hasTimestamp = true;
        if (!own.hasEcho || !isAtLeast(own.echo, stamps->echoReply))
            own.echo = stamps->echoReply;
        own.hasEcho = true;
    }
}

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
