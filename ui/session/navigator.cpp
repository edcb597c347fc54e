// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/navigator.h"

#include "ui/session/capture_session.h"

#include <algorithm>
#include <ranges>

namespace tcpladder {

void selectSegment(Selection& selection, const CaptureDocument& document, SegmentId segment)
{
    SegmentChoice choice;
    {
        const CaptureDocument::Reading reading(document);
        const SegmentRecord record = document.segment(segment);
        choice = {record.connection, segment, record.time};
    }
    selection.selectSegment(choice);
}

void selectSegmentAt(Selection& selection, const CaptureDocument& document, ConnectionId connection, std::size_t row)
{
    SegmentChoice choice;
    {
        const CaptureDocument::Reading reading(document);
        if (!connection.isValid() || connection.value >= document.connectionCount())
            return;
        const auto& segments = document.connection(connection).connection.segments;
        if (row >= segments.size())
            return;
        choice = {connection, segments[row], document.segment(segments[row]).time};
    }
    selection.selectSegment(choice);
}

/// Segments stand in the order of their packets.
SegmentId segmentOf(const CaptureDocument& document, PacketNumber packet)
{
    const CaptureDocument::Reading reading(document);
    const auto positions = std::views::iota(std::size_t{0}, document.segmentCount());
    const auto behind = std::ranges::upper_bound(
        positions, packet, {}, [&](std::size_t position) { return document.segment(SegmentId(position)).packet; });
    if (behind == positions.begin())
        return {};
    const SegmentId found(*behind - 1);
    return document.segment(found).packet == packet ? found : SegmentId();
}

std::optional<std::size_t> selectedRow(const Selection& selection, const CaptureDocument& document)
{
    const CaptureDocument::Reading reading(document);
    if (!selection.segment().isValid())
        return std::nullopt;
    const auto& segments = document.connection(selection.connection()).connection.segments;
    return static_cast<std::size_t>(std::ranges::lower_bound(segments, selection.segment()) - segments.begin());
}

Navigator::Navigator(const CaptureSession& session, Selection& selection)
    : m_session(session)
    , m_selection(selection)
{
}

void Navigator::firstSegment()
{
    if (const CaptureDocument* document = m_session.document())
        selectSegmentAt(m_selection, *document, m_selection.connection(), 0);
}

void Navigator::lastSegment()
{
    const CaptureDocument* document = m_session.document();
    if (!document || !m_selection.connection().isValid())
        return;
    std::size_t count = 0;
    {
        const CaptureDocument::Reading reading(*document);
        count = document->connection(m_selection.connection()).connection.segments.size();
    }
    selectSegmentAt(m_selection, *document, m_selection.connection(), count - 1);
}

void Navigator::nextSegment()
{
    stepSegment(1);
}

void Navigator::previousSegment()
{
    stepSegment(-1);
}

void Navigator::nextConnection()
{
    stepConnection(1);
}

void Navigator::previousConnection()
{
    stepConnection(-1);
}

void Navigator::nextFinding()
{
    stepFinding(true);
}

void Navigator::previousFinding()
{
    stepFinding(false);
}

void Navigator::stepSegment(std::ptrdiff_t by)
{
    const CaptureDocument* document = m_session.document();
    if (!document)
        return;
    const auto row = selectedRow(m_selection, *document);
    if (!row)
        return firstSegment();
    const std::ptrdiff_t target = static_cast<std::ptrdiff_t>(*row) + by;
    if (target >= 0)
        selectSegmentAt(m_selection, *document, m_selection.connection(), static_cast<std::size_t>(target));
}

void Navigator::stepConnection(std::ptrdiff_t by)
{
    const CaptureDocument* document = m_session.document();
    if (!document)
        return;
    const bool hasOne = m_selection.connection().isValid();
    const std::ptrdiff_t target = hasOne ? static_cast<std::ptrdiff_t>(m_selection.connection().value) + by : 0;
    if (target >= 0)
        selectSegmentAt(m_selection, *document, ConnectionId(static_cast<std::size_t>(target)), 0);
}

/// Findings lie in the order in which they were made, nearly that of their segments: all have to be looked at.
void Navigator::stepFinding(bool forward)
{
    const CaptureDocument* document = m_session.document();
    if (!document)
        return;
    const SegmentId from = m_selection.segment();
    SegmentId best;
    {
        const CaptureDocument::Reading reading(*document);
        for (std::size_t i = 0; i < document->findingCount(); ++i) {
            const FindingId id(i);
            const SegmentId segment = document->finding(id).segment;
            if (!segment.isValid() || document->isWithdrawn(id))
                continue;
            const bool isAhead = !from.isValid() || (forward ? segment > from : segment < from);
            const bool isNearer = !best.isValid() || (forward ? segment < best : segment > best);
            if (isAhead && isNearer)
                best = segment;
        }
    }
    if (best.isValid())
        selectSegment(m_selection, *document, best);
}

} // namespace tcpladder
