// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ladder/time_scale.h"

#include <deque>
#include <optional>

namespace tcpladder {

/// When each segment of a connection is played: its ladder with long silences folded, as a film that shows a piece of
/// the same height in each second. So a round trip of 50 µs and one of 200 ms both take two seconds, and a night of
/// silence takes one. Behind the last segment a timer may run out, shortened as well.
class PlaybackTimeline
{
public:
    /// A stretch of the connection's own time that is played faster than the rest.
    struct Shortened
    {
        Duration begin{}; ///< when it is played
        Duration end{};
        Duration lasts{}; ///< in truth
        bool isRunOut = false;
    };

    explicit PlaybackTimeline(const TimeScale::Measures& measures);

    /// The next segment, in capture order.
    void add(Timestamp time, Side sender);
    /// Until when something still happens behind the last segment; unknownTime: nothing does.
    void setEnd(Timestamp end);

    std::size_t segmentCount() const { return m_times.size(); }
    Duration length() const;

    Duration startOf(std::size_t segment) const;
    /// When that moment of the connection is played.
    Duration positionOf(Timestamp moment) const;
    /// The latest segment that has been played; there must be one.
    std::size_t segmentAt(Duration position) const;
    /// The connection's own time then; unknown without times.
    Timestamp momentAt(Duration position) const;
    std::optional<Shortened> shortenedAt(Duration position) const;

    /// How many times faster than 1x the connection was in truth, without what is shortened.
    double trueSpeed() const;

private:
    Duration runOut() const;

    TimeScale m_scale;
    std::deque<Timestamp> m_times; ///< never going back, as the scale doesn't either
    Timestamp m_end = unknownTime;
};

} // namespace tcpladder
