// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/layers.h"
#include "core/source/assembled_packet_store.h"

#include <list>
#include <map>
#include <utility>

namespace tcpladder {

/// A packet whose IP payload came in several fragments.
struct AssembledPacket
{
    InterfaceId interface; ///< of the first fragment: it says what the head begins with
    std::vector<std::byte> bytes;
    PacketRecipe recipe;
};

/// A datagram that carries TCP and never became whole.
struct IncompleteDatagram
{
    PacketNumber packet;        ///< of the fragment that came first
    std::uint32_t received = 0; ///< bytes of it
};

/// Puts IPv4 (RFC 791 section 3.2) and IPv6 (RFC 8200 section 4.5) fragments together, whatever encloses them.
///
/// The result is the first fragment's packet with its payload made whole, so that it is decoded like any other packet.
/// Where fragments overlap, which only attackers do, the bytes that came first stand. What it holds is bounded: the
/// datagram that waits longest is given up for a new one, and after a minute in any case.
class FragmentAssembler
{
public:
    /// walk: as it stopped with DecodeProblem::Fragment. A packet when this fragment was the last one missing.
    std::optional<AssembledPacket> add(const Packet& packet, const LayerWalk& walk);

    /// Nothing more will come.
    void giveUpAll();

    /// Those given up since the last call.
    std::vector<IncompleteDatagram> takeIncomplete() { return std::exchange(m_incomplete, {}); }

private:
    struct Key
    {
        IpAddress source;
        IpAddress destination;
        std::uint32_t identification = 0;
        std::uint8_t protocol = 0; ///< IPv4 only

        auto operator<=>(const Key&) const = default;
    };

    struct Part
    {
        PacketPiece piece;
        std::vector<std::byte> bytes;
    };

    struct Datagram
    {
        Key key;
        Timestamp begin = unknownTime;
        PacketNumber packet; ///< that begin is of
        bool carriesTcp = false;
        std::map<std::uint32_t, Part> parts; ///< by offset; they do not overlap
        std::uint32_t received = 0;
        std::optional<std::uint32_t> length; ///< once the last fragment came
        std::vector<std::byte> head;         ///< of the first fragment, up to its IP payload
        NetworkLayer network;                ///< in head
        InterfaceId interface;
        std::size_t memory = 0;
    };
    using Datagrams = std::list<Datagram>; // the one that waits longest first

    static Key keyOf(const LayerWalk& walk);
    static void addPart(Datagram& datagram, const Packet& packet, const IpFragment& fragment);
    static void insert(
        Datagram& datagram, std::uint32_t from, std::uint32_t to, const Packet& packet, const IpFragment& fragment);
    static void takeHead(Datagram& datagram, const Packet& packet, const LayerWalk& walk);
    static bool isComplete(const Datagram& datagram);
    static AssembledPacket assemble(const Datagram& datagram);

    Datagrams::iterator find(const Packet& packet, const LayerWalk& walk);
    void giveUpFirst();
    void remove(Datagrams::iterator datagram);
    void makeRoom(Timestamp now);

    Datagrams m_datagrams;
    std::map<Key, Datagrams::iterator> m_byKey;
    std::vector<IncompleteDatagram> m_incomplete;
    std::size_t m_memory = 0;
};

} // namespace tcpladder
