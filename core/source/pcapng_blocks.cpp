// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/pcapng_blocks.h"

#include <algorithm>
#include <array>
#include <limits>

namespace tcpladder {

namespace {

// A 64-bit count of any resolution times 10^9 needs more than 64 bits on the way.
__extension__ using Wide = __int128;

constexpr std::size_t bodyOffset = 8;
constexpr std::uint32_t byteOrderMagic = 0x1a2b3c4d;

enum OptionCode : std::uint16_t {
    EndOfOptions = 0,
    Comment = 1,
    InterfaceName = 2,
    TimeResolution = 9,
    TimeOffset = 14
};

constexpr std::size_t padded(std::size_t length)
{
    return (length + 3) & ~std::size_t{3};
}

std::string_view asText(Bytes bytes)
{
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    return text.substr(0, text.find('\0'));
}

/// Calls visit(code, value) for each option up to the end mark or the first one that does not fit.
template <class Visit>
void walkOptions(ByteReader reader, Visit visit)
{
    while (reader.has(4)) {
        const std::uint16_t code = reader.u16();
        const std::uint16_t length = reader.u16();
        if (code == EndOfOptions || !reader.has(length))
            return;
        visit(code, reader.take(length));
        reader.skip(std::min(padded(length) - length, reader.remaining()));
    }
}

void readInterfaceOption(PcapngInterface& interface, std::uint16_t code, Bytes value, ByteOrder order)
{
    if (code == InterfaceName) {
        interface.interface.name = asText(value);
    } else if (code == TimeResolution && !value.empty()) {
        const auto resolution = std::to_integer<std::uint8_t>(value[0]);
        interface.clock.isBinary = resolution & 0x80;
        interface.clock.exponent = resolution & 0x7f;
    } else if (code == TimeOffset && value.size() == 8) {
        interface.clock.offsetSeconds = static_cast<std::int64_t>(loadUnchecked<8>(value.data(), order));
    }
}

/// Data and options behind a packet block's fixed part.
std::optional<PcapngPacket> withData(PcapngPacket packet, ByteReader reader)
{
    packet.dataOffset = bodyOffset + reader.position();
    if (!reader.has(packet.capturedLength))
        return {};
    reader.skip(packet.capturedLength);
    reader.skip(std::min(padded(packet.capturedLength) - packet.capturedLength, reader.remaining()));
    walkOptions(reader, [&](std::uint16_t code, Bytes value) {
        if (code == Comment && packet.comment.empty())
            packet.comment = asText(value);
    });
    return packet;
}

std::uint64_t readTime(ByteReader& reader)
{
    const std::uint64_t high = reader.u32();
    return high << 32 | reader.u32();
}

constexpr auto powersOfTen = [] {
    std::array<std::uint64_t, 20> powers{};
    std::uint64_t power = 1;
    for (std::uint64_t& entry : powers) {
        entry = power;
        power *= 10;
    }
    return powers;
}();

/// Seconds per unit as a divisor of 10^9 nanoseconds; a resolution finer than can matter counts as no time at all.
Wide toNanoseconds(const PcapngClock& clock, std::int64_t units)
{
    constexpr Wide perSecond = 1'000'000'000;
    if (clock.isBinary)
        return clock.exponent < 64 ? (Wide{units} * perSecond) >> clock.exponent : Wide{0};
    return clock.exponent < powersOfTen.size() ? Wide{units} * perSecond / powersOfTen[clock.exponent] : Wide{0};
}

} // namespace

Timestamp PcapngClock::toTimestamp(std::uint64_t units) const
{
    using Limits = std::numeric_limits<std::int64_t>;
    const Wide nanoseconds
        = toNanoseconds(*this, static_cast<std::int64_t>(units)) + Wide{offsetSeconds} * 1'000'000'000;
    // One above the least value: that one says that there is no time.
    const Wide bounded = std::clamp<Wide>(nanoseconds, Limits::min() + 1, Limits::max());
    return Timestamp(Duration(static_cast<std::int64_t>(bounded)));
}

std::optional<ByteOrder> sectionByteOrder(Bytes body)
{
    if (body.size() < 4)
        return {};
    for (const ByteOrder order : {ByteOrder::Little, ByteOrder::Big}) {
        if (loadUnchecked<4>(body.data(), order) == byteOrderMagic)
            return order;
    }
    return {};
}

std::optional<PcapngInterface> decodeInterfaceDescription(Bytes body, ByteOrder order)
{
    ByteReader reader(body, order);
    PcapngInterface interface;
    interface.interface.linkType = static_cast<LinkType>(reader.u16());
    reader.skip(2);
    interface.interface.snapLength = reader.u32();
    if (!reader.ok())
        return {};
    walkOptions(reader, [&](std::uint16_t code, Bytes value) { readInterfaceOption(interface, code, value, order); });
    return interface;
}

std::optional<PcapngPacket> decodeEnhancedPacket(Bytes body, ByteOrder order)
{
    ByteReader reader(body, order);
    PcapngPacket packet;
    packet.interface = reader.u32();
    packet.time = readTime(reader);
    packet.capturedLength = reader.u32();
    packet.originalLength = reader.u32();
    return withData(packet, reader);
}

std::optional<PcapngPacket> decodeObsoletePacket(Bytes body, ByteOrder order)
{
    ByteReader reader(body, order);
    PcapngPacket packet;
    packet.interface = reader.u16();
    reader.skip(2); // drops
    packet.time = readTime(reader);
    packet.capturedLength = reader.u32();
    packet.originalLength = reader.u32();
    return withData(packet, reader);
}

std::optional<PcapngPacket> decodeSimplePacket(Bytes body, ByteOrder order, std::uint32_t snapLength)
{
    ByteReader reader(body, order);
    PcapngPacket packet;
    packet.originalLength = reader.u32();
    packet.capturedLength = snapLength == 0 ? packet.originalLength : std::min(packet.originalLength, snapLength);
    packet.dataOffset = bodyOffset + reader.position();
    if (!reader.has(packet.capturedLength))
        return {};
    return packet;
}

} // namespace tcpladder
