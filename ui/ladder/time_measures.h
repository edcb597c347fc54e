// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/capture_document.h"
#include "ui/ladder/time_scale.h"

namespace tcpladder {

/// How many pixels a second is on this connection's ladder, so that it is neither crowded nor empty: a round trip is
/// about two rows high. Where the handshake tells none, the usual distance of two segments is. The whole stays as small
/// as a scroll bar can count. Call under a Reading.
TimeScale::Measures measureTime(
    const CaptureDocument& document, const Connection& connection, RowSpacing spacing, double zoom);

} // namespace tcpladder
