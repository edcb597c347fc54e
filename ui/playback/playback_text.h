// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tcpladder {

class Playback;
struct PlaybackSpeed;

/// "1×", "In 30 s", "True speed"
QString speedText(const PlaybackSpeed& speed);

/// Where the film is, in the connection's own time: "+19.4 s · 60 s of TIME_WAIT, shortened".
QString playbackClock(const Playback& playback);

} // namespace tcpladder
