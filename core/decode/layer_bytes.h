// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/layers.h"

namespace tcpladder {

// What the layers' decoders share: numbers at an offset from the walk's place. The caller has asked walk.has() before.

inline std::uint8_t octet(const LayerWalk& walk, std::size_t offset)
{
    return std::to_integer<std::uint8_t>(walk.at()[offset]);
}

inline std::uint16_t word(const LayerWalk& walk, std::size_t offset, ByteOrder order = ByteOrder::Big)
{
    return loadUnchecked<2>(walk.at() + offset, order);
}

inline std::uint32_t longWord(const LayerWalk& walk, std::size_t offset, ByteOrder order = ByteOrder::Big)
{
    return loadUnchecked<4>(walk.at() + offset, order);
}

/// Steps over a header of a fixed length to the one layer that can follow it.
inline Layer skipHeader(LayerWalk& walk, std::size_t headerLength, Layer next)
{
    if (!walk.has(headerLength))
        return walk.stop(DecodeProblem::CutShort);
    walk.offset += headerLength;
    return next;
}

/// Steps over a header that says with an Ethernet type what follows it.
inline Layer skipToEtherType(LayerWalk& walk, std::size_t headerLength, std::size_t typeOffset)
{
    if (!walk.has(headerLength))
        return walk.stop(DecodeProblem::CutShort);
    const std::uint16_t etherType = word(walk, typeOffset);
    walk.offset += headerLength;
    return layerOfEtherType(etherType);
}

} // namespace tcpladder
