// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reports.h"

#include "core/base/prefetch.h"
#include "core/report/cells.h"
#include "core/report/segment_row.h"
#include "core/report/wording.h"
#include "core/state/course_with_timers.h"
#include "core/state/transition_table.h"

#include <algorithm>
#include <array>
#include <thread>

namespace tcpladder {

namespace {

constexpr std::array connectionColumns = std::to_array<std::string_view>(
    {"connection", "a_addr", "a_port", "b_addr", "b_port", "first_frame", "last_frame", "a_packets", "b_packets",
        "a_bytes", "b_bytes", "a_first_state", "b_first_state", "a_last_state", "b_last_state"});

constexpr std::array stateColumns = std::to_array<std::string_view>({"frame", "after_frame", "proven_by_frame", "time",
    "connection", "addr", "port", "peer_addr", "peer_port", "old_state", "new_state", "certainty", "clause"});

constexpr std::array findingColumns
    = std::to_array<std::string_view>({"frame", "time", "connection", "kind", "severity", "text", "clause"});

class Reporter
{
public:
    Reporter(const CaptureDocument& document, TableFormat format, OutputFile& output, const ReportOptions& options)
        : m_document(document)
        , m_format(format)
        , m_output(output)
        , m_options(options)
    {
    }

    Result<void> writeSegments()
    {
        TableRows rows = begin(segmentColumns());
        for (std::size_t i = 0; i < m_document.segmentCount(); ++i) {
            const SegmentRecord record = m_document.segment(SegmentId(i));
            const auto details = m_document.decode(record);
            if (!details)
                return std::unexpected(details.error());
            writeSegmentRow(rows, *details, record, m_document.comment(record.packet));
            put(rows, usualPiece);
        }
        put(rows);
        return {};
    }

    Result<void> writeConnections()
    {
        writeOfConnections(connectionColumns, [this](TableRows& rows, ConnectionId id) { writeConnection(rows, id); });
        return {};
    }

    Result<void> writeStates()
    {
        writeOfConnections(stateColumns, [this](TableRows& rows, ConnectionId id) {
            for (const TimedTransition& step : courseOf(m_document.connection(id).analysis))
                writeState(rows, step, id);
        });
        return {};
    }

    Result<void> writeFindings()
    {
        TableRows rows = begin(findingColumns);
        for (const FindingId id : findingsInOrder()) {
            writeFinding(rows, m_document.finding(id));
            put(rows, usualPiece);
        }
        put(rows);
        return {};
    }

private:
    static constexpr std::size_t usualPiece = std::size_t{64} << 10;

    TableRows begin(std::span<const std::string_view> columns) const
    {
        TableRows rows(m_format, columns);
        rows.header();
        return rows;
    }

    /// Writes what was made, once it is that much.
    void put(TableRows& rows, std::size_t least = 0)
    {
        if (rows.made().size() < least)
            return;
        m_output.write(rows.made());
        rows.clear();
    }

    /// The rows of a connection are nobody else's business: each processor makes those of a block of connections, and
    /// the blocks are written in their order.
    template <class WriteRows>
    void writeOfConnections(std::span<const std::string_view> columns, const WriteRows& writeRows)
    {
        constexpr std::size_t block = 4096;
        const std::size_t count = m_document.connectionCount();
        const std::size_t most = std::max<std::size_t>(1, std::thread::hardware_concurrency());
        std::vector<TableRows> blocks(std::min(most, count / block + 1), begin(columns));
        const auto make = [&](std::size_t which, std::size_t from) {
            for (std::size_t i = from; i < std::min(count, from + block); ++i) {
                prefetchBehind(i);
                writeRows(blocks[which], ConnectionId(i));
            }
        };
        put(blocks.front());
        std::ranges::for_each(blocks, &TableRows::clear);
        for (std::size_t from = 0; from < count; from += blocks.size() * block) {
            std::vector<std::jthread> others;
            for (std::size_t which = 1; which < blocks.size(); ++which)
                others.emplace_back(make, which, from + which * block);
            make(0, from);
            others.clear();
            for (TableRows& rows : blocks)
                put(rows);
        }
    }

