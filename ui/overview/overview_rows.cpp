// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overview_rows.h"

#include "ui/support/destroy_elsewhere.h"

#include <algorithm>
#include <utility>

namespace tcpladder {

namespace {

constexpr std::size_t segmentsAtOnce = 5'000; ///< half a millisecond, or two where little lies in the cache
constexpr std::size_t connectionsAtOnce = 1'000;
constexpr double partOfPairs = 0.2; ///< of the time

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

void OverviewRows::begin(bool folds)
{
    m_reader = {};
    m_reader.folds = folds;
    m_progress = 0;
}

bool OverviewRows::goOn(const CaptureDocument& document, HostArrangement& arrangement, std::chrono::milliseconds atMost)
{
    const auto end = std::chrono::steady_clock::now() + atMost;
    do {
        const CaptureDocument::Reading reading(document);
        if (!m_reader.hasPairs) {
            readPairs(document);
            if (m_reader.hasPairs)
                arrangement.grow(m_hosts.size());
        } else if (readSegments(document, arrangement)) {
            std::swap(m_rows, m_reader.rows);
            destroyElsewhere(std::exchange(m_reader, {}));
            m_progress = 1;
            return true;
        }
    } while (std::chrono::steady_clock::now() < end);
    return false;
}

void OverviewRows::read(const CaptureDocument& document, HostArrangement& arrangement, bool folds)
{
    begin(folds);
    while (!goOn(document, arrangement, std::chrono::milliseconds(10))) { }
}

void OverviewRows::readPairs(const CaptureDocument& document)
{
    const std::size_t count = document.connectionCount();
    const std::size_t end = std::min(m_pairs.size() + connectionsAtOnce, count);
    for (std::size_t i = m_pairs.size(); i < end; ++i) {
        const Connection& connection = document.connection(ConnectionId(i)).connection;
        const HostPair pair{hostOf(connection.endpoint(Side::A).address), hostOf(connection.endpoint(Side::B).address)};
        ++m_connectionCounts[pair.a];
        if (pair.a != pair.b)
            ++m_connectionCounts[pair.b];
        m_pairs.push_back(pair);
    }
    m_progress = count == 0 ? 0 : partOfPairs * static_cast<double>(end) / static_cast<double>(count);
    if (end < count)
        return;
    m_reader.hasPairs = true;
    m_reader.isBrief.assign(count, 0);
    m_reader.rowsOf.assign(count, {});
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

/// Whether that was the last of them.
bool OverviewRows::readSegments(const CaptureDocument& document, const HostArrangement& arrangement)
{
    const auto isShown = [&](std::uint32_t host) { return arrangement.columnOf(host).has_value(); };
    const std::size_t count = document.segmentCount();
    for (std::size_t i = 0; i < segmentsAtOnce && m_reader.next < count; ++i) {
        const SegmentId segment(m_reader.next++);
        const ConnectionId connection = document.segment(segment).connection;
        if (connection.value < m_reader.isBrief.size() && isShown(hostsOf(connection).a)
            && isShown(hostsOf(connection).b))
            take(document, segment);
    }
    const double part = count == 0 ? 1 : static_cast<double>(m_reader.next) / static_cast<double>(count);
    m_progress = partOfPairs + (1 - partOfPairs) * part;
    return m_reader.next >= count && closeRun(SegmentId(count));
}

bool OverviewRows::isBrief(const CaptureDocument& document, ConnectionId connection)
{
    std::uint8_t& known = m_reader.isBrief[connection.value];
    if (known == 0)
        known = cameToNothing(document, document.connection(connection).connection) ? 2 : 1;
    return known == 2;
}

OverviewRows::Kind OverviewRows::kindOf(const CaptureDocument& document, const SegmentRecord& record)
{
    if (!m_reader.folds)
        return Kind::Single;
    if (isBrief(document, record.connection))
        return Kind::Brief;
    const bool isPlain = !record.has(TcpFlag::Syn) && !record.has(TcpFlag::Fin) && !record.has(TcpFlag::Rst);
    return isPlain ? Kind::Data : Kind::Single;
}

/// A run is kept segment by segment until it is a long one, and from then on in the rows that it will have: of millions
/// of segments no list is made.
void OverviewRows::take(const CaptureDocument& document, SegmentId segment)
{
    Reader& reader = m_reader;
    const SegmentRecord record = document.segment(segment);
    if (segment < reader.singleUntil) {
        reader.rows.push_back({.first = segment, .end = reader.singleUntil, .bytes = record.payloadLength});
        reader.firstRow = reader.rows.size();
        return;
    }
    const Kind kind = kindOf(document, record);
    const HostPair pair = hostsOf(record.connection);
    const bool goesOn = kind != Kind::Single && kind == reader.kind && (kind == Kind::Data || pair == reader.pair);
    if (!goesOn) {
        if (!closeRun(segment))
            return;
        reader.begin = segment.value;
    }
    reader.kind = kind;
    reader.pair = pair;
    ++reader.segments;
    if (reader.isLong)
        return addToFold(record, segment);
    reader.rows.push_back({.first = segment, .end = segment, .bytes = record.payloadLength});
    if (reader.segments == shortestRun)
        foldRun(document);
}

/// False where the run is to be shown segment by segment: then it is read once more.
bool OverviewRows::closeRun(SegmentId end)
{
    Reader& reader = m_reader;
    const bool isReadAgain = reader.isLong && m_unfolded.contains(end);
    if (isReadAgain) {
        reader.rows.resize(reader.firstRow);
        reader.next = reader.begin;
        reader.singleUntil = end;
    }
    for (std::size_t i = reader.firstRow; i < reader.rows.size(); ++i)
        reader.rows[i].end = end;
    reader.kind = Kind::Single;
    reader.firstRow = reader.rows.size();
    reader.segments = 0;
    reader.isLong = false;
    return !isReadAgain;
}

/// A row for each connection, in the order in which they come; connections that came to nothing share one, behind the
/// first few that show what they are.
void OverviewRows::foldRun(const CaptureDocument& document)
{
    Reader& reader = m_reader;
    const std::size_t shown = reader.firstRow + (reader.kind == Kind::Brief ? shownOfBriefRun : 0);
    const std::vector<OverviewRow> rest(reader.rows.begin() + static_cast<std::ptrdiff_t>(shown), reader.rows.end());
    reader.rows.resize(shown);
    reader.isLong = true;
    ++reader.run;
    for (const OverviewRow& row : rest)
        addToFold(document.segment(row.first), row.first);
}

void OverviewRows::addToFold(const SegmentRecord& record, SegmentId segment)
{
    Reader& reader = m_reader;
    RowInRun& known = reader.rowsOf[record.connection.value];
    const bool isNew = known.run != reader.run;
    const std::size_t ofNew = reader.kind == Kind::Brief ? reader.firstRow + shownOfBriefRun : reader.rows.size();
    if (isNew)
        known = {reader.run, static_cast<std::uint32_t>(ofNew - reader.firstRow)};
    const std::size_t place = reader.firstRow + known.row;
    if (place == reader.rows.size()) {
        reader.rows.push_back({.first = segment, .end = segment, .bytes = record.payloadLength});
        return;
    }
    OverviewRow& row = reader.rows[place];
    ++row.count;
    row.connections += isNew;
    row.bytes += record.payloadLength;
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
