// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/pcap_reader.h"

#include "core/source/buffered_bytes.h"
#include "core/source/source_packet_store.h"

#include <algorithm>
#include <array>

namespace tcpladder {

namespace {

constexpr std::size_t fileHeaderLength = 24;
constexpr std::size_t recordHeaderLength = 16;

// libpcap's own bound for a record (MAXIMUM_SNAPLEN); the USB and D-Bus link types that need more carry no TCP.
constexpr std::uint32_t longestRecord = 262'144;

struct PcapHeader
{
    ByteOrder order = ByteOrder::Little;
    bool nanoseconds = false;
    std::uint16_t majorVersion = 0;
    std::uint32_t snapLength = 0;
    LinkType linkType = LinkType::Ethernet;
};

struct RecordHeader
{
    Timestamp time;
    std::uint32_t capturedLength = 0;
    std::uint32_t originalLength = 0;
};

struct Magic
{
    std::uint32_t bigEndianValue;
    ByteOrder order;
    bool nanoseconds;
};

constexpr std::array magics = std::to_array<Magic>({
    {0xa1b2c3d4, ByteOrder::Big, false},
    {0xd4c3b2a1, ByteOrder::Little, false},
    {0xa1b23c4d, ByteOrder::Big, true},
    {0x4d3cb2a1, ByteOrder::Little, true},
});

const Magic* findMagic(Bytes head)
{
    if (head.size() < 4)
        return nullptr;
    const auto value = loadUnchecked<4>(head.data(), ByteOrder::Big);
    const auto found = std::ranges::find(magics, value, &Magic::bigEndianValue);
    return found == magics.end() ? nullptr : &*found;
}

Result<PcapHeader> decodeFileHeader(Bytes bytes)
{
    const Magic* magic = findMagic(bytes);
    if (!magic)
        return std::unexpected(Error{ErrorCode::UnknownFormat, 0, {}});
    if (bytes.size() < fileHeaderLength)
        return std::unexpected(Error{ErrorCode::HeaderCutShort, bytes.size(), {}});
    ByteReader reader(bytes.subspan(4), magic->order);
    PcapHeader header{.order = magic->order, .nanoseconds = magic->nanoseconds};
    header.majorVersion = reader.u16();
    reader.skip(2 + 4 + 4); // minor version, time zone and accuracy: nobody writes anything but 0 in the last two
    header.snapLength = reader.u32();
    header.linkType = static_cast<LinkType>(reader.u32() & 0xffff); // above: FCS length, no part of the type
    if (header.majorVersion != 2)
        return std::unexpected(
            Error{ErrorCode::UnsupportedPcapVersion, 4, "version " + std::to_string(header.majorVersion)});
    return header;
}

class PcapReader final : public PacketReader
{
public:
    PcapReader(std::shared_ptr<const ByteSource> source, const PcapHeader& header)
        : m_bytes(std::move(source))
        , m_header(header)
        , m_interfaces{{header.linkType, header.snapLength, {}}}
    {
    }

    ReadStep next() override;
    const std::vector<CaptureInterface>& interfaces() const override { return m_interfaces; }
    std::uint64_t position() const override { return m_position; }

private:
    RecordHeader decodeRecordHeader(const std::byte* bytes) const;
    ReadStep cutShort(ErrorCode code, std::size_t available);

    BufferedBytes m_bytes;
    PcapHeader m_header;
    std::vector<CaptureInterface> m_interfaces;
    std::uint64_t m_position = fileHeaderLength;
    PacketNumber m_last;
    bool m_damaged = false;
};

RecordHeader PcapReader::decodeRecordHeader(const std::byte* bytes) const
{
    const auto word = [&](std::size_t index) { return loadUnchecked<4>(bytes + 4 * index, m_header.order); };
    const Duration fraction = m_header.nanoseconds ? Duration(word(1)) : Duration(std::int64_t{word(1)} * 1000);
    return {Timestamp(std::chrono::seconds(word(0)) + fraction), word(2), word(3)};
}

ReadStep PcapReader::cutShort(ErrorCode code, std::size_t available)
{
    // Not for good: while somebody is still writing the file, the rest of the record is on its way.
    return Damage{{code, m_position + available, {}}, {m_last.value + 1}, false};
}

ReadStep PcapReader::next()
{
    if (m_damaged)
        return EndOfSource{};
    const auto head = m_bytes.view(m_position, recordHeaderLength);
    if (!head)
        return Damage{head.error(), {m_last.value + 1}, false};
    if (head->empty())
        return EndOfSource{};
    if (head->size() < recordHeaderLength)
        return cutShort(ErrorCode::RecordHeaderCutShort, head->size());
    const RecordHeader record = decodeRecordHeader(head->data());
    if (record.capturedLength > longestRecord) {
        m_damaged = true;
        return Damage{{ErrorCode::RecordTooLong, m_position, std::to_string(record.capturedLength) + " bytes"},
            {m_last.value + 1}, false};
    }
    const std::uint64_t dataOffset = m_position + recordHeaderLength;
    const auto data = m_bytes.view(dataOffset, record.capturedLength);
    if (!data)
        return Damage{data.error(), {m_last.value + 1}, false};
    if (data->size() < record.capturedLength)
        return cutShort(ErrorCode::RecordCutShort, recordHeaderLength + data->size());
    m_position = dataOffset + record.capturedLength;
    ++m_last.value;
    Packet packet;
    packet.number = m_last;
    packet.interface = InterfaceId(std::size_t{0});
    packet.time = record.time;
    packet.originalLength = record.originalLength;
    packet.offset = dataOffset;
    packet.bytes = *data;
    return packet;
}

} // namespace

bool looksLikePcap(Bytes head)
{
    return findMagic(head) != nullptr;
}

Result<OpenedCapture> openPcap(std::shared_ptr<const ByteSource> source)
{
    std::array<std::byte, fileHeaderLength> head;
    const auto count = source->readAt(0, head);
    if (!count)
        return std::unexpected(count.error());
    const auto header = decodeFileHeader(Bytes(head).first(*count));
    if (!header)
        return std::unexpected(header.error());
    const auto size = source->size();
    if (!size)
        return std::unexpected(size.error());
    return OpenedCapture{CaptureFormat::Pcap, *size, std::make_unique<PcapReader>(source, *header),
        makeSourcePacketStore(std::move(source))};
}

} // namespace tcpladder
