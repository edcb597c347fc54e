// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/packet_fields.h"

#include <algorithm>

namespace tcpladder {

namespace {

/// Place of a field in its header, in bits.
struct FieldPlace
{
    HeaderField field;
    std::uint16_t firstBit;
    std::uint8_t bitCount;
};

constexpr std::array ipv4Places = std::to_array<FieldPlace>({
    {HeaderField::IpVersion, 0, 4},
    {HeaderField::IpHeaderLength, 4, 4},
    {HeaderField::IpTrafficClass, 8, 8},
    {HeaderField::IpTotalLength, 16, 16},
    {HeaderField::IpIdentification, 32, 16},
    {HeaderField::IpFragment, 48, 16},
    {HeaderField::IpTimeToLive, 64, 8},
    {HeaderField::IpProtocol, 72, 8},
    {HeaderField::IpChecksum, 80, 16},
    {HeaderField::IpSource, 96, 32},
    {HeaderField::IpDestination, 128, 32},
});

constexpr std::array ipv6Places = std::to_array<FieldPlace>({
    {HeaderField::IpVersion, 0, 4},
    {HeaderField::IpTrafficClass, 4, 8},
    {HeaderField::IpFlowLabel, 12, 20},
    {HeaderField::IpTotalLength, 32, 16},
    {HeaderField::IpProtocol, 48, 8},
    {HeaderField::IpTimeToLive, 56, 8},
    {HeaderField::IpSource, 64, 128},
    {HeaderField::IpDestination, 192, 128},
});

constexpr std::array tcpPlaces = std::to_array<FieldPlace>({
    {HeaderField::TcpSourcePort, 0, 16},
    {HeaderField::TcpDestinationPort, 16, 16},
    {HeaderField::TcpSequence, 32, 32},
    {HeaderField::TcpAcknowledgment, 64, 32},
    {HeaderField::TcpDataOffset, 96, 4},
    {HeaderField::TcpReserved, 100, 3},
    {HeaderField::TcpFlags, 103, 9},
    {HeaderField::TcpWindow, 112, 16},
    {HeaderField::TcpChecksum, 128, 16},
    {HeaderField::TcpUrgentPointer, 144, 16},
});

class FieldLister
{
public:
    FieldLister(const Segment& segment, LinkType linkType, Bytes bytes)
        : m_segment(segment)
        , m_linkType(linkType)
        , m_bytes(bytes)
    {
    }

    std::vector<PacketField> list()
    {
        addLinkHeaders();
        addIpHeader();
        addHeader(tcpPlaces, m_segment.transportOffset);
        addOptions();
        addPayload();
        return std::move(m_fields);
    }

private:
    void addLinkHeaders()
    {
        for (const LayerRange& range : listLayers(m_linkType, m_bytes, m_segment.originalLength)) {
            if (range.offset < m_segment.networkOffset)
                addWhole(HeaderField::LinkHeader, range.offset, range.length).layer = range.layer;
        }
    }

    void addIpHeader()
    {
        const bool isV4 = m_segment.source.version == IpVersion::V4;
        const std::span<const FieldPlace> places = isV4 ? std::span<const FieldPlace>(ipv4Places) : ipv6Places;
        addHeader(places, m_segment.networkOffset);
        const std::size_t fixedEnd = m_segment.networkOffset + (isV4 ? 20U : 40U);
        if (m_segment.transportOffset > fixedEnd)
            addWhole(HeaderField::IpOptions, fixedEnd, m_segment.transportOffset - fixedEnd);
    }

    void addOptions()
    {
        const std::size_t start = m_segment.transportOffset + std::size_t{20};
        const std::size_t end
            = std::min<std::size_t>(m_segment.transportOffset + m_segment.headerLength, m_bytes.size());
        if (start >= end)
            return;
        for (const TcpOptionEntry& entry : listTcpOptions(m_bytes.subspan(start, end - start)))
            addWhole(HeaderField::TcpOption, start + entry.offset, entry.length).option = entry;
    }

    void addPayload()
    {
        const std::size_t start = m_segment.transportOffset + std::size_t{m_segment.headerLength};
        const std::size_t end = start + m_segment.payloadLength;
        addWhole(HeaderField::Payload, start, m_segment.payloadLength);
        if (end < m_bytes.size())
            addWhole(HeaderField::Trailer, end, m_bytes.size() - end);
    }

    void addHeader(std::span<const FieldPlace> places, std::size_t headerOffset)
    {
        for (const FieldPlace& place : places) {
            const std::size_t first = headerOffset + place.firstBit / 8;
            const std::size_t last = headerOffset + (place.firstBit + place.bitCount - 1) / 8;
            if (last >= m_bytes.size())
                return;
            PacketField& field = addWhole(place.field, first, last - first + 1);
            field.firstBit = place.firstBit % 8;
            field.bitCount = place.bitCount;
            field.value = bitsAt(field);
        }
    }

    std::uint64_t bitsAt(const PacketField& field) const
    {
        if (field.length > 8)
            return 0;
        std::uint64_t value = 0;
        for (const std::byte byte : m_bytes.subspan(field.offset, field.length))
            value = value << 8 | std::to_integer<std::uint64_t>(byte);
        const unsigned below = field.length * 8 - field.firstBit - field.bitCount;
        return (value >> below) & (~std::uint64_t{0} >> (64 - field.bitCount));
    }

    /// Adds what was captured of a field; the reference is valid until the next call.
    PacketField& addWhole(HeaderField field, std::size_t offset, std::size_t length)
    {
        const std::size_t captured = offset < m_bytes.size() ? std::min(length, m_bytes.size() - offset) : 0;
        m_none = {};
        PacketField added;
        added.field = field;
        added.offset = static_cast<std::uint32_t>(offset);
        added.length = static_cast<std::uint32_t>(captured);
        return captured ? m_fields.emplace_back(added) : m_none;
    }

    const Segment& m_segment;
    LinkType m_linkType;
    Bytes m_bytes;
    std::vector<PacketField> m_fields;
    PacketField m_none;
};

} // namespace

std::vector<PacketField> listPacketFields(const Segment& segment, LinkType linkType, Bytes bytes)
{
    return FieldLister(segment, linkType, bytes).list();
}

} // namespace tcpladder
