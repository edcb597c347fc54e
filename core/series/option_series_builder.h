// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection/segment_record.h"
#include "core/decode/tcp_options.h"
#include "core/series/connection_series.h"

#include <deque>

namespace tcpladder {

/// Makes the series that need the segments' options: SACK blocks, and round-trip times by timestamps.
///
/// An acknowledgment of new octets echoes the timestamp of the segment that held the first of them (RFC 7323 section
/// 4.3), so the time since that one is a round trip, even if it was sent again, since then its timestamp was another. A
/// receiver that delays its acknowledgment lengthens the sample, which is what the sender's timer has to know.
class OptionSeriesBuilder
{
public:
    /// The series outlives the builder, which alone writes to those of options.
    explicit OptionSeriesBuilder(ConnectionSeries& series)
        : m_series(series)
    {
    }

    /// Segments come in capture order. time: its place in the charts, as SeriesBuilder has it.
    void take(const SegmentRecord& record, SegmentId id, const TcpOptions& options);

private:
    struct Pending
    {
        StreamPosition to = 0;
        std::uint32_t timestamp = 0;
        Timestamp time = unknownTime;
    };

    struct Track
    {
        StreamPosition near = 0; ///< a position in the stream; 0 while no number is known
        StreamPosition acknowledged = 0;
        std::deque<Pending> pending; ///< in the order in which they were sent

        StreamPosition positionOf(SequenceNumber number) const
        {
            return near != 0 ? positionNear(near, number) : firstPosition(number);
        }
    };

    Duration placeOf(Timestamp time);
    void takeSent(const SegmentRecord& record, const TcpOptions& options);
    void takeAck(const SegmentRecord& record, SegmentId id, const TcpOptions& options, Duration time);
    void takeSacks(Side sender, SegmentId id, const TcpOptions& options, StreamPosition acknowledged, Duration time);
    static std::optional<Duration> takeRoundTrip(
        Track& track, StreamPosition acknowledged, std::uint32_t echo, Timestamp now);

    ConnectionSeries& m_series;
    std::array<Track, 2> m_tracks;
    Duration m_time{};
};

} // namespace tcpladder
