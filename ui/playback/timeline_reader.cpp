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

void extendTimeline(
    PlaybackTimeline& timeline, const CaptureDocument& document, ConnectionId connection, Duration twoMsl)
{
    const ConnectionEntry& entry = document.connection(connection);
    const auto& segments = entry.connection.segments;
    for (std::size_t i = timeline.segmentCount(); i < segments.size(); ++i) {
        const SegmentRecord& record = document.segment(segments[i]);
        timeline.add(record.time, record.side());
    }
    Timestamp end = unknownTime;
    for (const TimedTransition& step : courseWithTimers(entry.analysis, twoMsl)) {
        if (!step.transition.cause.isValid())
            end = std::max(end, step.time);
    }
    timeline.setEnd(end);
}

} // namespace tcpladder
