// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/connection/stream_position.h"
#include "core/series/series_store.h"

#include <atomic>

namespace tcpladder {

// What the charts of a connection show. Times count from its first segment and never go back: a point whose time is
// before that of the point before it, or unknown, is put beside that one.

/// What a segment that uses sequence numbers, or resets, is in a time-sequence chart: the first that fits.
enum class SentKind : std::uint8_t { Reset, Retransmitted, OutOfOrder, Probe, Syn, Fin, Data, Count };

/// A segment that uses sequence numbers, or a RST.
struct SentPoint
{
    Duration time{};
    StreamPosition from = 0;
    std::uint64_t payloadBefore = 0; ///< of those of its kind before it
    std::uint32_t payloadLength : 24 = 0;
    std::uint32_t flagOctets : 2 = 0; ///< one each for SYN and FIN
    std::uint32_t unused : 6 = 0;
    SegmentId segment;

    std::uint32_t length() const { return payloadLength + flagOctets; }
    std::uint64_t low() const { return from; }
    std::uint64_t high() const { return from + length(); }
};

/// What the peer has acknowledged, and how far its window reaches beyond that.
struct AckPoint
{
    Duration time{};
    StreamPosition acknowledged = 0;
    std::uint32_t window = 0; ///< octets, scaled where the scale is known
    SegmentId segment;

    std::uint64_t low() const { return acknowledged; }
    std::uint64_t high() const { return acknowledged + window; }
};

/// A SACK block (RFC 2018), or a D-SACK's (RFC 2883): what has arrived more than once.
struct SackPoint
{
    Duration time{};
    StreamPosition left = 0;
    StreamPosition right = 0;
    SegmentId segment;
    bool isDuplicate = false;

    std::uint64_t low() const { return left; }
    std::uint64_t high() const { return right; }
};

/// A number of octets from this segment on.
struct LevelPoint
{
    Duration time{};
    std::uint32_t octets = 0;
    SegmentId segment;

    std::uint64_t low() const { return octets; }
    std::uint64_t high() const { return octets; }
};

/// How long after a segment its acknowledgment passed the place of the capture.
struct RoundTripPoint
{
    Duration time{}; ///< of the acknowledgment
    Duration roundTrip{};
    SegmentId segment; ///< the acknowledgment

    std::uint64_t low() const { return static_cast<std::uint64_t>(roundTrip.count()); }
    std::uint64_t high() const { return low(); }
};

/// One direction: what its sender sent, and what the peer said of it.
struct DirectionSeries
{
    std::array<SeriesStore<SentPoint>, static_cast<std::size_t>(SentKind::Count)> sent;
    SeriesStore<AckPoint> acks; ///< where the acknowledgment or the window changed
    SeriesStore<AckPoint> duplicateAcks;
    SeriesStore<SackPoint> sacks;
    SeriesStore<RoundTripPoint> ackRoundTrips;       ///< by acknowledgments of what was sent once (Karn)
    SeriesStore<RoundTripPoint> timestampRoundTrips; ///< by the timestamps that came back (RFC 7323 section 4.1)
    SeriesStore<LevelPoint> inFlight;                ///< sent and not acknowledged
    SeriesStore<LevelPoint> window;                  ///< the peer's

    std::atomic<StreamPosition> origin = 0;      ///< of the first number seen; 0 while there is none
    std::atomic<bool> hasUnscaledWindow = false; ///< the handshake is missing, and with it the scale

    const SeriesStore<SentPoint>& sentAs(SentKind kind) const { return sent[static_cast<std::size_t>(kind)]; }
    SeriesStore<SentPoint>& sentAs(SentKind kind) { return sent[static_cast<std::size_t>(kind)]; }
};

/// Both directions, by sender. One thread fills it while others read.
struct ConnectionSeries
{
    std::array<DirectionSeries, 2> directions;
    std::atomic<Timestamp> origin = unknownTime; ///< the first time known
    std::atomic<Duration> duration = Duration::zero();

    const DirectionSeries& of(Side sender) const { return directions[indexOf(sender)]; }
    DirectionSeries& of(Side sender) { return directions[indexOf(sender)]; }
};

} // namespace tcpladder
