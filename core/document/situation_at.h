// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/capture_document.h"
#include "core/state/what_if.h"

namespace tcpladder {

/// Both endpoints just before one of the connection's segments. Looks at the connection's beginning, at a window of
/// segments before this one and at the course of states, so that it costs the same in a connection of a million
/// segments. Call under a Reading.
Situation situationAt(const CaptureDocument& document, ConnectionId connection, SegmentId segment);

} // namespace tcpladder
