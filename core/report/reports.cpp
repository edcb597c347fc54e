// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reports.h"

#include "core/report/wording.h"
#include "core/state/course_with_timers.h"
#include "core/state/transition_table.h"

#include <algorithm>
#include <array>

namespace tcpladder {

namespace {

constexpr std::array segmentColumns = std::to_array<std::string_view>({"frame", "time", "src", "sport", "dst", "dport",
    "flags", "seq", "ack", "win", "payload_len", "hdr_len", "mss", "wscale", "sack_perm", "ts_val", "ts_ecr",
    "sack_blocks", "urg_ptr", "checksum", "checksum_status", "connection", "comment"});

constexpr std::array connectionColumns = std::to_array<std::string_view>(
    {"connection", "a_addr", "a_port", "b_addr", "b_port", "first_frame", "last_frame", "a_packets", "b_packets",
        "a_bytes", "b_bytes", "a_first_state", "b_first_state", "a_last_state", "b_last_state"});

constexpr std::array stateColumns = std::to_array<std::string_view>({"frame", "after_frame", "proven_by_frame", "time",
    "connection", "addr", "port", "peer_addr", "peer_port", "old_state", "new_state", "certainty", "clause"});

constexpr std::array findingColumns
    = std::to_array<std::string_view>({"frame", "time", "connection", "kind", "severity", "text", "clause"});

Cell number(std::uint64_t value)
{
    return value;
}

Cell text(std::string_view value)
{
    return value.empty() ? Cell{} : Cell(std::string(value));
}

Cell frame(PacketNumber packet)
{
    return packet.isValid() ? number(packet.value) : Cell{};
}

/// Connections are counted from 1, as frames are.
Cell connectionNumber(ConnectionId id)
{
    return id.isValid() ? number(std::uint64_t{id.value} + 1) : Cell{};
}

template <class Value>
Cell optionalNumber(const std::optional<Value>& value)
{
    return value ? number(*value) : Cell{};
}

std::string formatHex(std::uint16_t value)
{
    char digits[8];
    std::snprintf(digits, sizeof digits, "0x%04x", value);
    return digits;
}

std::string formatSackBlocks(const TcpOptions& options)
{
    std::string blocks;
    for (const SackBlock& block : options.sacks()) {
        if (!blocks.empty())
            blocks += ',';
        blocks.append(std::to_string(block.left.value)).append(1, '-').append(std::to_string(block.right.value));
    }
    return blocks;
}

std::string_view checksumWord(ChecksumStatus status)
{
    switch (status) {
    case ChecksumStatus::Good: return "good";
    case ChecksumStatus::Partial: return "partial";
    case ChecksumStatus::Bad: return "bad";
    case ChecksumStatus::Unknown: return {};
    default: return "unverified";
    }
}

Cell timestampValue(const TcpOptions& options)
{
    if (options.timestamps)
        return number(options.timestamps->value);
    return options.cutTimestampValue ? number(*options.cutTimestampValue) : Cell{};
}

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
        TableWriter table(m_output, m_format, segmentColumns);
        for (std::size_t i = 0; i < m_document.segmentCount(); ++i) {
            const SegmentRecord& record = m_document.segment(SegmentId(i));
            const auto details = m_document.decode(record);
            if (!details)
                return std::unexpected(details.error());
            table.write(segmentCells(*details, record));
        }
        return {};
    }

    Result<void> writeConnections()
    {
        TableWriter table(m_output, m_format, connectionColumns);
        for (std::size_t i = 0; i < m_document.connectionCount(); ++i)
            table.write(connectionCells(ConnectionId(i)));
        return {};
    }

    Result<void> writeStates()
    {
        TableWriter table(m_output, m_format, stateColumns);
        for (std::size_t i = 0; i < m_document.connectionCount(); ++i) {
            const ConnectionId id(i);
            const ConnectionEntry& entry = m_document.connection(id);
            for (const TimedTransition& step : courseOf(entry.analysis))
                table.write(stateCells(step, id));
        }
        return {};
    }

