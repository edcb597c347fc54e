// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/capture_document.h"

#include <QString>

namespace tcpladder {

/// All there is to say about a segment in a few lines of rich text: time, flags, numbers, window, options, states
/// behind it, findings with their sentences. Takes a Reading and reads the packet.
QString segmentToolTip(const CaptureDocument& document, ConnectionId connection, std::size_t row);

/// One plain sentence for screen readers: "Segment 3 of 7, from 10.0.0.1:80: SYN,ACK, seq 0 ack 1, then A ESTABLISHED
/// ..."
QString segmentSentence(const CaptureDocument& document, ConnectionId connection, std::size_t row);

} // namespace tcpladder
