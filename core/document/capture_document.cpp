// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/capture_document.h"

#include "core/decode/decoder.h"

#include <algorithm>
#include <ranges>

namespace tcpladder {

CaptureDocument::CaptureDocument(std::shared_ptr<const PacketStore> store)
    : m_store(std::make_shared<AssembledPacketStore>(std::move(store)))
{
}

Result<Segment> CaptureDocument::decode(const SegmentRecord& record) const
{
    const auto bytes = m_store->fetch(record.packetOffset, record.capturedLength);
    if (!bytes)
        return std::unexpected(bytes.error());
    return decode(record, *bytes);
}

Result<Segment> CaptureDocument::decode(const SegmentRecord& record, Bytes bytes) const
{
    Packet packet;
    packet.number = record.packet;
    packet.interface = record.interface;
    packet.time = record.time;
    packet.originalLength = record.capturedLength;
    packet.offset = record.packetOffset;
    packet.bytes = bytes;
    const LinkType linkType = m_interfaces[record.interface.value].linkType;
    auto segment = decodeSegment(packet, linkType);
    if (!segment) { // cut, and with a damaged length, which the loader held against one that the record lacks
        packet.originalLength = 0;
        segment = decodeSegment(packet, linkType);
    }
    if (!segment)
        return std::unexpected(Error{ErrorCode::SourceChanged, record.packetOffset, {}});
    // What the loader decided from other segments or from lengths that are not in the bytes.
    segment->flags = record.flags();
    segment->sequence = record.sequence;
    segment->acknowledgment = record.acknowledgment;
    segment->window = record.window;
    segment->payloadLength = record.payloadLength;
    segment->known = record.known;
    segment->checksumStatus = record.checksumStatus;
    return *segment;
}

Result<TcpOptions> CaptureDocument::options(const SegmentRecord& record) const
{
    constexpr std::size_t fixedHeader = 20;
    if (record.headerLength() <= fixedHeader)
        return TcpOptions();
    const auto packet = m_store->fetch(record.packetOffset, record.capturedLength);
    if (!packet)
        return std::unexpected(packet.error());
    const std::size_t from = std::min(packet->size(), record.transportOffset + fixedHeader);
    const std::size_t to = std::min(packet->size(), std::size_t{record.transportOffset} + record.headerLength());
    return decodeTcpOptions(Bytes(*packet).subspan(from, std::max(from, to) - from));
}

Result<SegmentDetails> CaptureDocument::details(const SegmentRecord& record) const
{
    auto bytes = m_store->fetch(record.packetOffset, record.capturedLength);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto segment = decode(record, *bytes);
    if (!segment)
        return std::unexpected(segment.error());
    SegmentDetails details;
    details.segment = *segment;
    details.linkType = m_interfaces[record.interface.value].linkType;
    details.bytes = std::move(*bytes);
    details.fields = listPacketFields(details.segment, details.linkType, details.bytes);
    details.text = m_store->sourceText(record.packetOffset);
    details.comment = comment(record.packet);
    return details;
}

} // namespace tcpladder
