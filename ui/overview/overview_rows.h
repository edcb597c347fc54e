// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/capture_document.h"
#include "ui/overview/host_arrangement.h"

#include <chrono>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace tcpladder {

/// A row of the overview: one segment, or several of those that stand in a stretch of the capture.
struct OverviewRow
{
    SegmentId first;
    SegmentId end; ///< behind the last segment of the stretch
    std::uint32_t count = 1;
    std::uint32_t connections = 1;
    std::uint64_t bytes = 0; ///< of payload

    bool isFold() const { return count > 1; }
    bool operator==(const OverviewRow&) const = default;
};

/// The capture's segments between the hosts that are shown, in its order, long runs of one kind folded:
///
/// - of segments that open, close and reset nothing, each connection has one row;
/// - of connections that were refused or not answered, as a port scan makes them, each pair of hosts has one, behind
///   the first few segments.
///
/// Made anew when the capture has grown: what is a long run shows only behind it.
class OverviewRows
{
public:
    static constexpr std::size_t shortestRun = 12;
    static constexpr std::size_t briefConnection = 4; ///< segments, without payload, that come to nothing
    static constexpr std::size_t shownOfBriefRun = 6;

    struct HostPair
    {
        std::uint32_t a = 0;
        std::uint32_t b = 0;

        bool operator==(const HostPair&) const = default;
    };

    /// Begins to read; rows() stay as they are until goOn() has come to the end.
    void begin(bool folds);
    /// Reads on for some milliseconds, without a Reading for longer than that: call without one. Whether the end is
    /// reached. arrangement learns of new hosts.
    bool goOn(const CaptureDocument& document, HostArrangement& arrangement, std::chrono::milliseconds atMost);
    /// How far that is, from 0 to 1.
    double progress() const { return m_progress; }
    /// All at once.
    void read(const CaptureDocument& document, HostArrangement& arrangement, bool folds);
    /// Shows the run that the row stands in segment by segment, from the next read on.
    void unfold(const OverviewRow& row) { m_unfolded.insert(row.end); }
    void foldAll() { m_unfolded.clear(); }
    void clear() { *this = {}; }

    const std::deque<OverviewRow>& rows() const { return m_rows; }
    const std::vector<IpAddress>& hosts() const { return m_hosts; }
    /// Those of hosts that are not shown any more, for example.
    void forgetRows() { m_rows.clear(); }
    /// How many of the connections each host has.
    std::size_t connectionsOf(std::size_t host) const { return m_connectionCounts[host]; }
    HostPair hostsOf(ConnectionId connection) const { return m_pairs[connection.value]; }
    /// The row that the segment stands in; none for one whose host is hidden. Call under a Reading.
    std::optional<std::size_t> rowOf(const CaptureDocument& document, SegmentId segment) const;

private:
    enum class Kind : std::uint8_t { Single, Data, Brief };

    /// Where a connection's segments are counted; of the latest run alone.
    struct RowInRun
    {
        std::uint32_t run = 0;
        std::uint32_t row = 0; ///< behind the run's first one
    };

    /// What is read while the rows of last time are still shown.
    struct Reader
    {
        std::deque<OverviewRow> rows;
        bool folds = true;
        bool hasPairs = false;
        std::size_t next = 0;                 ///< segment
        SegmentId singleUntil = SegmentId(0); ///< end of a run that is read once more, to be shown segment by segment
        std::vector<std::uint8_t> isBrief;    ///< by connection: 0 unknown, 1 no, 2 yes

        // Of the run that is being read.
        Kind kind = Kind::Single;
        HostPair pair;
        std::uint32_t run = 0;    ///< its number
        std::size_t firstRow = 0; ///< in rows
        std::size_t segments = 0; ///< so many
        std::size_t begin = 0;    ///< the first one
        bool isLong = false;
        std::vector<RowInRun> rowsOf; ///< by connection
    };

    void readPairs(const CaptureDocument& document);
    std::uint32_t hostOf(const IpAddress& address);
    bool readSegments(const CaptureDocument& document, const HostArrangement& arrangement);
    bool isBrief(const CaptureDocument& document, ConnectionId connection);
    Kind kindOf(const CaptureDocument& document, const SegmentRecord& record);
    void take(const CaptureDocument& document, SegmentId segment);
    bool closeRun(SegmentId end);
    void foldRun(const CaptureDocument& document);
    void addToFold(const SegmentRecord& record, SegmentId segment);

    std::deque<OverviewRow> m_rows; ///< a vector of millions takes long to move when it grows
    std::vector<IpAddress> m_hosts;
    std::vector<std::size_t> m_connectionCounts;
    std::map<IpAddress, std::uint32_t> m_hostNumbers;
    std::vector<HostPair> m_pairs;  ///< by connection
    std::set<SegmentId> m_unfolded; ///< ends of runs
    Reader m_reader;
    double m_progress = 0;
};

} // namespace tcpladder
