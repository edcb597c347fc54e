// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playback/timeline_reader.h"

#include "ui/ladder/time_measures.h"

#include <algorithm>

namespace tcpladder {

PlaybackTimeline beginTimeline(const CaptureDocument& document, ConnectionId connection)
{
    const Connection& shown = document.connection(connection).connection;
    return PlaybackTimeline(measureTime(document, shown, RowSpacing::FoldedTime, 1));
}

bool extendTimeline(PlaybackTimeline& timeline, const CaptureDocument& document, ConnectionId connection,
    Duration twoMsl, std::size_t atMost)
{
    const ConnectionEntry& entry = document.connection(connection);
    const auto& segments = entry.connection.segments;
    const std::size_t end = std::min(segments.size(), timeline.segmentCount() + atMost);
    for (std::size_t i = timeline.segmentCount(); i < end; ++i) {
        const SegmentRecord record = document.segment(segments[i]);
        timeline.add(record.time, record.sender);
    }
    Timestamp lasts = unknownTime;
    for (const TimedTransition& step : courseWithTimers(entry.analysis, twoMsl)) {
        if (!step.transition.cause.isValid())
            lasts = std::max(lasts, step.time);
    }
    timeline.setEnd(lasts);
    return end == segments.size();
}

} // namespace tcpladder
