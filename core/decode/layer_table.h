// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/layers.h"

namespace tcpladder {

/// Which numbers lead to a layer, in the headers that can stand in front of it.
enum class LayerKeyKind : std::uint8_t { None, LinkType, EtherType, IpProtocol, UdpPort, NextProtocol };

struct LayerKey
{
    LayerKeyKind kind = LayerKeyKind::None;
    std::uint16_t number = 0;
};

struct LayerEntry
{
    static constexpr std::size_t mostKeys = 6;

    Layer layer = Layer::None;
    std::string_view name;
    Layer (*decode)(LayerWalk&) = nullptr; ///< null where the walk ends
    LayerKey keys[mostKeys];
};

const LayerEntry& layerEntry(Layer layer);

} // namespace tcpladder
