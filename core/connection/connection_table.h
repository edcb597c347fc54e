// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/connection/endpoint.h"

#include <algorithm>
#include <vector>

namespace tcpladder {

/// Both endpoints of a connection in one order, whoever sends: the lesser one first.
struct ConnectionKey
{
    Endpoint lesser;
    Endpoint greater;

    ConnectionKey() = default;
    ConnectionKey(const Endpoint& one, const Endpoint& other)
        : lesser(std::min(one, other))
        , greater(std::max(one, other))
    {
    }

    bool operator==(const ConnectionKey&) const = default;
};

std::uint64_t hashOf(const ConnectionKey& key);

/// Finds the latest incarnation of a pair of endpoints. Nothing is ever forgotten: a closed connection still gets
/// segments, TIME_WAIT lives there.
///
/// Open addressing with linear probing, a slot of eight bytes: part of the hash, and the position of the entry that
/// holds the key. With hundreds of thousands of connections every look-up misses the cache; the partial hash keeps it
/// to one miss for the slot and one for the entry.
class ConnectionTable
{
public:
    ConnectionTable();

    /// The latest incarnation; an invalid id where the pair was never seen.
    ConnectionId find(const ConnectionKey& key) const;

    /// Makes connection the latest incarnation of the pair.
    void assign(const ConnectionKey& key, ConnectionId connection);

private:
    struct Slot
    {
        std::uint32_t hash = 0;
        std::uint32_t entry = empty;
    };
    struct Entry
    {
        ConnectionKey key;
        ConnectionId latest;
    };
    static constexpr std::uint32_t empty = 0xffffffff;

    /// The slot that holds the key, or the empty one where it belongs.
    std::size_t slotOf(const ConnectionKey& key, std::uint64_t hash) const;
    void grow();

    std::vector<Slot> m_slots;
    std::vector<Entry> m_entries;
};

} // namespace tcpladder
