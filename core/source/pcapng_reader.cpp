// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/pcapng_reader.h"

#include "core/source/buffered_bytes.h"
#include "core/source/pcapng_blocks.h"
#include "core/source/source_packet_store.h"

namespace tcpladder {

namespace {

// What Wireshark allows too: larger blocks are taken for damage and not for memory to fetch.
constexpr std::uint32_t longestBlock = 16 << 20;

// No host has more; segments keep the number of their interface in 16 bits.
constexpr std::size_t mostInterfaces = 0xffff;

struct Block
{
    PcapngBlockType type = PcapngBlockType::SectionHeader;
    Bytes body;
};

class PcapngReader final : public PacketReader
{
public:
    explicit PcapngReader(std::shared_ptr<const ByteSource> source)
        : m_bytes(std::move(source))
    {
    }

    ReadStep next() override;
    const std::vector<CaptureInterface>& interfaces() const override { return m_interfaces; }
    std::uint64_t position() const override { return m_position; }

private:
    /// What a block gave: a packet, a damage, or nothing to tell of.
    std::optional<ReadStep> takeBlock(const Block& block, std::uint64_t start);
    std::optional<ReadStep> takePacket(
        const std::optional<PcapngPacket>& packet, const Block& block, std::uint64_t start);
    std::expected<Block, ReadStep> readBlock();
    std::expected<std::uint32_t, ReadStep> blockLength(Bytes head);
    void beginSection(ByteOrder order);
    void addInterface(const std::optional<PcapngInterface>& interface);
    std::uint32_t snapLength() const;
    ReadStep damage(ErrorCode code, std::uint64_t offset, bool canContinue, std::string detail = {});

