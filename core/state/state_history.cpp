// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/state_history.h"

#include <algorithm>

namespace tcpladder {

StatePair statesAfter(std::span<const Transition> course, SegmentId segment)
{
    return {stateAfter(course, Side::A, segment), stateAfter(course, Side::B, segment)};
}

TcpState stateAfter(std::span<const Transition> course, Side side, SegmentId segment)
{
    const Transition* const last = lastTransition(course, side, segment);
    return last ? last->to : TcpState::Unknown;
}

TcpState lastState(std::span<const Transition> course, Side side)
{
    const auto last = std::find_if(
        course.rbegin(), course.rend(), [side](const Transition& change) { return change.side == side; });
    return last == course.rend() ? TcpState::Unknown : last->to;
}

const Transition* lastTransition(std::span<const Transition> course, Side side, SegmentId segment)
{
    const Transition* last = nullptr;
    for (const Transition& step : course) {
        if (step.side != side)
            continue;
        if (step.effectiveSegment() > segment)
            break; // what stands behind it did not happen before it, though it may have been caused before
        last = &step;
    }
    return last;
}

} // namespace tcpladder
