// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/pcapng_copy.h"

#include "core/source/buffered_bytes.h"
#include "core/source/pcapng_blocks.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace tcpladder {

namespace {

constexpr std::uint32_t longestBlock = 16 << 20; // as our reader allows
constexpr std::size_t bodyOffset = 8;
constexpr std::uint16_t endOfOptions = 0;
constexpr std::uint16_t commentOption = 1;
constexpr std::size_t optionHeader = 4;
constexpr std::size_t longestComment = 0xffff;
constexpr std::uint64_t bytesBetweenLooks = std::uint64_t{1} << 20;

// Of a section header: type, length, magic, version (4 bytes each), then the section's length.
constexpr std::size_t sectionLengthOffset = 16;
constexpr std::size_t sectionHeaderLength = 28;

constexpr std::size_t padded(std::size_t length)
{
    return (length + 3) & ~std::size_t{3};
}

template <typename Number>
void store(std::byte* to, Number number, ByteOrder order)
{
    for (std::size_t i = 0; i < sizeof number; ++i) {
        const std::size_t at = order == ByteOrder::Big ? sizeof number - 1 - i : i;
        to[at] = static_cast<std::byte>(number >> (8 * i));
    }
}

template <typename Number>
void append(std::vector<std::byte>& to, Number number, ByteOrder order)
{
    to.resize(to.size() + sizeof number);
    store(to.data() + to.size() - sizeof number, number, order);
}

void appendComment(std::vector<std::byte>& to, std::string_view comment, ByteOrder order)
{
    const std::string_view fitting = comment.substr(0, longestComment);
    append(to, commentOption, order);
    append(to, static_cast<std::uint16_t>(fitting.size()), order);
    const Bytes bytes = std::as_bytes(std::span(fitting));
    to.insert(to.end(), bytes.begin(), bytes.end());
    to.resize(padded(to.size())); // the block so far is padded as well
}

/// The options of a packet with another first comment. Options behind damage are left out.
void appendOptions(std::vector<std::byte>& to, Bytes options, std::string_view comment, ByteOrder order)
{
    if (!comment.empty())
        appendComment(to, comment, order);
    bool isReplaced = false;
    std::size_t at = 0;
    while (at + optionHeader <= options.size()) {
        const std::uint16_t code = loadUnchecked<2>(options.data() + at, order);
        const std::size_t length = optionHeader + padded(loadUnchecked<2>(options.data() + at + 2, order));
        if (code == endOfOptions || at + length > options.size())
            break;
        const bool isTheOld = code == commentOption && !isReplaced;
        isReplaced = isReplaced || isTheOld;
        if (!isTheOld)
            to.insert(to.end(), options.begin() + static_cast<std::ptrdiff_t>(at),
                options.begin() + static_cast<std::ptrdiff_t>(at + length));
        at += length;
    }
    append(to, endOfOptions, order);
    append(to, std::uint16_t{0}, order);
}

class PcapngCopy
{
public:
    PcapngCopy(std::shared_ptr<const ByteSource> source, const CommentChanges& comments, const SaveSteps& steps)
        : m_bytes(std::move(source))
        , m_comments(comments)
        , m_steps(steps)
    {
    }

    SavedCapture run()
    {
        while (const auto block = nextBlock()) {
            if (!isGoingOn())
                break;
            takeBlock(*block);
        }
        return m_saved;
    }

private:
    bool isGoingOn()
    {
        if (m_position < m_nextLook)
            return true;
        m_nextLook = m_position + bytesBetweenLooks;
        m_saved.isCancelled = !m_steps.progress(m_position);
        return !m_saved.isCancelled;
    }

