// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ladder/ladder_contents.h"

#include <array>
#include <optional>
#include <string>

namespace tcpladder {

class CaptureDocument;
class LadderRows;
struct LadderRequest;

/// The part of a ladder's frame that comes from the states: titles, lanes, and the rows behind the last segment. Call
/// under a Reading, with a connection that is there; contents has its segmentRows and origin already.
/// \param written the addresses that the text has, by side; where it has others than the bytes
void readLanes(const CaptureDocument& document, const LadderRequest& request, const LadderRows& rows,
    const std::optional<std::array<std::string, 2>>& written, LadderContents& contents);

} // namespace tcpladder
