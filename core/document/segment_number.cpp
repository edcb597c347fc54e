// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/segment_number.h"

#include <algorithm>

namespace tcpladder {

std::size_t segmentNumber(const CaptureDocument& document, SegmentId segment)
{
    const ConnectionId connection = document.segment(segment).connection;
    const auto& segments = document.connection(connection).connection.segments;
    return static_cast<std::size_t>(std::ranges::lower_bound(segments, segment) - segments.begin()) + 1;
}

} // namespace tcpladder
