// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/state/endpoint_evidence.h"
#include "core/state/transition.h"

#include <array>
#include <vector>

namespace tcpladder {

/// How the states of both sides changed.
struct Course
{
    std::vector<Transition> transitions; ///< in the order in which they took effect
    std::array<TcpState, 2> lastStates{TcpState::Unknown, TcpState::Unknown}; ///< Unknown of a side without any
    bool hasTimeWait = false;                                                 ///< one side went into it
};

/// Puts what bears on each endpoint in the order in which it took effect and sends it through the transition table.
/// The only place where a state changes.
void deriveCourse(const EndpointEvidence& a, const EndpointEvidence& b, SegmentId firstOfConnection, Course& course);

} // namespace tcpladder
