// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/capture_document.h"

namespace tcpladder {

/// The segment's place in its connection, counted from 1: what people call it by. Call under a Reading.
std::size_t segmentNumber(const CaptureDocument& document, SegmentId segment);

} // namespace tcpladder
