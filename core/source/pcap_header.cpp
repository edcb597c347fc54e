// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/pcap_header.h"

#include <algorithm>
#include <array>
#include <optional>

namespace tcpladder {

namespace {

/// One of the formats that go by the name of pcap.
struct Variant
{
    std::uint32_t magic;
    bool nanoseconds = false;
    std::uint8_t fileHeaderLength = 24;
    std::uint8_t recordHeaderLength = 16;
};

constexpr std::array variants = std::to_array<Variant>({
    {0xa1b2c3d4}, {0xa1b23c4d, true},
    {0xa1b2cd34, false, 24, 24}, ///< Alexey Kuznetzov's: interface, protocol and packet type behind the lengths
    {0xa12b3c4d, true},          ///< Navtel's
    {0x1c0001ac, true, 28},      ///< IXIA's, by hardware: the length of all records behind the header
    {0x1c0001ab, false, 28},     ///< IXIA's, by software
});

struct FoundVariant
{
    Variant variant;
    ByteOrder order;
};

std::optional<FoundVariant> findVariant(Bytes head)
{
    if (head.size() < 4)
        return {};
    for (const ByteOrder order : {ByteOrder::Little, ByteOrder::Big}) {
        const auto found = std::ranges::find(variants, loadUnchecked<4>(head.data(), order), &Variant::magic);
        if (found != variants.end())
            return FoundVariant{*found, order};
    }
    return {};
}

/// Nothing for versions that no program wrote captures in. 543.0 is what DG/UX called its 2.2.
std::optional<PcapLengths> lengthsOfVersion(std::uint16_t major, std::uint16_t minor)
{
    if (major == 543 && minor == 0)
        return PcapLengths::OriginalFirst;
    if (major != 2)
        return {};
    if (minor < 3)
        return PcapLengths::OriginalFirst;
    return minor == 3 ? PcapLengths::SmallerIsCaptured : PcapLengths::CapturedFirst;
}

} // namespace

bool hasPcapMagic(Bytes head)
{
    return findVariant(head).has_value();
}

Result<PcapHeader> decodePcapHeader(Bytes head)
{
    const auto found = findVariant(head);
    if (!found)
        return std::unexpected(Error{ErrorCode::UnknownFormat, 0, {}});
    if (head.size() < found->variant.fileHeaderLength)
        return std::unexpected(Error{ErrorCode::HeaderCutShort, head.size(), {}});
    ByteReader reader(head.subspan(4), found->order);
    const std::uint16_t major = reader.u16();
    const std::uint16_t minor = reader.u16();
    const auto lengths = lengthsOfVersion(major, minor);
    if (!lengths)
        return std::unexpected(Error{ErrorCode::UnsupportedPcapVersion, 4, std::to_string(major)});
    reader.skip(4 + 4); // time zone and accuracy: nobody writes anything but 0
    PcapHeader header;
    header.order = found->order;
    header.nanoseconds = found->variant.nanoseconds;
    header.lengths = *lengths;
    header.fileHeaderLength = found->variant.fileHeaderLength;
    header.recordHeaderLength = found->variant.recordHeaderLength;
    header.interface.timeDigits = header.nanoseconds ? 9 : 6;
    header.interface.snapLength = reader.u32();
    header.interface.linkType = static_cast<LinkType>(reader.u32() & 0xffff); // above: FCS length, no part of the type
    return header;
}

} // namespace tcpladder
