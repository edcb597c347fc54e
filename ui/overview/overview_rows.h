// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/capture_document.h"
#include "ui/overview/host_arrangement.h"

#include <map>
#include <optional>
#include <set>
#include <span>
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

    /// Takes no Reading for longer than a few milliseconds: call without one. arrangement learns of new hosts.
    void read(const CaptureDocument& document, HostArrangement& arrangement, bool folds);
    /// Shows the run that the row stands in segment by segment, from the next read on.
    void unfold(const OverviewRow& row) { m_unfolded.insert(row.end); }
    void foldAll() { m_unfolded.clear(); }
    void clear() { *this = {}; }

    std::span<const OverviewRow> rows() const { return m_rows; }
    const std::vector<IpAddress>& hosts() const { return m_hosts; }
    /// How many of the connections each host has.
    std::size_t connectionsOf(std::size_t host) const { return m_connectionCounts[host]; }
    HostPair hostsOf(ConnectionId connection) const { return m_pairs[connection.value]; }
    /// The row that the segment stands in; none for one whose host is hidden. Call under a Reading.
    std::optional<std::size_t> rowOf(const CaptureDocument& document, SegmentId segment) const;

private:
    enum class Kind : std::uint8_t { Single, Data, Brief };

    void readPairs(const CaptureDocument& document);
    std::uint32_t hostOf(const IpAddress& address);
    Kind kindOf(const CaptureDocument& document, const SegmentRecord& record) const;
    void take(const CaptureDocument& document, SegmentId segment);
    void closeRun(const CaptureDocument& document, SegmentId end);
    void addRows(const CaptureDocument& document, SegmentId end);

    std::vector<OverviewRow> m_rows;
    std::vector<IpAddress> m_hosts;
    std::vector<std::size_t> m_connectionCounts;
    std::map<IpAddress, std::uint32_t> m_hostNumbers;
    std::vector<HostPair> m_pairs;  ///< by connection
    std::set<SegmentId> m_unfolded; ///< ends of runs
    bool m_folds = true;
    Kind m_runKind = Kind::Single;
    HostPair m_runPair;
    std::vector<SegmentId> m_run; ///< the run that is being read
};

} // namespace tcpladder
