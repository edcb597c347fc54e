// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/state/state_inference.h"
#include "core/state/time_wait.h"

namespace tcpladder {

/// Follows one endpoint's stay in TIME_WAIT: when its clock started, and what started it again or stopped it.
///
/// The clock runs from when the peer's FIN came in (RFC 9293 section 3.10.7.4 eighth); the tap sees the endpoint's ACK
/// of it instead, which is late by at most the way from there. Only a repeated FIN starts it again, which the next ACK
/// shows.
class TimeWaitWatch
{
public:
    explicit TimeWaitWatch(Side side) { m_stay.side = side; }

    /// Call after StateInference::take() of the same segment.
    void take(const Segment& segment, SegmentId id, Side sender, const StateInference& states);

    void end(SegmentId by);

    std::optional<TimeWait> stay() const;

private:
    void begin(const Transition& entry, const Segment& segment, SegmentId id, const EndpointEvidence& evidence);

    TimeWait m_stay;
    Timestamp m_repeatedAt = unknownTime;
    SegmentId m_repeated; ///< a FIN that came again and is not acknowledged yet
};

} // namespace tcpladder
