// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/large_pages.h"
#include "core/base/prefetch.h"
#include "core/connection/endpoint.h"

#include <span>

namespace tcpladder {

/// The same for both orders of the endpoints, so that either may be the sender.
std::uint32_t hashOf(const EndpointPair& pair);
/// Of its endpoints.
std::uint32_t hashOf(const Segment& segment);
std::uint32_t hashOf(const PlainSegment& segment, const PlainOrigin& origin);

/// Finds the latest incarnation of a pair of endpoints. Nothing is ever forgotten: a closed connection still gets
/// segments, TIME_WAIT lives there.
///
/// Open addressing with linear probing, a slot of eight bytes: the hash, and the connection, which has the endpoints.
/// With hundreds of thousands of connections every look-up misses the cache; the hash keeps it to one miss for the slot
/// and one for the connection, which is needed anyway.
///
/// hash is hashOf() the pair. isOf(ConnectionId) is given to each call, and tells whether a connection that was
/// assigned is one of the pair.
class ConnectionTable
{
public:
    ConnectionTable();

    /// The latest incarnation; an invalid id where the pair was never seen.
    template <class IsOf>
    ConnectionId find(std::uint32_t hash, const IsOf& isOf) const
    {
        return m_slots[slotOf(hash, isOf)].connection;
    }

    /// Asks for the slot where a pair with this hash is looked for, so that it has come by the time that find() wants
    /// it.
    void prefetch(std::uint32_t hash) const { prefetchLine(&m_slots[hash & (m_slots.size() - 1)]); }

    /// The memory that it will move to soon, for the caller to have its pages provided until then; nothing where that
    /// is not near, or was told before.
    SharedPages prepareGrowth();

    /// What find() will give, unless another pair has the same hash.
    ConnectionId guess(std::uint32_t hash) const
    {
        return find(hash, [](ConnectionId) { return true; });
    }

    /// Makes connection the latest incarnation of the pair.
    template <class IsOf>
    void assign(std::uint32_t hash, ConnectionId connection, const IsOf& isOf)
    {
        Slot& slot = m_slots[slotOf(hash, isOf)];
        const bool isNew = !slot.connection.isValid();
        slot = {hash, connection};
        if (isNew)
            noteNew();
    }

private:
    struct Slot
    {
        std::uint32_t hash = 0;
        ConnectionId connection;
    };

    /// The slot that holds the pair, or the empty one where it belongs.
    template <class IsOf>
    std::size_t slotOf(std::uint32_t hash, const IsOf& isOf) const
    {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at = hash & mask;
        while (m_slots[at].connection.isValid() && (m_slots[at].hash != hash || !isOf(m_slots[at].connection)))
            at = (at + 1) & mask;
        return at;
    }

    static SharedPages allocateSlots(std::size_t count);
    void makeSlots(std::size_t count);
    void noteNew();

    SharedPages m_memory;
    SharedPages m_next;      ///< twice as large; none where it is not near
    std::span<Slot> m_slots; ///< in m_memory; a power of two
    std::size_t m_used = 0;
};

} // namespace tcpladder
