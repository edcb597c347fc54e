// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/connection/connection_table.h"

#include <cstring>
#include <memory>
#include <utility>

namespace tcpladder {

namespace {

constexpr std::size_t firstSlotCount = 1024;

std::uint64_t mix(std::uint64_t hash, std::uint64_t value)
{
    // The multiplication spreads each bit upwards; the fold brings the upper half back down.
    const auto product = (hash ^ value) * 0x9e3779b97f4a7c15;
    return product ^ (product >> 32);
}

constexpr std::uint64_t start = 0x2545f4914f6cdd1d;

std::uint64_t highPort(std::uint16_t port)
{
    return std::uint64_t{port} << 48;
}

/// word: the address as it lies in a header.
std::uint64_t hashOfIpv4(std::uint32_t word, std::uint16_t port)
{
    return mix(start, word ^ highPort(port));
}

std::uint64_t hashOf(const IpAddress& address, std::uint16_t port)
{
    std::uint64_t halves[2];
    std::memcpy(halves, address.bytes.data(), sizeof halves);
    if (address.version == IpVersion::V4) {
        std::uint32_t word;
        std::memcpy(&word, halves, sizeof word);
        return hashOfIpv4(word, port);
    }
    return mix(mix(start, halves[0] ^ highPort(port)), halves[1]);
}

/// A sum is the same in both orders, and not 0 for an endpoint that talks to itself, as an exclusive or would be.
std::uint32_t hashOfBoth(std::uint64_t one, std::uint64_t other)
{
    return static_cast<std::uint32_t>(mix(0, one + other));
}

} // namespace

std::uint32_t hashOf(const EndpointPair& pair)
{
    return hashOfBoth(hashOf(pair[0].address, pair[0].port), hashOf(pair[1].address, pair[1].port));
}

std::uint32_t hashOf(const Segment& segment)
{
    return hashOfBoth(hashOf(segment.source, segment.sourcePort), hashOf(segment.destination, segment.destinationPort));
}

std::uint32_t hashOf(const PlainSegment& segment, const PlainOrigin& origin)
{
    if (!segment.isIpv6) [[likely]]
        return hashOfBoth(
            hashOfIpv4(segment.source, segment.sourcePort), hashOfIpv4(segment.destination, segment.destinationPort));
    const AddressPair& addresses = origin.ipv6[segment.source];
    return hashOfBoth(hashOf(addresses.front(), segment.sourcePort), hashOf(addresses.back(), segment.destinationPort));
}

ConnectionTable::ConnectionTable()
{
    makeSlots(firstSlotCount);
}

SharedPages ConnectionTable::allocateSlots(std::size_t count)
{
    const std::size_t bytes = count * sizeof(Slot);
    return {allocatePages(bytes), bytes};
}

void ConnectionTable::makeSlots(std::size_t count)
{
    m_memory = m_next.memory ? std::exchange(m_next, {}) : allocateSlots(count);
    m_slots = {reinterpret_cast<Slot*>(m_memory.memory.get()), count};
    std::ranges::uninitialized_default_construct(m_slots);
}

/// Late, since most captures end before, and yet so that there is time for all of the pages.
SharedPages ConnectionTable::prepareGrowth()
{
    constexpr std::size_t large = std::size_t{1} << 16;
    const std::size_t most = m_slots.size() / 2;
    if (m_slots.size() < large || m_used < most / 16 * 15 || m_next.memory)
        return {};
    m_next = allocateSlots(2 * m_slots.size());
    return m_next;
}

/// Keeps half of the slots empty.
void ConnectionTable::noteNew()
{
    if (++m_used * 2 <= m_slots.size())
        return;
    const SharedPages memory = std::move(m_memory);
    const std::span<const Slot> old = m_slots;
    makeSlots(old.size() * 2);
    const std::size_t mask = m_slots.size() - 1;
    for (const Slot& slot : old) {
        if (!slot.connection.isValid())
            continue;
        std::size_t at = slot.hash & mask;
        while (m_slots[at].connection.isValid())
            at = (at + 1) & mask;
        m_slots[at] = slot;
    }
}

} // namespace tcpladder
