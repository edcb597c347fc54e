// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/pcap_reader.h"

#include "core/source/buffered_bytes.h"
#include "core/source/pcap_header.h"
#include "core/source/pcap_record_length.h"
#include "core/source/source_packet_store.h"

#include <array>

namespace tcpladder {

namespace {

struct RecordHeader
{
    Timestamp time;
    std::uint32_t capturedLength = 0;
    std::uint32_t originalLength = 0;
};

class PcapReader final : public PacketReader
{
public:
    PcapReader(std::shared_ptr<const ByteSource> source, const PcapHeader& header)
        : m_bytes(std::move(source))
        , m_header(header)
        , m_interfaces{header.interface}
        , m_position(header.fileHeaderLength)
    {
    }

    ReadStep next() override;
    std::size_t nextAtHand(std::span<Packet> packets) override;
    const std::vector<CaptureInterface>& interfaces() const override { return m_interfaces; }
    std::uint64_t position() const override { return m_position; }

private:
    RecordHeader decodeRecordHeader(const std::byte* bytes) const;
    void orderLengths(RecordHeader& record) const;
    bool takeAtHand(Packet& packet);
    void setPacket(Packet& packet, const RecordHeader& record, const std::byte* data);
    ReadStep makePacket(const RecordHeader& record, Bytes data);
    ReadStep endOrNothingYet() const;
    ReadStep cutShort(ErrorCode code, std::size_t available);
    ReadStep tooLong(std::uint32_t length);

    BufferedBytes m_bytes;
    PcapHeader m_header;
    std::vector<CaptureInterface> m_interfaces;
    std::uint64_t m_position;
    PacketNumber m_last;
    bool m_damaged = false;
};

RecordHeader PcapReader::decodeRecordHeader(const std::byte* bytes) const
{
    const auto word = [&](std::size_t index) { return loadUnchecked<4>(bytes + 4 * index, m_header.order); };
    const Duration fraction = m_header.nanoseconds ? Duration(word(1)) : Duration(std::int64_t{word(1)} * 1000);
    RecordHeader record{Timestamp(std::chrono::seconds(word(0)) + fraction), word(2), word(3)};
    if (m_header.lengths != PcapLengths::CapturedFirst) [[unlikely]]
        orderLengths(record);
    return record;
}

void PcapReader::orderLengths(RecordHeader& record) const
{
    if (m_header.lengths == PcapLengths::OriginalFirst || record.capturedLength > record.originalLength)
        std::swap(record.capturedLength, record.originalLength);
}

ReadStep PcapReader::endOrNothingYet() const
{
    if (m_bytes.mayGrow())
        return NothingYet{};
    return EndOfSource{};
}

ReadStep PcapReader::cutShort(ErrorCode code, std::size_t available)
{
    if (m_bytes.mayGrow())
        return NothingYet{};
    m_damaged = true;
    return Damage{{code, m_position + available, {}}, {m_last.value + 1}, false};
}

ReadStep PcapReader::tooLong(std::uint32_t length)
{
    m_damaged = true;
    return Damage{{ErrorCode::RecordTooLong, m_position, std::to_string(length)}, {m_last.value + 1}, false};
}

std::size_t PcapReader::nextAtHand(std::span<Packet> packets)
{
    std::size_t count = 0;
    while (count < packets.size() && takeAtHand(packets[count]))
        ++count;
    return count;
}

bool PcapReader::takeAtHand(Packet& packet)
{
    const std::size_t headerLength = m_header.recordHeaderLength;
    const std::byte* const head = m_bytes.atHand(m_position, headerLength);
    if (!head) [[unlikely]]
        return false;
    const RecordHeader record = decodeRecordHeader(head);
    if (record.capturedLength > longestPcapRecord) [[unlikely]]
        return false;
    const std::byte* const data = m_bytes.atHand(m_position + headerLength, record.capturedLength);
    if (!data) [[unlikely]]
        return false;
    setPacket(packet, record, data);
    return true;
}

void PcapReader::setPacket(Packet& packet, const RecordHeader& record, const std::byte* data)
{
    packet.offset = m_position + m_header.recordHeaderLength;
    m_position = packet.offset + record.capturedLength;
    packet.number = {++m_last.value};
    packet.interface = InterfaceId(std::size_t{0});
    packet.time = record.time;
    packet.originalLength = record.originalLength;
    packet.bytes = {data, record.capturedLength};
}

ReadStep PcapReader::makePacket(const RecordHeader& record, Bytes data)
{
    Packet packet;
    setPacket(packet, record, data.data());
    return packet;
}

ReadStep PcapReader::next()
{
    if (m_damaged)
        return EndOfSource{};
    const std::size_t headerLength = m_header.recordHeaderLength;
    const auto head = m_bytes.view(m_position, headerLength);
    if (!head)
        return Damage{head.error(), {m_last.value + 1}, false};
    if (head->empty())
        return endOrNothingYet();
    if (head->size() < headerLength)
        return cutShort(ErrorCode::RecordHeaderCutShort, head->size());
    const RecordHeader record = decodeRecordHeader(head->data());
    if (record.capturedLength > longestPcapRecord)
        return tooLong(record.capturedLength);
    const auto data = m_bytes.view(m_position + headerLength, record.capturedLength);
    if (!data)
        return Damage{data.error(), {m_last.value + 1}, false};
    if (data->size() < record.capturedLength)
        return cutShort(ErrorCode::RecordCutShort, headerLength + data->size());
    return makePacket(record, *data);
}

} // namespace

bool looksLikePcap(Bytes head)
{
    return hasPcapMagic(head);
}

Result<OpenedCapture> openPcap(std::shared_ptr<const ByteSource> source)
{
    std::array<std::byte, longestPcapHeader> head;
    const auto count = source->readAt(0, head);
    if (!count)
        return std::unexpected(count.error());
    auto header = decodePcapHeader(Bytes(head).first(*count));
    if (!header)
        return std::unexpected(header.error());
    header->recordHeaderLength = findRecordHeaderLength(*source, *header);
    const auto size = source->size();
    if (!size)
        return std::unexpected(size.error());
    return OpenedCapture{CaptureFormat::Pcap, *size, std::make_unique<PcapReader>(source, *header),
        makeSourcePacketStore(std::move(source))};
}

} // namespace tcpladder
