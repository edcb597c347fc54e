// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/series/series_reader.h"

#include <algorithm>

namespace tcpladder {

namespace {

constexpr std::size_t recordsAtOnce = 8192; ///< copied in less than a millisecond
constexpr std::size_t packetsAtOnce = 4096;

/// So many findings may have been withdrawn before those that were looked at: the one window-full of each side that
/// could still prove wrong, and what the end of the capture showed before it went on.
constexpr std::size_t mostWithdrawn = 64;

SegmentRemark remarkOf(FindingKind kind)
{
    switch (kind) {
    case FindingKind::SynRetransmission:
    case FindingKind::RtoRetransmission:
    case FindingKind::FastRetransmission:
    case FindingKind::SpuriousRetransmission:
    case FindingKind::FinRetransmission: return SegmentRemark::Retransmitted;
    case FindingKind::OutOfOrder: return SegmentRemark::OutOfOrder;
    case FindingKind::KeepAlive:
    case FindingKind::ZeroWindowProbe: return SegmentRemark::Probe;
    case FindingKind::DupAck: return SegmentRemark::DuplicateAck;
    case FindingKind::CapturedTwice: return SegmentRemark::CapturedTwice;
    default: return SegmentRemark::None;
    }
}

} // namespace

SeriesReader::SeriesReader(const CaptureDocument& document, ConnectionId connection, ConnectionSeries& series)
    : m_document(document)
    , m_connection(connection)
    , m_builder(series)
    , m_optionBuilder(series)
{
}

SeriesReader::Outcome SeriesReader::readSegments()
{
    const Outcome outcome = copy(m_segments, recordsAtOnce, Id<SegmentRecord>::noValue);
    for (const Entry& entry : m_batch)
        m_builder.take(entry.record, entry.id, entry.remark);
    return outcome;
}

SeriesReader::Outcome SeriesReader::readOptions()
{
    const Outcome outcome = copy(m_options, packetsAtOnce, m_segments.done);
    for (const Entry& entry : m_batch) {
        if (entry.remark != SegmentRemark::CapturedTwice)
            m_optionBuilder.take(entry.record, entry.id, m_document.options(entry.record).value_or(TcpOptions()));
    }
    return outcome;
}

/// The next segments before the position `end` go to m_batch.
SeriesReader::Outcome SeriesReader::copy(Place& place, std::size_t atMost, std::size_t end)
{
    m_batch.clear();
    const CaptureDocument::Reading reading(m_document);
    if (m_connection.value >= m_document.connectionCount())
        return Outcome::CaughtUp;
    const ConnectionEntry& entry = m_document.connection(m_connection);
    const auto& segments = entry.connection.segments;
    if (place.done > segments.size() || (place.done > 0 && segments[place.done - 1] != place.last))
        return Outcome::Outdated;
    const std::size_t last = std::min(segments.size(), end);
    const std::size_t count = std::min(last - std::min(last, place.done), atMost);
    if (count == 0)
        return Outcome::CaughtUp;
    for (std::size_t i = place.done; i < place.done + count; ++i)
        m_batch.push_back({m_document.segment(segments[i]), segments[i]});
    place.done += count;
    place.last = m_batch.back().id;
    if (&place == &m_segments) {
        copyRemarks(entry);
        const ConnectionFacts& facts = entry.analysis.facts();
        m_builder.setWindowShifts({facts.windowShift(Side::A), facts.windowShift(Side::B)});
    }
    return Outcome::More;
}

/// Findings come in the order of their segments, as far as these kinds go.
void SeriesReader::copyRemarks(const ConnectionEntry& entry)
{
    m_findings = std::min(m_findings, entry.findings.size());
    m_findings -= std::min(m_findings, mostWithdrawn);
    for (; m_findings < entry.findings.size(); ++m_findings) {
        const Finding& finding = m_document.finding(entry.findings[m_findings]);
        const SegmentRemark remark = remarkOf(finding.kind);
        if (remark == SegmentRemark::None || !finding.segment.isValid())
            continue;
        if (finding.segment > m_batch.back().id)
            break;
        const auto found = std::ranges::lower_bound(m_batch, finding.segment, {}, &Entry::id);
        if (found != m_batch.end() && found->id == finding.segment)
            found->remark = std::max(found->remark, remark);
    }
}

} // namespace tcpladder
