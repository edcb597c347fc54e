// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/state_history.h"

namespace tcpladder {

StatePair statesAfter(std::span<const Transition> course, SegmentId segment)
{
    StatePair states{TcpState::Unknown, TcpState::Unknown};
    for (const Side side : {Side::A, Side::B})
        if (const Transition* last = lastTransition(course, side, segment))
            states[indexOf(side)] = last->to;
    return states;
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