    BufferedBytes m_bytes;
    ByteOrder m_order = ByteOrder::Little;
    std::vector<CaptureInterface> m_interfaces; ///< of all sections so far
    std::vector<PcapngClock> m_clocks;          ///< one for each interface
    std::size_t m_sectionBase = 0;              ///< the section's interface 0 in m_interfaces
    std::uint64_t m_position = 0;
    PacketNumber m_last;
    bool m_ended = false;
};

ReadStep PcapngReader::damage(ErrorCode code, std::uint64_t offset, bool canContinue, std::string detail)
{
    m_ended = m_ended || (!canContinue && code == ErrorCode::BlockLengthWrong);
    return Damage{{code, offset, std::move(detail)}, {m_last.value + 1}, canContinue};
}

ReadStep PcapngReader::next()
{
    while (!m_ended) {
        const std::uint64_t start = m_position;
        const auto block = readBlock();
        if (!block)
            return block.error();
        if (const auto step = takeBlock(*block, start))
            return *step;
    }
    return EndOfSource{};
}

std::expected<std::uint32_t, ReadStep> PcapngReader::blockLength(Bytes head)
{
    const auto type = static_cast<PcapngBlockType>(loadUnchecked<4>(head.data(), m_order));
    if (type == PcapngBlockType::SectionHeader) {
        // The length of a section header is already in the order that its magic tells.
        const auto order = sectionByteOrder(head.subspan(8));
        if (!order)
            return std::unexpected(damage(ErrorCode::BlockLengthWrong, m_position + 8, false));
        beginSection(*order);
    }
    const auto length = loadUnchecked<4>(head.data() + 4, m_order);
    if (length < pcapngBlockOverhead || length % 4 != 0 || length > longestBlock)
        return std::unexpected(damage(ErrorCode::BlockLengthWrong, m_position + 4, false, std::to_string(length)));
    return length;
}

std::expected<Block, ReadStep> PcapngReader::readBlock()
{
    const auto head = m_bytes.view(m_position, pcapngBlockOverhead);
    if (!head)
        return std::unexpected(Damage{head.error(), {m_last.value + 1}, false});
    if (head->size() < pcapngBlockOverhead && m_bytes.mayGrow())
        return std::unexpected(NothingYet{});
    if (head->empty())
        return std::unexpected(EndOfSource{});
    if (head->size() < pcapngBlockOverhead)
        return std::unexpected(damage(ErrorCode::RecordHeaderCutShort, m_position + head->size(), false));
    const auto length = blockLength(*head);
    if (!length)
        return std::unexpected(length.error());
    const auto whole = m_bytes.view(m_position, *length);
    if (!whole)
        return std::unexpected(Damage{whole.error(), {m_last.value + 1}, false});
    if (whole->size() < *length && m_bytes.mayGrow())
        return std::unexpected(NothingYet{});
    if (whole->size() < *length)
        return std::unexpected(damage(ErrorCode::RecordCutShort, m_position + whole->size(), false));
    m_position += *length;
    const auto type = static_cast<PcapngBlockType>(loadUnchecked<4>(whole->data(), m_order));
    return Block{type, whole->subspan(8, *length - pcapngBlockOverhead)};
}

void PcapngReader::beginSection(ByteOrder order)
{
    m_order = order;
    m_sectionBase = m_interfaces.size();
}

void PcapngReader::addInterface(const std::optional<PcapngInterface>& interface)
{
    if (m_interfaces.size() == mostInterfaces)
        return; // packets of further ones are then packets of no interface
    // A description too short to read still takes its number, since packets count on it.
    const PcapngInterface added = interface.value_or(PcapngInterface{});
    m_interfaces.push_back(added.interface);
    m_interfaces.back().timeDigits = added.clock.digits();
    m_clocks.push_back(added.clock);
}

std::uint32_t PcapngReader::snapLength() const
{
    return m_sectionBase < m_interfaces.size() ? m_interfaces[m_sectionBase].snapLength : 0;
}

std::optional<ReadStep> PcapngReader::takeBlock(const Block& block, std::uint64_t start)
{
    switch (block.type) {
    case PcapngBlockType::InterfaceDescription:
        addInterface(decodeInterfaceDescription(block.body, m_order));
        return {};
    case PcapngBlockType::EnhancedPacket: return takePacket(decodeEnhancedPacket(block.body, m_order), block, start);
    case PcapngBlockType::Packet: return takePacket(decodeObsoletePacket(block.body, m_order), block, start);
    case PcapngBlockType::SimplePacket:
        return takePacket(decodeSimplePacket(block.body, m_order, snapLength()), block, start);
    default: return {};
    }
}

std::optional<ReadStep> PcapngReader::takePacket(
    const std::optional<PcapngPacket>& packet, const Block& block, std::uint64_t start)
{
    ++m_last.value; // a packet that cannot be read counts all the same
    if (!packet)
        return Damage{{ErrorCode::PacketPastBlock, start, {}}, m_last, true};
    const std::size_t interface = m_sectionBase + packet->interface;
    if (interface >= m_interfaces.size())
        return Damage{{ErrorCode::NoSuchInterface, start, std::to_string(packet->interface)}, m_last, true};
    Packet read;
    read.number = m_last;
    read.interface = InterfaceId(interface);
    read.time = packet->time ? m_clocks[interface].toTimestamp(*packet->time) : unknownTime;
    read.originalLength = packet->originalLength;
    read.offset = start + packet->dataOffset;
    read.bytes = block.body.subspan(packet->dataOffset - 8, packet->capturedLength);
    read.comment = packet->comment;
    return read;
}

} // namespace

bool looksLikePcapng(Bytes head)
{
    return head.size() >= pcapngBlockOverhead && loadUnchecked<4>(head.data(), ByteOrder::Big) == 0x0a0d0d0a
        && sectionByteOrder(head.subspan(8));
}

Result<OpenedCapture> openPcapng(std::shared_ptr<const ByteSource> source)
{
    const auto size = source->size();
    if (!size)
        return std::unexpected(size.error());
    return OpenedCapture{
        CaptureFormat::Pcapng, *size, std::make_unique<PcapngReader>(source), makeSourcePacketStore(std::move(source))};
}

} // namespace tcpladder
