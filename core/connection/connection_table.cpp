// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/connection/connection_table.h"

#include <cstring>

namespace tcpladder {

namespace {

constexpr std::size_t firstSlotCount = 1024; // a power of two

std::uint64_t mix(std::uint64_t hash, std::uint64_t value)
{
    // The multiplication spreads each bit upwards; the fold brings the upper half back down for the slot index.
    const auto product = (hash ^ value) * 0x9e3779b97f4a7c15;
    return product ^ (product >> 32);
}

std::uint64_t hashEndpoint(std::uint64_t hash, const Endpoint& endpoint)
{
    std::uint64_t halves[2];
    std::memcpy(halves, endpoint.address.bytes.data(), sizeof halves);
    hash = mix(hash, halves[0] ^ (std::uint64_t{endpoint.port} << 48));
    return endpoint.address.version == IpVersion::V6 ? mix(hash, halves[1]) : hash;
}

} // namespace

std::uint64_t hashOf(const ConnectionKey& key)
{
    return hashEndpoint(hashEndpoint(0x2545f4914f6cdd1d, key.lesser), key.greater);
}

ConnectionTable::ConnectionTable()
    : m_slots(firstSlotCount)
{
}

std::size_t ConnectionTable::slotOf(const ConnectionKey& key, std::uint64_t hash) const
{
    const std::size_t mask = m_slots.size() - 1;
    const auto partial = static_cast<std::uint32_t>(hash >> 32);
    std::size_t at = hash & mask;
    while (m_slots[at].entry != empty && (m_slots[at].hash != partial || m_entries[m_slots[at].entry].key != key))
        at = (at + 1) & mask;
    return at;
}

ConnectionId ConnectionTable::find(const ConnectionKey& key) const
{
    const Slot& slot = m_slots[slotOf(key, hashOf(key))];
    return slot.entry == empty ? ConnectionId{} : m_entries[slot.entry].latest;
}

void ConnectionTable::assign(const ConnectionKey& key, ConnectionId connection)
{
    const std::uint64_t hash = hashOf(key);
    Slot& slot = m_slots[slotOf(key, hash)];
    if (slot.entry != empty) {
        m_entries[slot.entry].latest = connection;
        return;
    }
    slot = {static_cast<std::uint32_t>(hash >> 32), static_cast<std::uint32_t>(m_entries.size())};
    m_entries.push_back({key, connection});
    if (m_entries.size() * 2 > m_slots.size())
        grow();
}

void ConnectionTable::grow()
{
    m_slots.assign(m_slots.size() * 2, {});
    for (std::size_t entry = 0; entry < m_entries.size(); ++entry) {
        const std::uint64_t hash = hashOf(m_entries[entry].key);
        m_slots[slotOf(m_entries[entry].key, hash)]
            = {static_cast<std::uint32_t>(hash >> 32), static_cast<std::uint32_t>(entry)};
    }
}

} // namespace tcpladder
