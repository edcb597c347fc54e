// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/capture_document.h"

#include <array>
#include <span>
#include <vector>

namespace tcpladder {

/// Consecutive segments that bring data or acknowledge it, and nothing else is to be said of them: no SYN, FIN, RST or
/// URG, no finding, no change of a state.
struct DataRun
{
    std::size_t first = 0; ///< position in the connection
    std::size_t count = 0;
    std::array<std::size_t, 2> segments{}; ///< by sender
    std::array<std::uint64_t, 2> bytes{};  ///< of payload, by sender

    std::size_t end() const { return first + count; }
    bool operator==(const DataRun&) const = default;
};

/// The long data runs of one connection. It may grow: what is new is added, and a run is broken up again when something
/// is found out about one of its segments.
class DataRuns
{
public:
    static constexpr std::size_t shortest = 12; ///< segments that are worth one name

    /// Call under a Reading, always with the same connection. Whether anything has changed.
    bool update(const CaptureDocument& document, const ConnectionEntry& entry);

    std::span<const DataRun> runs() const { return m_runs; }
    /// The segment from which on the last update() may have changed the runs.
    std::size_t changedFrom() const { return m_changedFrom; }

private:
    std::vector<SegmentId> newMarks(const CaptureDocument& document, const ConnectionEntry& entry);
    bool goBackTo(std::size_t position);
    bool noteMark(SegmentId segment);
    void add(const SegmentRecord& record, bool isMarked);

    std::vector<SegmentId> m_marked; ///< in order
    std::vector<DataRun> m_runs;     ///< the last one may still be growing
    DataRun m_open;
    bool m_isOpenListed = false;
    std::size_t m_changedFrom = 0;
    std::size_t m_done = 0;     ///< segments
    std::size_t m_findings = 0; ///< that were looked at
};

} // namespace tcpladder
