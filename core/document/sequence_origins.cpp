// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/sequence_origins.h"

namespace tcpladder {

namespace {

std::optional<SequenceNumber> firstSent(const CaptureDocument& document, const Connection& connection, Side side)
{
    for (const SegmentId id : connection.segments) {
        if (const SegmentRecord record = document.segment(id); record.sender == side)
            return record.sequence;
    }
    return std::nullopt;
}

/// Of a side that sent nothing: behind a captured SYN, what its peer acknowledges first is the number behind its own.
std::optional<SequenceNumber> firstAcknowledged(const CaptureDocument& document, const Connection& connection)
{
    const bool hasSyn = document.segment(connection.segments.front()).has(TcpFlag::Syn);
    for (const SegmentId id : connection.segments) {
        if (const SegmentRecord record = document.segment(id); record.has(TcpFlag::Ack))
            return record.acknowledgment - (hasSyn ? 1 : 0);
    }
    return std::nullopt;
}

} // namespace

void SequenceOrigins::update(const CaptureDocument& document, const Connection& connection)
{
    for (const Side side : {Side::A, Side::B}) {
        auto& origin = m_origins[indexOf(side)];
        const bool hasSent = connection.counts[indexOf(side)].segments > 0;
        if (origin && (!hasSent || m_hasSent[indexOf(side)]))
            continue;
        origin = hasSent ? firstSent(document, connection, side) : firstAcknowledged(document, connection);
        m_hasSent[indexOf(side)] = hasSent;
    }
}

SequenceNumber SequenceOrigins::sequenceOrigin(const SegmentRecord& record) const
{
    return m_origins[indexOf(record.sender)].value_or(record.sequence);
}

SequenceNumber SequenceOrigins::acknowledgmentOrigin(const SegmentRecord& record) const
{
    return m_origins[indexOf(peerOf(record.sender))].value_or(record.acknowledgment);
}

std::int64_t relativeNumber(SequenceNumber number, SequenceNumber origin)
{
    constexpr std::int32_t furthestBehind = -65536;
    const std::int32_t distance = number - origin;
    return distance < 0 && distance >= furthestBehind ? distance : std::int64_t{number.value - origin.value};
}

} // namespace tcpladder
