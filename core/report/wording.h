// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/capture_document.h"
#include "core/report/message.h"

namespace tcpladder {

/// Why a state changed: the segments, the numbers compared and what they show. The clause stands in the rule.
struct TransitionMessage
{
    Message cause;
    Message proof; ///< how it is known; empty where the cause shows it
};

TransitionMessage explainTransition(const CaptureDocument& document, const Transition& transition);

/// What was found, with the numbers that make it so.
Message explainFinding(const CaptureDocument& document, const Finding& finding);

} // namespace tcpladder
