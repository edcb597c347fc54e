// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/capture_document.h"

#include "core/decode/decoder.h"

namespace tcpladder {

CaptureDocument::CaptureDocument(std::shared_ptr<const PacketStore> store)
    : m_store(std::move(store))
{
}

Result<SegmentDetails> CaptureDocument::details(const SegmentRecord& record) const
{
    auto bytes = m_store->fetch(record.packetOffset, record.capturedLength);
    if (!bytes)
        return std::unexpected(bytes.error());
    SegmentDetails details;
    details.bytes = std::move(*bytes);
    details.linkType = m_interfaces[record.interface].linkType;
    Packet packet;
    packet.number = record.packet;
    packet.interface = InterfaceId(std::size_t { record.interface });
    packet.time = record.time;
    packet.originalLength = record.capturedLength;
    packet.offset = record.packetOffset;
    packet.bytes = details.bytes;
    const auto segment = decodeSegment(packet, details.linkType);
    if (!segment)
        return std::unexpected(Error { ErrorCode::SourceChanged, record.packetOffset, {} });
    details.segment = *segment;
    details.segment.flags = record.flags();
    details.segment.payloadLength = record.payloadLength;
    details.fields = listPacketFields(details.segment, details.linkType, details.bytes);
    details.text = m_store->sourceText(record.packetOffset);
    return details;
}

} // namespace tcpladder