    /// A whole block; none at the end, or at a damage that hides where the next one begins.
    std::optional<Bytes> nextBlock()
    {
        const auto head = m_bytes.view(m_position, pcapngBlockOverhead);
        if (!head || head->empty())
            return stopAt(head ? std::nullopt : std::optional(head.error()));
        if (head->size() < pcapngBlockOverhead)
            return stopAt(Error{ErrorCode::RecordHeaderCutShort, m_position + head->size(), {}});
        if (loadUnchecked<4>(head->data(), ByteOrder::Big) == sectionHeaderType) {
            const auto order = sectionByteOrder(head->subspan(bodyOffset));
            if (!order)
                return stopAt(Error{ErrorCode::BlockLengthWrong, m_position + bodyOffset, {}});
            m_order = *order;
        }
        const std::uint32_t length = loadUnchecked<4>(head->data() + 4, m_order);
        if (length < pcapngBlockOverhead || length % 4 != 0 || length > longestBlock)
            return stopAt(Error{ErrorCode::BlockLengthWrong, m_position + 4, std::to_string(length)});
        const auto whole = m_bytes.view(m_position, length);
        if (!whole || whole->size() < length)
            return stopAt(whole ? Error{ErrorCode::RecordCutShort, m_position + whole->size(), {}} : whole.error());
        m_position += length;
        return *whole;
    }

    /// A file that still grows just ends here for now.
    std::optional<Bytes> stopAt(std::optional<Error> damage)
    {
        if (!m_bytes.mayGrow())
            m_saved.damage = std::move(damage);
        return std::nullopt;
    }

    void takeBlock(Bytes block)
    {
        const auto type = static_cast<PcapngBlockType>(loadUnchecked<4>(block.data(), m_order));
        switch (type) {
        case PcapngBlockType::SectionHeader: return takeSection(block);
        case PcapngBlockType::EnhancedPacket:
        case PcapngBlockType::Packet:
        case PcapngBlockType::SimplePacket: return takePacket(type, block);
        default: m_steps.write(block);
        }
    }

    /// Its length changes with the comments: unknown is allowed.
    void takeSection(Bytes block)
    {
        if (block.size() < sectionHeaderLength)
            return m_steps.write(block);
        m_block.assign(block.begin(), block.end());
        store(m_block.data() + sectionLengthOffset, ~std::uint64_t{0}, m_order);
        m_steps.write(m_block);
    }

    void takePacket(PcapngBlockType type, Bytes block)
    {
        ++m_number.value;
        ++m_saved.packets;
        const auto comment = m_comments.find(m_number);
        if (comment == m_comments.end())
            return m_steps.write(block);
        const Bytes body = block.subspan(bodyOffset, block.size() - pcapngBlockOverhead);
        const auto packet = type == PcapngBlockType::EnhancedPacket ? decodeEnhancedPacket(body, m_order)
            : type == PcapngBlockType::Packet                       ? decodeObsoletePacket(body, m_order)
                                                                    : std::nullopt; // has no options
        if (!packet) {
            m_saved.lostComments += !comment->second.empty();
            return m_steps.write(block);
        }
        writeWithComment(block, packet->dataOffset + padded(packet->capturedLength), comment->second);
    }

    void writeWithComment(Bytes block, std::size_t optionsOffset, std::string_view comment)
    {
        const std::size_t end = block.size() - sizeof(std::uint32_t);
        optionsOffset = std::min(optionsOffset, end);
        m_block.assign(block.begin(), block.begin() + static_cast<std::ptrdiff_t>(optionsOffset));
        m_block.resize(padded(m_block.size()));
        appendOptions(m_block, block.subspan(optionsOffset, end - optionsOffset), comment, m_order);
        const auto length = static_cast<std::uint32_t>(m_block.size() + sizeof(std::uint32_t));
        append(m_block, length, m_order);
        store(m_block.data() + sizeof(std::uint32_t), length, m_order);
        m_steps.write(m_block);
    }

    static constexpr std::uint32_t sectionHeaderType = std::to_underlying(PcapngBlockType::SectionHeader);

    BufferedBytes m_bytes;
    const CommentChanges& m_comments;
    const SaveSteps& m_steps;
    ByteOrder m_order = ByteOrder::Little;
    std::uint64_t m_position = 0;
    std::uint64_t m_nextLook = 0;
    PacketNumber m_number;
    std::vector<std::byte> m_block;
    SavedCapture m_saved;
};

} // namespace

SavedCapture copyPcapng(
    std::shared_ptr<const ByteSource> source, const CommentChanges& comments, const SaveSteps& steps)
{
    return PcapngCopy(std::move(source), comments, steps).run();
}

} // namespace tcpladder
