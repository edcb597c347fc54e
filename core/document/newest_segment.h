// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/capture_document.h"

namespace tcpladder {

/// The segment to look at for who follows a capture that grows: the last one of the connection that is followed. When
/// both of its endpoints are done with it, and a later connection has begun, that one is followed instead; connections
/// that go on side by side don't take the view from each other.
///
/// followed: none yet: the connection of the last segment. Call under a Reading; invalid where there is no segment.
SegmentId newestSegment(const CaptureDocument& document, ConnectionId followed);

} // namespace tcpladder
