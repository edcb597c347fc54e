// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/layers.h"

#include "core/decode/layer_table.h"

namespace tcpladder {

namespace {

// Tunnels within tunnels end somewhere: a packet that claims more layers than this is made to keep us busy.
constexpr int deepestNesting = 32;

// Offsets of headers are kept in 16 bits; no real packet has that much in front of its TCP header.
constexpr std::size_t farthestHeader = 0xffff;

// The longest IPv6 packets that hosts hand to their cards (BIG TCP) have half of this.
constexpr std::uint32_t longestPacket = 1 << 20;

template <class Visit>
LayerWalk walk(LinkType linkType, Bytes bytes, std::uint32_t originalLength, Visit visit)
{
    LayerWalk walk;
    walk.bytes = bytes;
    walk.end = originalLength > bytes.size() && originalLength < longestPacket ? originalLength : bytes.size();
    if (originalLength >= bytes.size() && originalLength > 0)
        walk.wireLength = originalLength;
    const bool isEmpty = bytes.empty() && originalLength == 0; // as zeros read in place of a record
    Layer layer = isEmpty ? Layer::None : firstLayer(linkType);
    if (layer == Layer::None && !isEmpty)
        walk.problem = DecodeProblem::UnsupportedLinkType;
    for (int depth = 0; depth < deepestNesting && layer != Layer::None && layer != Layer::Tcp; ++depth) {
        const std::size_t start = walk.offset;
        const Layer current = layer;
        layer = layerEntry(layer).decode(walk);
        visit(current, start, walk.offset);
    }
    if (walk.offset > farthestHeader)
        walk.stop(DecodeProblem::Malformed);
    else if (layer != Layer::Tcp && walk.problem == DecodeProblem::None)
        walk.problem = DecodeProblem::NotTcp;
    return walk;
}

} // namespace

LayerWalk walkToTcp(LinkType linkType, Bytes bytes, std::uint32_t originalLength)
{
    return walk(linkType, bytes, originalLength, [](Layer, std::size_t, std::size_t) { });
}

std::vector<LayerRange> listLayers(LinkType linkType, Bytes bytes, std::uint32_t originalLength)
{
    std::vector<LayerRange> ranges;
    walk(linkType, bytes, originalLength, [&](Layer layer, std::size_t from, std::size_t to) {
        if (to > from)
            ranges.push_back({layer, from, to - from});
    });
    return ranges;
}

} // namespace tcpladder
