// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ladder/ladder_contents.h"

namespace tcpladder {

class CaptureDocument;
struct LadderRequest;

/// The part of a ladder's frame that comes from the states: titles, lanes, and the rows behind the last segment. Call
/// under a Reading, with a connection that is there; contents has its segmentCount and origin already.
void readLanes(const CaptureDocument& document, const LadderRequest& request, LadderContents& contents);

} // namespace tcpladder
