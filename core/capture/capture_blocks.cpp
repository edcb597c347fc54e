// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/capture_blocks.h"

#include <cstring>

namespace tcpladder {

namespace {

enum class BlockType : std::uint32_t {
    SectionHeader = 0x0a0d0d0a,
    InterfaceDescription = 1,
    InterfaceStatistics = 5,
    EnhancedPacket = 6,
};

// Numbers of options are counted for each type of block.
constexpr std::uint16_t endOfOptions = 0;
constexpr std::uint16_t packetComment = 1;
constexpr std::uint16_t sectionApplication = 4;
constexpr std::uint16_t interfaceName = 2;
constexpr std::uint16_t interfaceTimeResolution = 9;
constexpr std::uint16_t interfaceFilter = 11;
constexpr std::uint16_t statisticsReceived = 4;
constexpr std::uint16_t statisticsDropped = 5;

constexpr std::uint32_t byteOrderMagic = 0x1a2b3c4d;
constexpr std::uint64_t unknownSectionLength = ~std::uint64_t{0};
constexpr char libpcapFilter = 0; ///< the filter option's first octet: a string in libpcap's language
constexpr std::uint8_t nanosecondDigits = 9;
constexpr std::size_t alignment = 4; ///< of blocks and options

template <typename Number>
void append(BlockBuffer& buffer, Number number)
{
    const std::size_t at = buffer.size();
    buffer.resize(at + sizeof number);
    std::memcpy(buffer.data() + at, &number, sizeof number);
}

void appendPadded(BlockBuffer& buffer, Bytes bytes)
{
    buffer.insert(buffer.end(), bytes.begin(), bytes.end());
    buffer.resize(buffer.size() + (alignment - bytes.size() % alignment) % alignment);
}

/// An option's length is 16 bits: a longer text is cut.
void appendOption(BlockBuffer& buffer, std::uint16_t code, std::string_view value)
{
    const std::string_view fitting = value.substr(0, 0xffff);
    append(buffer, code);
    append(buffer, static_cast<std::uint16_t>(fitting.size()));
    appendPadded(buffer, std::as_bytes(std::span(fitting)));
}

void appendOption(BlockBuffer& buffer, std::uint16_t code, std::uint64_t value)
{
    append(buffer, code);
    append(buffer, static_cast<std::uint16_t>(sizeof value));
    append(buffer, value);
}

void appendEndOfOptions(BlockBuffer& buffer)
{
    append(buffer, endOfOptions);
    append(buffer, std::uint16_t{0});
}

/// High and low half, as pcapng stores times.
void appendTime(BlockBuffer& buffer, Timestamp time, std::uint8_t digits = nanosecondDigits)
{
    std::int64_t count = time.time_since_epoch().count();
    for (; digits < nanosecondDigits; ++digits)
        count /= 10;
    const auto units = static_cast<std::uint64_t>(count);
    append(buffer, static_cast<std::uint32_t>(units >> 32));
    append(buffer, static_cast<std::uint32_t>(units));
}

/// Puts type and length around what body appends.
template <typename Body>
void appendBlock(BlockBuffer& buffer, BlockType type, Body body)
{
    const std::size_t start = buffer.size();
    append(buffer, static_cast<std::uint32_t>(type));
    append(buffer, std::uint32_t{0});
    body();
    const auto length = static_cast<std::uint32_t>(buffer.size() - start + sizeof(std::uint32_t));
    append(buffer, length);
    std::memcpy(buffer.data() + start + sizeof(std::uint32_t), &length, sizeof length);
}

} // namespace

void appendSectionHeader(BlockBuffer& buffer, std::string_view application)
{
    appendBlock(buffer, BlockType::SectionHeader, [&] {
        append(buffer, byteOrderMagic);
        append(buffer, std::uint16_t{1}); // version 1.0
        append(buffer, std::uint16_t{0});
        append(buffer, unknownSectionLength);
        appendOption(buffer, sectionApplication, application);
        appendEndOfOptions(buffer);
    });
}

void appendInterface(BlockBuffer& buffer, const CapturedInterface& interface)
{
    appendBlock(buffer, BlockType::InterfaceDescription, [&] {
        append(buffer, interface.linkType);
        append(buffer, std::uint16_t{0}); // reserved
        append(buffer, interface.snapLength);
        if (!interface.name.empty())
            appendOption(buffer, interfaceName, interface.name);
        appendOption(buffer, interfaceTimeResolution, std::string(1, static_cast<char>(interface.timeDigits)));
        if (!interface.filter.empty())
            appendOption(buffer, interfaceFilter, std::string(1, libpcapFilter) + interface.filter);
        appendEndOfOptions(buffer);
    });
}

void appendPacket(BlockBuffer& buffer, const CapturedPacket& packet)
{
    appendBlock(buffer, BlockType::EnhancedPacket, [&] {
        append(buffer, packet.interface);
        appendTime(buffer, packet.time, packet.timeDigits);
        append(buffer, static_cast<std::uint32_t>(packet.bytes.size()));
        append(buffer, packet.originalLength);
        appendPadded(buffer, packet.bytes);
        if (packet.comment.empty())
            return;
        appendOption(buffer, packetComment, packet.comment);
        appendEndOfOptions(buffer);
    });
}

void appendStatistics(BlockBuffer& buffer, const CaptureStatistics& statistics)
{
    appendBlock(buffer, BlockType::InterfaceStatistics, [&] {
        append(buffer, std::uint32_t{0}); // the section's first interface
        appendTime(buffer, statistics.time);
        appendOption(buffer, statisticsReceived, statistics.received);
        appendOption(buffer, statisticsDropped, statistics.dropped);
        appendEndOfOptions(buffer);
    });
}

} // namespace tcpladder
