// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/newest_segment.h"

#include <algorithm>
#include <array>

namespace tcpladder {

namespace {

bool isOver(const ConnectionEntry& entry)
{
    return std::ranges::all_of(std::array{Side::A, Side::B}, [&](Side side) {
        const TcpState state = entry.analysis.lastState(side);
        return state == TcpState::Closed || state == TcpState::TimeWait;
    });
}

} // namespace

SegmentId newestSegment(const CaptureDocument& document, ConnectionId followed)
{
    if (document.segmentCount() == 0)
        return {};
    const SegmentId last(document.segmentCount() - 1);
    const ConnectionId latest = document.segment(last).connection;
    if (!followed.isValid() || followed == latest)
        return last;
    const ConnectionEntry& entry = document.connection(followed);
    const bool isSucceeded = latest > followed && isOver(entry);
    return isSucceeded || entry.connection.segments.empty() ? last : entry.connection.segments.back();
}

} // namespace tcpladder
