// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/state/transition.h"

#include <array>
#include <span>

namespace tcpladder {

/// Both sides' states at one moment, by Side.
using StatePair = std::array<TcpState, 2>;

/// Behind the segment of this id, which is one of the connection's; Unknown where nothing is known yet.
StatePair statesAfter(std::span<const Transition> course, SegmentId segment);
TcpState stateAfter(std::span<const Transition> course, Side side, SegmentId segment);

/// At the end of the course.
TcpState lastState(std::span<const Transition> course, Side side);

/// The last change of the side's state that is in force behind the segment; nullptr before the first.
const Transition* lastTransition(std::span<const Transition> course, Side side, SegmentId segment);

} // namespace tcpladder
