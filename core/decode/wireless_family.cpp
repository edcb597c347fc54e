// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/wireless_family.h"

#include "core/decode/layer_bytes.h"

namespace tcpladder {

namespace {

// Bits of the two frame control bytes (IEEE 802.11 9.2.4.1).
enum FrameControl : std::uint16_t {
    TypeMask = 0x000c,
    DataType = 0x0008,
    NoData = 0x0040, ///< of a data frame's subtype
    Qos = 0x0080,    ///< of a data frame's subtype
    ToDistribution = 0x0100,
    FromDistribution = 0x0200,
    Protected = 0x4000,
    Order = 0x8000, ///< of a QoS frame: an HT control field follows
};

constexpr std::uint8_t qosAggregate = 0x80;
constexpr std::size_t addressesOfSubframe = 14; // two addresses and a length in front of each MSDU of an aggregate

constexpr std::uint8_t radiotapDataPadding = 0x20;

constexpr std::uint32_t avsMagic = 0x80211000;

std::size_t wirelessHeaderLength(std::uint16_t control)
{
    const bool hasFourthAddress = (control & ToDistribution) && (control & FromDistribution);
    const bool isQos = control & Qos;
    return 24 + (hasFourthAddress ? 6U : 0U) + (isQos ? 2U : 0U) + (isQos && (control & Order) ? 4U : 0U);
}

/// The flags field of a radiotap header: behind the presence words and, where there is one, the 64-bit time.
std::uint8_t radiotapFlags(const LayerWalk& walk, std::size_t headerLength)
{
    constexpr std::uint32_t hasTime = 1;
    constexpr std::uint32_t hasFlags = 2;
    constexpr std::uint32_t hasMoreWords = 0x80000000;
    const std::uint32_t present = longWord(walk, 4, ByteOrder::Little);
    std::size_t at = 4;
    do {
        at += 4;
        if (at + 4 > headerLength)
            break;
    } while (longWord(walk, at - 4, ByteOrder::Little) & hasMoreWords);
    if (present & hasTime)
        at = (at + 7) / 8 * 8 + 8;
    return (present & hasFlags) && at < headerLength ? octet(walk, at) : 0;
}

} // namespace

Layer decodeWireless(LayerWalk& walk)
{
    if (!walk.has(2))
        return walk.stop(DecodeProblem::CutShort);
    const std::uint16_t control = word(walk, 0, walk.wirelessIsSwapped ? ByteOrder::Big : ByteOrder::Little);
    if ((control & TypeMask) != DataType || (control & (NoData | Protected)))
        return Layer::None;
    std::size_t length = wirelessHeaderLength(control);
    if (!walk.has(length))
        return walk.stop(DecodeProblem::CutShort);
    const std::size_t qosOffset = (control & ToDistribution) && (control & FromDistribution) ? 30 : 24;
    const bool isAggregate = (control & Qos) && (octet(walk, qosOffset) & qosAggregate);
    if (walk.wirelessIsPadded)
        length = (length + 3) / 4 * 4;
    return skipHeader(walk, length + (isAggregate ? addressesOfSubframe : 0), Layer::Llc);
}

Layer decodeRadiotap(LayerWalk& walk)
{
    if (!walk.has(8))
        return walk.stop(DecodeProblem::CutShort);
    const std::size_t length = word(walk, 2, ByteOrder::Little);
    if (length < 8)
        return walk.stop(DecodeProblem::Malformed);
    if (!walk.has(length))
        return walk.stop(DecodeProblem::CutShort);
    walk.wirelessIsPadded = radiotapFlags(walk, length) & radiotapDataPadding;
    walk.offset += length;
    return Layer::Wireless;
}

Layer decodePrism(LayerWalk& walk)
{
    if (!walk.has(8))
        return walk.stop(DecodeProblem::CutShort);
    if ((longWord(walk, 0) & 0xfffff000) == avsMagic)
        return decodeAvs(walk);
    return skipHeader(walk, 144, Layer::Wireless);
}

Layer decodeAvs(LayerWalk& walk)
{
    if (!walk.has(8))
        return walk.stop(DecodeProblem::CutShort);
    const std::size_t length = longWord(walk, 4);
    if (length < 8)
        return walk.stop(DecodeProblem::Malformed);
    return skipHeader(walk, length, Layer::Wireless);
}

Layer decodePpi(LayerWalk& walk)
{
    if (!walk.has(8))
        return walk.stop(DecodeProblem::CutShort);
    const std::size_t length = word(walk, 2, ByteOrder::Little);
    const std::uint32_t linkType = longWord(walk, 4, ByteOrder::Little);
    if (length < 8)
        return walk.stop(DecodeProblem::Malformed);
    return skipHeader(walk, length, firstLayer(static_cast<LinkType>(linkType)));
}

} // namespace tcpladder
