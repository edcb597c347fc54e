// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/capture_document.h"
#include "ui/playback/playback_timeline.h"

namespace tcpladder {

/// The connection's timeline, without its segments yet. Call under a Reading.
PlaybackTimeline beginTimeline(const CaptureDocument& document, ConnectionId connection);

/// Adds the segments that are new since the last call, and until when TIME_WAIT lasts. Call under a Reading.
void extendTimeline(
    PlaybackTimeline& timeline, const CaptureDocument& document, ConnectionId connection, Duration twoMsl);

} // namespace tcpladder