    /// Of hundreds of thousands of connections nothing lies in the cache: what a row is made of is asked for some rows
    /// before.
    void prefetchBehind(std::size_t connection) const
    {
        constexpr std::size_t toRecords = 8;
        constexpr std::size_t toLists = 16;
        const std::size_t count = m_document.connectionCount();
        if (connection + toLists < count) {
            const ConnectionEntry& entry = m_document.connection(ConnectionId(connection + toLists));
            entry.analysis.prefetchOutcome();
            prefetchLine(entry.connection.segments.data());
        }
        if (connection + toRecords < count) {
            const auto& segments = m_document.connection(ConnectionId(connection + toRecords)).connection.segments;
            m_document.prefetchSegment(segments.front());
            m_document.prefetchSegment(segments.back());
        }
    }

    void writeConnection(TableRows& row, ConnectionId id) const
    {
        const ConnectionEntry& entry = m_document.connection(id);
        const Connection& connection = entry.connection;
        connectionNumber(row, id);
        for (const Endpoint& end : connection.endpoints)
            endpoint(row, end);
        frame(row, m_document.segment(connection.segments.front()).packet);
        frame(row, m_document.segment(connection.segments.back()).packet);
        for (const SideCounts& counts : connection.counts)
            row.number(counts.segments);
        for (const SideCounts& counts : connection.counts)
            row.number(counts.payloadBytes);
        for (const Side side : {Side::A, Side::B})
            row.word(stateName(entry.analysis.firstState(side)));
        for (const Side side : {Side::A, Side::B})
            row.word(stateName(entry.analysis.lastState(side)));
        row.endRow();
    }

    std::vector<TimedTransition> courseOf(const KeptAnalysis& analysis) const
    {
        return courseWithTimers(analysis.transitions().all(), analysis.timeWait(Side::A), analysis.timeWait(Side::B),
            m_options.twoMsl, m_document.summary().lastTime);
    }

    void writeState(TableRows& row, const TimedTransition& step, ConnectionId id) const
    {
        const Transition& transition = step.transition;
        const Connection& connection = m_document.connection(id).connection;
        for (const SegmentId segment : {transition.cause, transition.after, transition.proof})
            frame(row, segment.isValid() ? m_document.segment(segment).packet : PacketNumber{});
        row.word(
            formatEpochSeconds(transition.cause.isValid() ? m_document.segment(transition.cause).time : step.time));
        connectionNumber(row, id);
        const Endpoint& own = connection.endpoint(transition.side);
        const Endpoint& peer = connection.endpoint(peerOf(transition.side));
        endpoint(row, own);
        endpoint(row, peer);
        row.word(stateName(transition.from));
        row.word(stateName(transition.to));
        row.word(certaintyName(transition.certainty));
        row.word(transitionRow(transition.rule).clause);
        row.endRow();
    }

    void writeFinding(TableRows& row, const Finding& finding) const
    {
        const FindingKindInfo& kind = findingKindInfo(finding.kind);
        frame(row, finding.packet);
        row.word(
            formatEpochSeconds(finding.segment.isValid() ? m_document.segment(finding.segment).time : unknownTime));
        connectionNumber(row, finding.connection);
        row.word(kind.name);
        row.word(severityName(finding.severity));
        row.text(toEnglish(explainFinding(m_document, finding)));
        row.word(clauseOf(finding));
        row.endRow();
    }

    std::vector<FindingId> findingsInOrder() const
    {
        std::vector<FindingId> ids;
        for (std::size_t i = 0; i < m_document.findingCount(); ++i) {
            if (!m_document.isWithdrawn(FindingId(i)))
                ids.emplace_back(i);
        }
        std::ranges::stable_sort(ids, {}, [&](FindingId id) { return m_document.finding(id).packet; });
        return ids;
    }

    const CaptureDocument& m_document;
    TableFormat m_format;
    OutputFile& m_output;
    ReportOptions m_options;
};

} // namespace

std::optional<Report> reportNamed(std::string_view name)
{
    constexpr std::array names = std::to_array<std::string_view>({"segments", "connections", "states", "findings"});
    const auto found = std::ranges::find(names, name);
    return found == names.end() ? std::optional<Report>{} : static_cast<Report>(found - names.begin());
}

Result<void> writeReport(const CaptureDocument& document, Report report, TableFormat format, OutputFile& output,
    const ReportOptions& options)
{
    Reporter reporter(document, format, output, options);
    switch (report) {
    case Report::Segments: return reporter.writeSegments();
    case Report::Connections: return reporter.writeConnections();
    case Report::States: return reporter.writeStates();
    case Report::Findings: return reporter.writeFindings();
    }
    return {};
}

} // namespace tcpladder
