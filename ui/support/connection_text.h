// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/capture_document.h"

#include <QString>

namespace tcpladder {

/// "Connection 2": people count from 1.
QString connectionTitle(ConnectionId connection);

/// "4 segments · 492 µs · three-segment close, started by the server". Call under a Reading.
QString connectionSubtitle(const CaptureDocument& document, const ConnectionEntry& entry);

/// All that is known of the connection as a whole, for a tool tip. Takes a Reading.
QString factsToolTip(const CaptureDocument& document, ConnectionId connection);

/// "client · active close"; empty when nothing is known.
QString roleText(const ConnectionFacts& facts, Side side);

/// The state that says most of a connection: of the side that closed first, else of the one that opened.
TcpState tellingState(const ConnectionEntry& entry);
Side tellingSide(const ConnectionFacts& facts);

/// "2MSL = 60 s (Linux)"
QString twoMslText(Duration twoMsl);

/// "quiet for 12.3 s (not to scale)"
QString quietText(Duration duration);

/// "3 segments"
QString segmentCountText(std::size_t count);

} // namespace tcpladder
