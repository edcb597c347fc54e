// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overview_rows.h"

#include <algorithm>
#include <unordered_map>

namespace tcpladder {

namespace {

constexpr std::size_t segmentsAtOnce = 20'000; ///< a millisecond or two

bool isSynAck(const SegmentRecord& record)
{
    return record.has(TcpFlag::Syn) && record.has(TcpFlag::Ack);
}

/// Refused or not answered. One that was accepted came to something, if only to a port scanner's list.
bool cameToNothing(const CaptureDocument& document, const Connection& connection)
{
    return connection.segments.size() <= OverviewRows::briefConnection && connection.counts[0].payloadBytes == 0
        && connection.counts[1].payloadBytes == 0 && std::ranges::none_of(connection.segments, [&](SegmentId segment) {
               return isSynAck(document.segment(segment));
           });
}

} // namespace

void OverviewRows::read(const CaptureDocument& document, HostArrangement& arrangement, bool folds)
{
    m_rows.clear();
    m_run.clear();
    m_runKind = Kind::Single;
    m_folds = folds;
    {
        const CaptureDocument::Reading reading(document);
        readPairs(document);
    }
    arrangement.grow(m_hosts.size());
    const auto isShown = [&](std::uint32_t host) { return arrangement.columnOf(host).has_value(); };
    for (std::size_t next = 0, count = 0;; next += segmentsAtOnce) {
        const CaptureDocument::Reading reading(document);
        count = document.segmentCount();
        const std::size_t end = std::min(next + segmentsAtOnce, count);
        for (std::size_t i = next; i < end; ++i) {
            const ConnectionId connection = document.segment(SegmentId(i)).connection;
            if (connection.value < m_pairs.size() && isShown(hostsOf(connection).a) && isShown(hostsOf(connection).b))
                take(document, SegmentId(i));
        }
        if (end < count)
            continue;
        closeRun(document, SegmentId(count));
        return;
    }
}

void OverviewRows::readPairs(const CaptureDocument& document)
{
    for (std::size_t i = m_pairs.size(); i < document.connectionCount(); ++i) {
        const Connection& connection = document.connection(ConnectionId(i)).connection;
        const HostPair pair{hostOf(connection.endpoint(Side::A).address), hostOf(connection.endpoint(Side::B).address)};
        ++m_connectionCounts[pair.a];
        if (pair.a != pair.b)
            ++m_connectionCounts[pair.b];
        m_pairs.push_back(pair);
    }
}

std::uint32_t OverviewRows::hostOf(const IpAddress& address)
{
    const auto [place, isNew] = m_hostNumbers.try_emplace(address, static_cast<std::uint32_t>(m_hosts.size()));
    if (isNew) {
        m_hosts.push_back(address);
        m_connectionCounts.push_back(0);
    }
    return place->second;
}

OverviewRows::Kind OverviewRows::kindOf(const CaptureDocument& document, const SegmentRecord& record) const
{
    if (!m_folds)
        return Kind::Single;
    if (cameToNothing(document, document.connection(record.connection).connection))
        return Kind::Brief;
    const bool isPlain = !record.has(TcpFlag::Syn) && !record.has(TcpFlag::Fin) && !record.has(TcpFlag::Rst);
    return isPlain ? Kind::Data : Kind::Single;
}

void OverviewRows::take(const CaptureDocument& document, SegmentId segment)
{
    const SegmentRecord& record = document.segment(segment);
    const Kind kind = kindOf(document, record);
    const HostPair pair = hostsOf(record.connection);
    const bool goesOn = kind != Kind::Single && kind == m_runKind && (kind == Kind::Data || pair == m_runPair);
    if (!goesOn)
        closeRun(document, segment);
    m_runKind = kind;
    m_runPair = pair;
    m_run.push_back(segment);
}

void OverviewRows::closeRun(const CaptureDocument& document, SegmentId end)
{
    if (m_run.size() >= shortestRun && !m_unfolded.contains(end)) {
        addRows(document, end);
    } else {
        for (const SegmentId segment : m_run)
            m_rows.push_back({.first = segment, .end = end, .bytes = document.segment(segment).payloadLength});
    }
    m_run.clear();
}

/// A row for each connection, in the order in which they come; connections that came to nothing share one, behind the
/// first few that show what they are.
void OverviewRows::addRows(const CaptureDocument& document, SegmentId end)
{
    const std::size_t shown = m_runKind == Kind::Brief ? shownOfBriefRun : 0;
    for (const SegmentId segment : std::span(m_run).first(shown))
        m_rows.push_back({.first = segment, .end = end});
    std::unordered_map<ConnectionId, std::size_t> rowsOf;
    const std::size_t first = m_rows.size();
    for (const SegmentId segment : std::span(m_run).subspan(shown)) {
        const SegmentRecord& record = document.segment(segment);
        const std::size_t next = m_runKind == Kind::Brief ? first : m_rows.size();
        const auto [place, isNew] = rowsOf.try_emplace(record.connection, next);
        if (place->second == m_rows.size()) {
            m_rows.push_back({.first = segment, .end = end, .bytes = record.payloadLength});
            continue;
        }
        OverviewRow& row = m_rows[place->second];
        ++row.count;
        row.connections += isNew;
        row.bytes += record.payloadLength;
    }
}

std::optional<std::size_t> OverviewRows::rowOf(const CaptureDocument& document, SegmentId segment) const
{
    const auto behind = std::ranges::upper_bound(m_rows, segment, {}, &OverviewRow::first);
    const ConnectionId connection = document.segment(segment).connection;
    for (auto row = behind; row != m_rows.begin() && segment < (row - 1)->end; --row) {
        const OverviewRow& candidate = *(row - 1);
        const bool isIn = candidate.first == segment
            || (candidate.isFold()
                && (candidate.connections > 1 || document.segment(candidate.first).connection == connection));
        if (isIn)
            return static_cast<std::size_t>(row - 1 - m_rows.begin());
    }
    return std::nullopt;
}

} // namespace tcpladder
