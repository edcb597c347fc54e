// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/chunked_store.h"
#include "core/source/packet_reader.h"

namespace tcpladder {

/// A stretch of a packet's bytes.
struct PacketPiece
{
    std::uint64_t packetOffset = 0; ///< for PacketStore
    std::uint32_t capturedLength = 0;
    std::uint32_t from = 0; ///< of the packet's bytes
    std::uint32_t count = 0;
};

/// How to make a packet that no single record of the capture holds: IP fragments put together.
struct PacketRecipe
{
    std::vector<std::byte> head; ///< headers, changed to those of a whole packet
    std::vector<PacketPiece> pieces;
};

/// Adds packets made of pieces to those of another store. Such packets are rare, so it keeps how they are made, and
/// makes them again when they are fetched. One thread adds, any number of threads fetch.
class AssembledPacketStore final : public PacketStore
{
public:
    explicit AssembledPacketStore(std::shared_ptr<const PacketStore> packets);

    /// The offset under which the packet is fetched from now on; nothing when there are too many.
    std::optional<std::uint64_t> add(PacketRecipe recipe);

    Result<std::vector<std::byte>> fetch(std::uint64_t offset, std::uint32_t capturedLength) const override;
    std::optional<SourceText> sourceText(std::uint64_t offset) const override;

private:
    Result<std::vector<std::byte>> assemble(const PacketRecipe& recipe, std::uint32_t capturedLength) const;

    std::shared_ptr<const PacketStore> m_packets;
    ChunkedStore<PacketRecipe, 12, 4096> m_recipes;
};

} // namespace tcpladder
