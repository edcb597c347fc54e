// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection/segment_record.h"
#include "core/series/connection_series.h"

#include <deque>
#include <optional>

namespace tcpladder {

/// What the analysis found about a segment, as far as charts tell it apart.
enum class SegmentRemark : std::uint8_t { None, Retransmitted, OutOfOrder, Probe, DuplicateAck, CapturedTwice };

/// Makes the series of a connection from its segments, in one pass. What stands in options is OptionSeriesBuilder's.
///
/// Round-trip times are sampled as RFC 6298 section 3 asks: an acknowledgment that reaches exactly to the end of a
/// segment tells how long that one was under way, unless any octet that it newly acknowledges was sent more than once
/// (Karn's rule: nobody knows which one it answers; and what was acknowledged together with a repetition had to wait
/// for it).
class SeriesBuilder
{
public:
    /// The series outlives the builder, which alone writes to it.
    explicit SeriesBuilder(ConnectionSeries& series);

    /// By announcing side; none where it is not known.
    void setWindowShifts(const std::array<std::optional<std::uint8_t>, 2>& shifts) { m_shifts = shifts; }

    /// Segments come in capture order.
    void take(const SegmentRecord& record, SegmentId id, SegmentRemark remark);

private:
    /// Waits for its acknowledgment.
    struct Pending
    {
        StreamPosition from = 0;
        StreamPosition to = 0;
        Timestamp time = unknownTime;
        bool isRepeated = false;
    };

    /// One direction, by its sender.
    struct Track
    {
        StreamPosition next = 0; ///< behind all that was sent; 0 while no number is known
        std::optional<StreamPosition> acknowledged;
        std::optional<std::uint32_t> window; ///< the peer's
        std::deque<Pending> pending;         ///< by their ends

        StreamPosition positionOf(SequenceNumber number) const
        {
            return next != 0 ? positionNear(next, number) : firstPosition(number);
        }
    };

    /// A segment with its place in the charts.
    struct Step
    {
        const SegmentRecord& record;
        SegmentId id;
        SegmentRemark remark;
        Duration time;
    };

    Duration placeOf(Timestamp time);
    void takeSent(const Step& step);
    void takeAck(const Step& step);
    void takeWindow(const Step& step, StreamPosition acknowledged, bool isNew);
    void noteInFlight(Side sender, const Step& step);

    static SentKind kindOf(const Step& step);
    static void addPending(Track& track, const Pending& sent, bool mayBeFirst);
    static std::optional<Duration> takeRoundTrip(Track& track, StreamPosition acknowledged, Timestamp now);

    ConnectionSeries& m_series;
    std::array<Track, 2> m_tracks;
    std::array<std::optional<std::uint8_t>, 2> m_shifts;
    Duration m_time{};
};

} // namespace tcpladder
