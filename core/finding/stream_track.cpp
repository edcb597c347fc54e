// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finding/stream_track.h"

#include <algorithm>

namespace tcpladder {

bool StreamTrack::fill(StreamPosition from, StreamPosition to)
{
    bool filled = false;
    std::vector<StreamHole> left;
    for (const StreamHole& hole : holes) {
        if (to <= hole.from || from >= hole.to) {
            left.push_back(hole);
            continue;
        }
        filled = true;
        if (hole.from < from)
            left.push_back({hole.from, from, hole.behind, hole.time});
        if (to < hole.to)
            left.push_back({to, hole.to, hole.behind, hole.time});
    }
    holes = std::move(left);
    return filled;
}

const StreamHole* StreamTrack::holeAt(StreamPosition position) const
{
    const auto found = std::ranges::find_if(
        holes, [position](const StreamHole& hole) { return hole.from <= position && position < hole.to; });
    return found == holes.end() ? nullptr : &*found;
}

void StreamTrack::noteLast(const Segment& segment, SegmentId id)
{
    lastSegment = id;
    lastTime = segment.time;
    lastIdentification = segment.ipIdentification;
    lastChecksum = segment.checksum;
    lastSequence = segment.sequence;
    lastInterface = segment.interface;
    lastTimeToLive = segment.timeToLive;
}

} // namespace tcpladder
