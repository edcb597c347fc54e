// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/state_history.h"

namespace tcpladder {

StatePair statesAfter(std::span<const Transition> course, SegmentId segment)
{
    StatePair states{TcpState::Unknown, TcpState::Unknown};
    for (const Transition& step : course)
        if (step.effectiveSegment() <= segment)
            states[indexOf(step.side)] = step.to;
    return states;
}

const Transition* lastTransition(std::span<const Transition> course, Side side, SegmentId segment)
{
    const Transition* last = nullptr;
    for (const Transition& step : course)
        if (step.side == side && step.effectiveSegment() <= segment)
            last = &step;
    return last;
}

} // namespace tcpladder
