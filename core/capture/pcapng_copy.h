// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/save_capture.h"

namespace tcpladder {

/// Copies a pcapng file block by block, those that nobody here understands as well, and changes packets' comments on
/// the way. A packet with several comments has its first one changed, which is the one that is shown.
SavedCapture copyPcapng(
    std::shared_ptr<const ByteSource> source, const CommentChanges& comments, const SaveSteps& steps);

} // namespace tcpladder
