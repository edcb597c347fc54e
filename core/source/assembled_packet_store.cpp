// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/assembled_packet_store.h"

namespace tcpladder {

namespace {

// Offsets from here on stand for recipes: no file is that long.
constexpr std::uint64_t firstAssembled = std::uint64_t{1} << 63;

} // namespace

AssembledPacketStore::AssembledPacketStore(std::shared_ptr<const PacketStore> packets)
    : m_packets(std::move(packets))
{
}

std::optional<std::uint64_t> AssembledPacketStore::add(PacketRecipe recipe)
{
    if (m_recipes.isFull())
        return {};
    return firstAssembled + m_recipes.append(std::move(recipe));
}

Result<std::vector<std::byte>> AssembledPacketStore::fetch(std::uint64_t offset, std::uint32_t capturedLength) const
{
    if (offset < firstAssembled)
        return m_packets->fetch(offset, capturedLength);
    return assemble(m_recipes[offset - firstAssembled], capturedLength);
}

std::optional<SourceText> AssembledPacketStore::sourceText(std::uint64_t offset) const
{
    if (offset < firstAssembled)
        return m_packets->sourceText(offset);
    const PacketRecipe& recipe = m_recipes[offset - firstAssembled];
    return recipe.pieces.empty() ? std::nullopt : sourceText(recipe.pieces.back().packetOffset);
}

Result<std::vector<std::byte>> AssembledPacketStore::assemble(
    const PacketRecipe& recipe, std::uint32_t capturedLength) const
{
    std::vector<std::byte> bytes = recipe.head;
    for (const PacketPiece& piece : recipe.pieces) {
        const auto packet = fetch(piece.packetOffset, piece.capturedLength); // itself put together, where tunnels nest
        if (!packet)
            return packet;
        const Bytes stretch = Bytes(*packet).subspan(piece.from, piece.count);
        bytes.insert(bytes.end(), stretch.begin(), stretch.end());
    }
    bytes.resize(capturedLength);
    return bytes;
}

} // namespace tcpladder
