// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/state/time_wait.h"
#include "core/state/transition.h"

#include <optional>
#include <span>
#include <vector>

namespace tcpladder {

/// A transition, or the end of TIME_WAIT that a timer brings.
struct TimedTransition
{
    Transition transition;
    Timestamp time = unknownTime; ///< of a timer; a transition by a segment has the segment's time
    bool isBehindEnd = false;     ///< the timer ends after the capture does, or nobody knows when
};

/// The course with TIME_WAIT -> CLOSED added where nothing else ended it. Computed, never observed: it is listed though
/// the capture may end before.
std::vector<TimedTransition> courseWithTimers(std::span<const Transition> course, const std::optional<TimeWait>& a,
    const std::optional<TimeWait>& b, TwoMsl twoMsl, Timestamp endOfCapture);

} // namespace tcpladder
