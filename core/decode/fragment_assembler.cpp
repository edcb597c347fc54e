// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/fragment_assembler.h"

#include "core/decode/checksum.h"

#include <algorithm>

namespace tcpladder {

namespace {

constexpr std::size_t mostMemory = std::size_t{16} << 20;
constexpr std::size_t mostDatagrams = 4096;
constexpr std::size_t partOverhead = 128; // what a part costs besides its bytes, roughly
constexpr std::uint32_t longestDatagram = 0xffff;
constexpr Duration longestWait = std::chrono::seconds(60); // RFC 8200 section 4.5

void put16(std::vector<std::byte>& bytes, std::size_t offset, std::size_t value)
{
    bytes[offset] = static_cast<std::byte>(value >> 8);
    bytes[offset + 1] = static_cast<std::byte>(value);
}

/// A length that the field can't hold is written as 0, which stands for all that there is.
std::size_t lengthField(std::size_t length)
{
    return length > 0xffff ? 0 : length;
}

void makeWholeIpv4(std::vector<std::byte>& head, const NetworkLayer& network, std::size_t payloadLength)
{
    const Bytes header = Bytes(head).subspan(network.offset, network.headerLength);
    const bool wasGood = verifyIpv4Checksum(header) == ChecksumStatus::Good;
    put16(head, network.offset + 2U, lengthField(network.headerLength + payloadLength));
    put16(head, network.offset + 6U, loadUnchecked<2>(header.data() + 6, ByteOrder::Big) & 0xc000U);
    if (!wasGood)
        return;
    put16(head, network.offset + 10U, 0);
    put16(head, network.offset + 10U, static_cast<std::uint16_t>(~onesComplementSum(header)));
}

void makeWholeIpv6(std::vector<std::byte>& head, const NetworkLayer& network, std::size_t payloadLength)
{
    constexpr std::size_t fixedHeader = 40;
    constexpr std::size_t fragmentHeader = 8;
    put16(head, network.offset + 4U, lengthField(network.headerLength - fixedHeader + payloadLength));
    put16(head, head.size() - fragmentHeader + 2, 0);
}

} // namespace

std::optional<AssembledPacket> FragmentAssembler::add(const Packet& packet, const LayerWalk& walk)
{
    const IpFragment& fragment = walk.fragment;
    if (fragment.dataLength == 0 || fragment.offset + fragment.dataLength > longestDatagram)
        return {};
    makeRoom(packet.time);
    const auto datagram = find(packet, walk);
    m_memory -= datagram->memory;
    if (fragment.offset == 0 && datagram->head.empty())
        takeHead(*datagram, packet, walk);
    addPart(*datagram, packet, fragment);
    m_memory += datagram->memory;
    if (!isComplete(*datagram))
        return {};
    AssembledPacket whole = assemble(*datagram);
    remove(datagram);
    return whole;
}

FragmentAssembler::Key FragmentAssembler::keyOf(const LayerWalk& walk)
{
    const bool isV4 = walk.network.version == IpVersion::V4;
    return {makeIpAddress(walk.source()), makeIpAddress(walk.destination()), walk.fragment.identification,
        isV4 ? walk.fragment.protocol : std::uint8_t{0}};
}

FragmentAssembler::Datagrams::iterator FragmentAssembler::find(const Packet& packet, const LayerWalk& walk)
{
    const Key key = keyOf(walk);
    if (const auto known = m_byKey.find(key); known != m_byKey.end())
        return known->second;
    Datagram datagram;
    datagram.key = key;
    datagram.begin = packet.time;
    datagram.packet = packet.number;
    datagram.carriesTcp = layerOfIpProtocol(walk.fragment.protocol) == Layer::Tcp;
    m_datagrams.push_back(std::move(datagram));
    const auto added = std::prev(m_datagrams.end());
    m_byKey.emplace(key, added);
    return added;
}

void FragmentAssembler::remove(Datagrams::iterator datagram)
{
    m_memory -= datagram->memory;
    m_byKey.erase(datagram->key);
    m_datagrams.erase(datagram);
}

void FragmentAssembler::makeRoom(Timestamp now)
{
    const auto isTooOld = [&](const Datagram& d) {
        return d.begin != unknownTime && now != unknownTime && d.begin < now - longestWait;
    };
    while (!m_datagrams.empty()
        && (m_memory > mostMemory || m_datagrams.size() >= mostDatagrams || isTooOld(m_datagrams.front())))
        giveUpFirst();
}

void FragmentAssembler::giveUpFirst()
{
    const Datagram& datagram = m_datagrams.front();
    if (datagram.carriesTcp)
        m_incomplete.push_back({datagram.packet, datagram.received});
    remove(m_datagrams.begin());
}

void FragmentAssembler::giveUpAll()
{
    while (!m_datagrams.empty())
        giveUpFirst();
}

void FragmentAssembler::takeHead(Datagram& datagram, const Packet& packet, const LayerWalk& walk)
{
    const Bytes head = packet.bytes.first(walk.fragment.dataOffset);
    datagram.head.assign(head.begin(), head.end());
    datagram.network = walk.network;
    datagram.interface = packet.interface;
    datagram.memory += head.size();
}

void FragmentAssembler::addPart(Datagram& datagram, const Packet& packet, const IpFragment& fragment)
{
    const std::uint32_t end = fragment.offset + fragment.dataLength;
    if (!fragment.hasMore && !datagram.length)
        datagram.length = end;
    std::uint32_t from = fragment.offset;
    // From the part in front of this one on: only the gaps between parts are filled.
    auto next = datagram.parts.upper_bound(from);
    if (next != datagram.parts.begin()) {
        const auto& [offset, part] = *std::prev(next);
        from = std::max<std::uint32_t>(from, offset + part.piece.count);
    }
    while (from < end) {
        const std::uint32_t gapEnd = next == datagram.parts.end() ? end : std::min(end, next->first);
        if (from < gapEnd)
            insert(datagram, from, gapEnd, packet, fragment);
        if (next == datagram.parts.end())
            return;
        from = next->first + next->second.piece.count;
        ++next;
    }
}

void FragmentAssembler::insert(
    Datagram& datagram, std::uint32_t from, std::uint32_t to, const Packet& packet, const IpFragment& fragment)
{
    Part part;
    part.piece = {packet.offset, static_cast<std::uint32_t>(packet.bytes.size()),
        fragment.dataOffset + from - fragment.offset, to - from};
    const Bytes bytes = packet.bytes.subspan(part.piece.from, part.piece.count);
    part.bytes.assign(bytes.begin(), bytes.end());
    datagram.received += part.piece.count;
    datagram.memory += part.bytes.size() + partOverhead;
    datagram.parts.emplace(from, std::move(part));
}

bool FragmentAssembler::isComplete(const Datagram& datagram)
{
    // Parts do not overlap, so counting is enough, unless some lie behind the end that the last fragment told.
    return datagram.length && datagram.received >= *datagram.length && !datagram.head.empty()
        && datagram.parts.rbegin()->first + datagram.parts.rbegin()->second.piece.count == *datagram.length;
}

AssembledPacket FragmentAssembler::assemble(const Datagram& datagram)
{
    const std::uint32_t length = datagram.length.value_or(0);
    AssembledPacket whole;
    whole.interface = datagram.interface;
    whole.bytes = datagram.head;
    if (datagram.network.version == IpVersion::V4)
        makeWholeIpv4(whole.bytes, datagram.network, length);
    else
        makeWholeIpv6(whole.bytes, datagram.network, length);
    whole.recipe.head = whole.bytes;
    for (const auto& [offset, part] : datagram.parts) {
        whole.recipe.pieces.push_back(part.piece);
        whole.bytes.insert(whole.bytes.end(), part.bytes.begin(), part.bytes.end());
    }
    return whole;
}

} // namespace tcpladder
