// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/capture_document.h"
#include "core/report/message.h"

namespace tcpladder {

/// Whether the finding is about the text that a packet comes from.
bool isTextFinding(FindingKind kind);

/// What line and bytes say, and which of them was on the wire.
Message explainTextFinding(const CaptureDocument& document, const Finding& finding);

} // namespace tcpladder
