// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/capture_document.h"
#include "ui/playback/playback_timeline.h"

namespace tcpladder {

/// The connection's timeline, without its segments yet. Call under a Reading.
PlaybackTimeline beginTimeline(const CaptureDocument& document, ConnectionId connection);

/// Adds the segments that are new since the last call, so many at most, and until when TIME_WAIT lasts. Whether it has
/// all of them now. Call under a Reading.
bool extendTimeline(PlaybackTimeline& timeline, const CaptureDocument& document, ConnectionId connection,
    Duration twoMsl, std::size_t atMost);

} // namespace tcpladder
