// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finding/analysis_step.h"

namespace tcpladder {

/// The variants of fast_open (RFC 7413).
enum class FastOpenVariant : std::uint8_t { Data, AsksForCookie, CookieGranted, DataTaken, DataRefused, Count };

/// How the connection opens: refused, by both sides at once, with data, on used ports, or before the capture began.
void applyHandshakeRules(const AnalysisStep& step);

} // namespace tcpladder
