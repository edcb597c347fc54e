// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/state/endpoint_evidence.h"
#include "core/state/transition.h"

#include <vector>

namespace tcpladder {

/// Puts what bears on each endpoint in the order in which it took effect and sends it through the transition table.
/// The only place where a state changes. course: of both sides in the order in which their changes took effect.
void deriveCourse(
    const EndpointEvidence& a, const EndpointEvidence& b, SegmentId firstOfConnection, std::vector<Transition>& course);

} // namespace tcpladder
