// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/header/shown_segment.h"

#include "core/document/segment_number.h"
#include "core/document/situation_at.h"
#include "core/report/wording.h"
#include "ui/session/capture_session.h"
#include "ui/session/selection.h"
#include "ui/support/translate_message.h"

#include <algorithm>

namespace tcpladder {

namespace {

constexpr std::size_t flagsWordOffset = 12; // RFC 9293 section 3.1
constexpr std::size_t searchedForOrigin = 64;

/// The first sequence number that the side is known to have used; a side that was not heard yet is known by what its
/// peer acknowledges. Looks at the connection's beginning only: a side that is silent for so long counts as unknown.
std::optional<SequenceNumber> originOf(const CaptureDocument& document, const Connection& connection, Side side)
{
    std::optional<SequenceNumber> acknowledged;
    const std::size_t count = std::min(connection.segments.size(), searchedForOrigin);
    for (std::size_t i = 0; i < count; ++i) {
        const SegmentRecord record = document.segment(connection.segments[i]);
        if (record.sender == side && record.known.has(TcpField::Sequence))
            return record.sequence;
        if (record.sender != side && !acknowledged && record.has(TcpFlag::Ack))
            acknowledged = record.acknowledgment;
    }
    return acknowledged;
}

std::optional<FlagsDispute> findDispute(
    const CaptureDocument& document, const ConnectionEntry& entry, SegmentId segment)
{
    for (const FindingId id : entry.findings) {
        const Finding& finding = document.finding(id);
        if (finding.kind == FindingKind::TextFlagsDiffer && finding.segment == segment)
            return FlagsDispute{translateMessage(explainFinding(document, finding)), document.segment(segment).flags()};
    }
    return {};
}

} // namespace

ShownSegment::ShownSegment(const CaptureSession& session, const Selection& selection, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_selection(selection)
{
    connect(&selection, &Selection::segmentChanged, this, &ShownSegment::readAnew);
    connect(&session, &CaptureSession::documentReplaced, this, &ShownSegment::readAnew);
    connect(&session, &CaptureSession::documentGrew, this, &ShownSegment::readSurroundings);
    connect(&session, &CaptureSession::commentsChanged, this, &ShownSegment::readAnew);
    readAnew();
}

std::uint16_t ShownSegment::flagsWord() const
{
    if (!m_details)
        return 0;
    const std::size_t at = m_details->segment.transportOffset + flagsWordOffset;
    if (at + 2 <= m_details->bytes.size())
        return static_cast<std::uint16_t>(loadUnchecked<2>(m_details->bytes.data() + at, ByteOrder::Big));
    return static_cast<std::uint16_t>(m_details->segment.headerLength / 4U << 12 | m_details->segment.flags.bits);
}

WhatIf ShownSegment::whatIf(std::uint16_t word) const
{
    if (!m_details)
        return {};
    const CaptureDocument& document = *m_session.document();
    const CaptureDocument::Reading reading(document);
    return explainWhatIf(*m_details, situationAt(document, m_selection.connection(), m_selection.segment()), word);
}

void ShownSegment::readAnew()
{
    m_details.reset();
    m_trouble.clear();
    m_number = 0;
    m_context = {};
    m_dispute.reset();
    if (const CaptureDocument* document = m_session.document())
        readFrom(*document);
    emit changed();
}

void ShownSegment::readFrom(const CaptureDocument& document)
{
    SegmentRecord record;
    {
        const CaptureDocument::Reading reading(document);
        if (m_selection.segment().value >= document.segmentCount())
            return;
        record = document.segment(m_selection.segment());
        takeSurroundings(document);
    }
    // Without the Reading: a disk may be slow.
    if (Result<SegmentDetails> details = document.details(record))
        m_details = std::move(*details);
    else
        m_trouble = translateError(m_session.name(), details.error());
}

void ShownSegment::readSurroundings()
{
    const CaptureDocument* document = m_session.document();
    if (!document || !m_details)
        return;
    bool isNew = false;
    {
        const CaptureDocument::Reading reading(*document);
        isNew = takeSurroundings(*document);
    }
    if (isNew)
        emit changed();
}

/// Whether anything differs from before.
bool ShownSegment::takeSurroundings(const CaptureDocument& document)
{
    const ConnectionId id = m_selection.connection();
    const SegmentId segment = m_selection.segment();
    if (id.value >= document.connectionCount() || segment.value >= document.segmentCount())
        return false;
    const ConnectionEntry& entry = document.connection(id);
    const Side sender = document.segment(segment).sender;
    const SegmentContext context{originOf(document, entry.connection, sender),
        originOf(document, entry.connection, peerOf(sender)), entry.analysis.facts().windowShift(sender)};
    const std::optional<FlagsDispute> dispute = findDispute(document, entry, segment);
    const std::size_t number = segmentNumber(document, segment);
    const bool isNew = context != m_context || dispute != m_dispute || number != m_number;
    m_context = context;
    m_dispute = dispute;
    m_number = number;
    return isNew;
}

} // namespace tcpladder
