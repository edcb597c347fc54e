// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/capture_document.h"
#include "core/series/option_series_builder.h"
#include "core/series/series_builder.h"

namespace tcpladder {

/// Makes the series of one connection of a document, batch by batch, so that a capture that is still being loaded, and
/// whoever looks at it, wait for a millisecond at most. Goes on where it was when the connection has grown.
class SeriesReader
{
public:
    enum class Outcome : std::uint8_t {
        More,
        CaughtUp, ///< with the connection as it is now
        Outdated, ///< segments went to another connection: begin again with new series
    };

    /// All outlive the reader, which alone writes to the series.
    SeriesReader(const CaptureDocument& document, ConnectionId connection, ConnectionSeries& series);

    /// What the records tell, which is nearly everything. Takes a Reading for the time that it copies them.
    Outcome readSegments();

    /// What stands in options, of the segments that readSegments() has gone past: reads their packets, without a
    /// Reading.
    Outcome readOptions();

    std::size_t segmentsDone() const { return m_segments.done; }
    std::size_t optionsDone() const { return m_options.done; }

private:
    /// A way through the connection.
    struct Place
    {
        std::size_t done = 0;
        SegmentId last; ///< that was read
    };

    struct Entry
    {
        SegmentRecord record;
        SegmentId id;
        SegmentRemark remark = SegmentRemark::None;
    };

    Outcome copy(Place& place, std::size_t atMost, std::size_t end);
    void copyRemarks(const ConnectionEntry& entry);

    const CaptureDocument& m_document;
    ConnectionId m_connection;
    SeriesBuilder m_builder;
    OptionSeriesBuilder m_optionBuilder;
    Place m_segments;
    Place m_options;
    std::size_t m_findings = 0; ///< that were looked at
    std::vector<Entry> m_batch;
};

} // namespace tcpladder
