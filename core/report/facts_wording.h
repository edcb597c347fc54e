// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/capture_document.h"
#include "core/report/message.h"

namespace tcpladder {

/// What is known of a connection as a whole, a sentence each: who opened it, its round-trip time, where it was captured
/// and how that is known, what each side announced and sent, how it closed, how complete the capture is. Call under a
/// Reading.
std::vector<Message> describeFacts(const CaptureDocument& document, ConnectionId connection);

} // namespace tcpladder