    Result<void> writeFindings()
    {
        TableWriter table(m_output, m_format, findingColumns);
        for (const FindingId id : findingsInOrder())
            table.write(findingCells(m_document.finding(id)));
        return {};
    }

private:
    std::array<Cell, segmentColumns.size()> segmentCells(const Segment& segment, const SegmentRecord& record) const
    {
        const TcpFieldSet known = segment.known;
        const TcpOptions& options = segment.options;
        const auto when
            = [&](TcpField field, std::uint64_t value) { return known.has(field) ? number(value) : Cell{}; };
        const bool hasFlags = known.has(TcpField::OffsetAndFlags);
        return {frame(record.packet), text(formatEpochSeconds(record.time)), text(formatAddress(segment.source)),
            number(segment.sourcePort), text(formatAddress(segment.destination)), number(segment.destinationPort),
            hasFlags ? text(formatFlagsHex(record.flags())) : Cell{}, when(TcpField::Sequence, record.sequence.value),
            when(TcpField::Acknowledgment, record.acknowledgment.value), when(TcpField::Window, segment.window),
            when(TcpField::PayloadLength, segment.payloadLength), when(TcpField::HeaderLength, segment.headerLength),
            optionalNumber(options.maximumSegmentSize), optionalNumber(options.windowScale),
            options.sackPermitted ? number(1) : Cell{}, timestampValue(options),
            options.timestamps ? number(options.timestamps->echoReply) : Cell{}, text(formatSackBlocks(options)),
            when(TcpField::UrgentPointer, segment.urgentPointer),
            known.has(TcpField::Checksum) ? text(formatHex(segment.checksum)) : Cell{},
            text(checksumWord(segment.checksumStatus)), connectionNumber(record.connection),
            text(m_document.comment(record.packet))};
    }

    std::array<Cell, connectionColumns.size()> connectionCells(ConnectionId id) const
    {
        const ConnectionEntry& entry = m_document.connection(id);
        const Connection& connection = entry.connection;
        const KeptAnalysis& analysis = entry.analysis;
        const Endpoint& a = connection.endpoint(Side::A);
        const Endpoint& b = connection.endpoint(Side::B);
        const auto packetOf = [&](SegmentId segment) { return frame(m_document.segment(segment).packet); };
        const auto& counts = connection.counts;
        return {connectionNumber(id), text(formatAddress(a.address)), number(a.port), text(formatAddress(b.address)),
            number(b.port), packetOf(connection.segments.front()), packetOf(connection.segments.back()),
            number(counts[0].segments), number(counts[1].segments), number(counts[0].payloadBytes),
            number(counts[1].payloadBytes), text(stateName(analysis.firstState(Side::A))),
            text(stateName(analysis.firstState(Side::B))), text(stateName(analysis.lastState(Side::A))),
            text(stateName(analysis.lastState(Side::B)))};
    }

    std::vector<TimedTransition> courseOf(const KeptAnalysis& analysis) const
    {
        return courseWithTimers(analysis.transitions(), analysis.timeWait(Side::A), analysis.timeWait(Side::B),
            m_options.twoMsl, m_document.summary().lastTime);
    }

    std::array<Cell, stateColumns.size()> stateCells(const TimedTransition& step, ConnectionId id) const
    {
        const Transition& transition = step.transition;
        const Connection& connection = m_document.connection(id).connection;
        const Endpoint& own = connection.endpoint(transition.side);
        const Endpoint& peer = connection.endpoint(peerOf(transition.side));
        const auto packetOf
            = [&](SegmentId segment) { return segment.isValid() ? frame(m_document.segment(segment).packet) : Cell{}; };
        const Timestamp time = transition.cause.isValid() ? m_document.segment(transition.cause).time : step.time;
        return {packetOf(transition.cause), packetOf(transition.after), packetOf(transition.proof),
            text(formatEpochSeconds(time)), connectionNumber(id), text(formatAddress(own.address)), number(own.port),
            text(formatAddress(peer.address)), number(peer.port), text(stateName(transition.from)),
            text(stateName(transition.to)), text(certaintyName(transition.certainty)),
            text(transitionRow(transition.rule).clause)};
    }

    std::array<Cell, findingColumns.size()> findingCells(const Finding& finding) const
    {
        const FindingKindInfo& kind = findingKindInfo(finding.kind);
        const Timestamp time = finding.segment.isValid() ? m_document.segment(finding.segment).time : unknownTime;
        return {frame(finding.packet), text(formatEpochSeconds(time)), connectionNumber(finding.connection),
            text(kind.name), text(severityName(finding.severity)), text(toEnglish(explainFinding(m_document, finding))),
            text(clauseOf(finding))};
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
