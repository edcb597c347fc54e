// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/usual_exchange.h"

#include "core/finding/twin_watch.h"

#include <algorithm>

namespace tcpladder {

namespace {

using Act = UsualStep::Act;

constexpr std::uint8_t congestionExperienced = 3; // RFC 3168 section 5
constexpr std::uint8_t largestShift = 14;         // RFC 7323 section 2.3

/// Of a timestamp from one segment to the next: those of a whole exchange stay within what can be compared.
constexpr std::uint32_t largestTick = std::uint32_t{1} << 27;

} // namespace

/// Undamaged, and without what a rule has something to say about.
bool UsualExchange::isPlain(const ShapedSegment& segment, const SideState& own)
{
    if (segment.checksumStatus == ChecksumStatus::Bad || segment.checksumStatus == ChecksumStatus::Partial
        || (segment.trafficClass & congestionExperienced) == congestionExperienced)
        return false;
    return segment.ipIdentification == 0 || segment.ipIdentification != own.identification;
}

/// Each side's own grow, and it echoes the peer's newest. Behind a SYN nobody can echo anything.
bool UsualExchange::hasUsualTimestamps(const ShapedSegment& segment, const SideState& own, const SideState& peer)
{
    const auto& stamps = segment.timestamps;
    if (!stamps)
        return true;
    if (own.hasTimestamp && stamps->value - own.timestamp > largestTick)
        return false;
    return !segment.has(TcpFlag::Ack) || (peer.hasTimestamp && stamps->echoReply == peer.timestamp);
}

bool UsualExchange::goesOn(const ShapedSegment& segment, const SideState& own, const SideState& peer)
{
    return own.hasSpoken && peer.hasSpoken && segment.sequence == own.next && segment.acknowledgment == peer.next;
}

/// It is neither larger than the receiver wants nor, within one unit of its scale, as large as the window lets it.
bool UsualExchange::hasRoom(const ShapedSegment& segment, const SideState& receiver, const SideState& sender)
{
    const bool scales = receiver.offersScale && sender.offersScale;
    const unsigned shift = scales ? std::min(receiver.windowScale, largestShift) : 0U;
    const std::int64_t window = std::int64_t{receiver.window} << (receiver.isWindowOfSyn ? 0U : shift);
    const std::int64_t left = receiver.acknowledged - segment.endOfSequence() + window;
    return segment.payloadLength <= receiver.largestPayload && left >= std::int64_t{1} << shift;
}

/// The SYN was sent once more: so late that it is no second capture of the same packet.
bool UsualExchange::isRepeatedSyn(const ShapedSegment& segment, const SideState& own)
{
    const auto passed = timeBetween(own.time, segment.time);
    return segment.endOfSequence() == own.next && passed && *passed >= TwinWatch::betweenTwoPlaces;
}

/// A SYN of A, which nobody has answered, or B's answer.
std::optional<Act> UsualExchange::openingOf(const ShapedSegment& segment, const SideState& own, const SideState& peer)
{
    if (segment.payloadLength > 0 || segment.window == 0)
        return {};
    if (segment.sender == Side::A) {
        const bool asks
            = !segment.has(TcpFlag::Ack) && !peer.hasSpoken && (!own.hasSpoken || isRepeatedSyn(segment, own));
        return asks ? std::optional(segment.has(TcpFlag::Ece) ? Act::SynEcn : Act::Syn) : std::nullopt;
    }
    const bool answers = segment.has(TcpFlag::Ack) && !own.hasSpoken && segment.acknowledgment == peer.next;
    return answers ? std::optional(segment.has(TcpFlag::Ece) ? Act::SynAckEcn : Act::SynAck) : std::nullopt;
}

/// Where one may be the answer to something that is still on its way, the times decide.
std::optional<Act> UsualExchange::resetOf(const ShapedSegment& segment, const SideState& own, const SideState& peer)
{
    if (segment.payloadLength > 0 || peer.hasFinished)
        return {};
    if (!segment.has(TcpFlag::Ack))
        return own.isSynchronized && segment.sequence == own.next ? std::optional(Act::Reset) : std::nullopt;
    const bool refuses = !own.hasSpoken && peer.hasSpoken && segment.acknowledgment == peer.next;
    return refuses || goesOn(segment, own, peer) ? std::optional(Act::ResetAndAck) : std::nullopt;
}

/// In a connection: data, FIN, or the acknowledgment of something new.
std::optional<Act> UsualExchange::ordinaryOf(const ShapedSegment& segment, const SideState& own, const SideState& peer)
{
    if (!goesOn(segment, own, peer) || segment.window == 0)
        return {};
    const bool isFin = segment.has(TcpFlag::Fin);
    if (segment.payloadLength > 0 || isFin) {
        if (own.hasFinished || !peer.hasAcknowledged || (segment.payloadLength > 0 && !hasRoom(segment, peer, own)))
            return {};
        return segment.payloadLength == 0 ? Act::Fin : isFin ? Act::DataAndFin : Act::Data;
    }
    const bool isNews = !own.hasAcknowledged || segment.acknowledgment != own.acknowledged;
    return isNews && !segment.has(TcpFlag::Psh) ? std::optional(Act::Ack) : std::nullopt;
}

std::optional<Act> UsualExchange::actOf(const ShapedSegment& segment) const
{
    const SideState& own = m_sides[indexOf(segment.sender)];
    const SideState& peer = m_sides[indexOf(peerOf(segment.sender))];
    switch (segment.flags.without(TcpFlag::Psh).bits) {
    case (TcpFlags() | TcpFlag::Syn).bits:
    case (TcpFlag::Syn | TcpFlag::Ece | TcpFlag::Cwr).bits:
    case (TcpFlag::Syn | TcpFlag::Ack).bits:
    case (TcpFlag::Syn | TcpFlag::Ack | TcpFlag::Ece).bits: return openingOf(segment, own, peer);
    case (TcpFlags() | TcpFlag::Rst).bits:
    case (TcpFlag::Rst | TcpFlag::Ack).bits: return resetOf(segment, own, peer);
    case (TcpFlags() | TcpFlag::Ack).bits:
    case (TcpFlag::Fin | TcpFlag::Ack).bits: {
        // B says something only once A has completed the handshake: else its SYN,ACK is the open question.
        const bool isTurn = segment.sender == Side::A || peer.isSynchronized;
        return isTurn ? ordinaryOf(segment, own, peer) : std::nullopt;
    }
    default: return {};
    }
}

std::optional<UsualStep> UsualExchange::stepOf(const ShapedSegment& segment) const
{
    const SideState& own = m_sides[indexOf(segment.sender)];
    const SideState& peer = m_sides[indexOf(peerOf(segment.sender))];
    if (m_isReset || !isPlain(segment, own) || !hasUsualTimestamps(segment, own, peer))
        return {};
    const auto act = actOf(segment);
    return act ? std::optional(UsualStep(*act, segment)) : std::nullopt;
}

void UsualExchange::note(const ShapedSegment& segment)
{
    SideState& own = m_sides[indexOf(segment.sender)];
    const bool isSyn = segment.has(TcpFlag::Syn);
    own.time = segment.time;
    own.next = segment.endOfSequence();
    own.hasSpoken = true;
    own.identification = segment.ipIdentification;
    if (const auto& stamps = segment.timestamps) {
        own.timestamp = stamps->value;
        own.hasTimestamp = true;
    }
    if (isSyn) {
        own.largestPayload = segment.maximumSegmentSize.value_or(SideState::noLimit);
        own.windowScale = segment.windowScale.value_or(0);
        own.offersScale = segment.windowScale.has_value();
    }
    own.window = segment.window;
    own.isWindowOfSyn = isSyn;
    own.isSynchronized = !isSyn;
    own.hasFinished |= segment.has(TcpFlag::Fin);
    m_isReset |= segment.has(TcpFlag::Rst);
    if (segment.has(TcpFlag::Ack)) {
        own.acknowledged = segment.acknowledgment;
        own.hasAcknowledged = true;
    }
}

} // namespace tcpladder
