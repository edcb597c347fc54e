// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/connection/connection_table.h"

#include <cstring>
#include <utility>

namespace tcpladder {

namespace {

constexpr std::size_t firstSlotCount = 1024; // a power of two

std::uint64_t mix(std::uint64_t hash, std::uint64_t value)
{
    // The multiplication spreads each bit upwards; the fold brings the upper half back down.
    const auto product = (hash ^ value) * 0x9e3779b97f4a7c15;
    return product ^ (product >> 32);
}

std::uint64_t hashOf(const Endpoint& endpoint)
{
    std::uint64_t halves[2];
    std::memcpy(halves, endpoint.address.bytes.data(), sizeof halves);
    const std::uint64_t hash = mix(0x2545f4914f6cdd1d, halves[0] ^ (std::uint64_t{endpoint.port} << 48));
    return endpoint.address.version == IpVersion::V6 ? mix(hash, halves[1]) : hash;
}

} // namespace

std::uint32_t hashOf(const EndpointPair& pair)
{
    // A sum is the same in both orders, and not 0 for an endpoint that talks to itself, as an exclusive or would be.
    return static_cast<std::uint32_t>(mix(0, hashOf(pair[0]) + hashOf(pair[1])));
}

ConnectionTable::ConnectionTable()
    : m_slots(firstSlotCount)
{
}

/// Keeps half of the slots empty.
void ConnectionTable::noteNew()
{
    if (++m_used * 2 <= m_slots.size())
        return;
    const std::vector<Slot> old = std::exchange(m_slots, std::vector<Slot>(m_slots.size() * 2));
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
