// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/snoop_reader.h"

#include "core/source/buffered_bytes.h"
#include "core/source/source_packet_store.h"

#include <array>

namespace tcpladder {

namespace {

constexpr std::size_t fileHeaderLength = 16;
constexpr std::size_t recordHeaderLength = 24;
constexpr std::uint32_t longestRecord = 262'144;
constexpr std::uint8_t microseconds = 6;
constexpr std::uint64_t magic = 0x736e6f6f70000000; // "snoop"
constexpr LinkType unknownLinkType{0xffff};

/// Datalink types of RFC 1761, and those that Solaris added.
LinkType linkTypeOf(std::uint32_t datalinkType)
{
    switch (datalinkType) {
    case 0: // IEEE 802.3, told from Ethernet by the length in place of the type
    case 4: return LinkType::Ethernet;
    case 2: return LinkType::TokenRing;
    case 8: return LinkType::Fddi;
    case 26: return LinkType::SolarisIp;
    default: return unknownLinkType;
    }
}

struct SnoopRecord
{
    std::uint32_t originalLength = 0;
    std::uint32_t capturedLength = 0;
    std::uint32_t recordLength = 0; ///< with the header and the padding behind the data
    Timestamp time;
};

SnoopRecord decodeRecord(Bytes bytes)
{
    ByteReader reader(bytes);
    SnoopRecord record;
    record.originalLength = reader.u32();
    record.capturedLength = reader.u32();
    record.recordLength = reader.u32();
    reader.skip(4); // drops
    const std::uint32_t seconds = reader.u32();
    record.time = Timestamp(std::chrono::seconds(seconds) + std::chrono::microseconds(reader.u32()));
    return record;
}

class SnoopReader final : public PacketReader
{
public:
    SnoopReader(std::shared_ptr<const ByteSource> source, LinkType linkType)
        : m_bytes(std::move(source))
        , m_interfaces{{linkType, 0, {}, microseconds}}
    {
    }

    ReadStep next() override;
    const std::vector<CaptureInterface>& interfaces() const override { return m_interfaces; }
    std::uint64_t position() const override { return m_position; }

private:
    ReadStep damage(ErrorCode code, std::uint64_t offset, std::string detail = {});
    ReadStep cutShort(ErrorCode code, std::size_t available);

    BufferedBytes m_bytes;
    std::vector<CaptureInterface> m_interfaces;
    std::uint64_t m_position = fileHeaderLength;
    PacketNumber m_last;
    bool m_ended = false;
};

ReadStep SnoopReader::damage(ErrorCode code, std::uint64_t offset, std::string detail)
{
    m_ended = true;
    return Damage{{code, offset, std::move(detail)}, {m_last.value + 1}, false};
}

ReadStep SnoopReader::cutShort(ErrorCode code, std::size_t available)
{
    if (m_bytes.mayGrow())
        return NothingYet{};
    if (available == 0)
        return EndOfSource{};
    return damage(code, m_position + available);
}

ReadStep SnoopReader::next()
{
    if (m_ended)
        return EndOfSource{};
    const auto head = m_bytes.view(m_position, recordHeaderLength);
    if (!head)
        return Damage{head.error(), {m_last.value + 1}, false};
    if (head->size() < recordHeaderLength)
        return cutShort(ErrorCode::RecordHeaderCutShort, head->size());
    const SnoopRecord record = decodeRecord(*head);
    if (record.recordLength > longestRecord || record.recordLength < recordHeaderLength + record.capturedLength)
        return damage(ErrorCode::RecordTooLong, m_position, std::to_string(record.recordLength));
    const auto whole = m_bytes.view(m_position, record.recordLength);
    if (!whole)
        return Damage{whole.error(), {m_last.value + 1}, false};
    if (whole->size() < recordHeaderLength + record.capturedLength)
        return cutShort(ErrorCode::RecordCutShort, whole->size());
    Packet packet;
    packet.number = {++m_last.value};
    packet.interface = InterfaceId(std::size_t{0});
    packet.time = record.time;
    packet.originalLength = record.originalLength;
    packet.offset = m_position + recordHeaderLength;
    packet.bytes = whole->subspan(recordHeaderLength, record.capturedLength);
    m_position += record.recordLength;
    return packet;
}

} // namespace

bool looksLikeSnoop(Bytes head)
{
    return head.size() >= 8 && loadUnchecked<8>(head.data(), ByteOrder::Big) == magic;
}

Result<OpenedCapture> openSnoop(std::shared_ptr<const ByteSource> source)
{
    std::array<std::byte, fileHeaderLength> head;
    const auto count = source->readAt(0, head);
    if (!count)
        return std::unexpected(count.error());
    if (*count < head.size())
        return std::unexpected(Error{ErrorCode::HeaderCutShort, *count, {}});
    const auto size = source->size();
    if (!size)
        return std::unexpected(size.error());
    const LinkType linkType = linkTypeOf(loadUnchecked<4>(head.data() + 12, ByteOrder::Big));
    return OpenedCapture{
        CaptureFormat::Snoop, *size, std::make_unique<SnoopReader>(source, linkType), makeSourcePacketStore(source)};
}

} // namespace tcpladder
