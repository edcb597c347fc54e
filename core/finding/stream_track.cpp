// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finding/stream_track.h"

#include <algorithm>

namespace tcpladder {

namespace {

/// A segment is not overtaken by more packets than this; hosts that draw the numbers at random come here seldom.
constexpr std::uint16_t nearIdentification = 128;

StreamHole partOf(const StreamHole& hole, StreamPosition from, StreamPosition to)
{
    StreamHole part = hole;
    part.from = from;
    part.to = to;
    return part;
}

} // namespace

bool StreamHole::isShownBehind(const Segment& segment) const
{
    const auto& stamps = segment.options.timestamps;
    if (hasTimestamp && stamps && stamps->value != timestampValue)
        return static_cast<std::int32_t>(stamps->value - timestampValue) < 0;
    return identification != 0 && segment.ipIdentification != 0
        && static_cast<std::uint16_t>(identification - segment.ipIdentification - 1) < nearIdentification;
}

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
            left.push_back(partOf(hole, hole.from, from));
        if (to < hole.to)
            left.push_back(partOf(hole, to, hole.to));
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

void StreamTrack::noteDamaged(StreamPosition from, StreamPosition to, SegmentId id)
{
    damaged = id;
    damagedFrom = from;
    damagedTo = to;
}

} // namespace tcpladder
