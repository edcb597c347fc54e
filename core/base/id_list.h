// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <memory_resource>
#include <span>
#include <type_traits>
#include <utility>

namespace tcpladder {

/// Ids in a row, for things of which there are hundreds of thousands: sixteen bytes, where a vector that knows its
/// memory resource takes 32. Who changes it names the resource instead, the same one each time. The memory is given
/// back by clear() or with the resource, not when the list goes.
template <typename Id>
class IdList
{
    static_assert(std::is_trivially_copyable_v<Id>);

public:
    using value_type = Id;

    IdList() = default;
    IdList(const IdList&) = delete;
    IdList& operator=(const IdList&) = delete;
    IdList(IdList&& other) noexcept { swap(other); }
    IdList& operator=(IdList&& other) noexcept
    {
        swap(other);
        return *this;
    }
    ~IdList() = default;

    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    std::size_t room() const { return m_room; }
    /// Of the memory that append() asks for where there is no room.
    std::size_t bytesOfNextRoom() const { return nextRoom() * sizeof(Id); }
    const Id* data() const { return m_ids; }
    const Id* begin() const { return m_ids; }
    const Id* end() const { return m_ids + m_size; }
    const Id& operator[](std::size_t position) const { return m_ids[position]; }
    const Id& front() const { return m_ids[0]; }
    const Id& back() const { return m_ids[m_size - 1]; }

    void append(std::pmr::memory_resource& memory, Id id)
    {
        if (m_size == m_room)
            setRoom(memory, nextRoom());
        m_ids[m_size++] = id;
    }

    void reserve(std::pmr::memory_resource& memory, std::size_t room)
    {
        if (room > m_room)
            setRoom(memory, static_cast<std::uint32_t>(room));
    }

    void shrinkToSize(std::pmr::memory_resource& memory)
    {
        if (m_size < m_room)
            setRoom(memory, m_size);
    }

    /// Takes out all from that position on.
    void cutAt(std::size_t position) { m_size = static_cast<std::uint32_t>(position); }

    /// Takes the id out, if it is there.
    void remove(Id id)
    {
        const std::span ids(m_ids, m_size);
        cutAt(static_cast<std::size_t>(std::ranges::remove(ids, id).begin() - ids.begin()));
    }

    void clear(std::pmr::memory_resource& memory)
    {
        m_size = 0;
        setRoom(memory, 0);
    }

private:
    void swap(IdList& other) noexcept
    {
        std::swap(m_ids, other.m_ids);
        std::swap(m_size, other.m_size);
        std::swap(m_room, other.m_room);
    }

    std::uint32_t nextRoom() const { return std::max<std::uint32_t>(1, 2 * m_room); }

    void setRoom(std::pmr::memory_resource& memory, std::uint32_t room)
    {
        Id* const ids = room == 0 ? nullptr : static_cast<Id*>(memory.allocate(room * sizeof(Id), alignof(Id)));
        if (ids && m_ids)
            std::memcpy(ids, m_ids, m_size * sizeof(Id));
        if (m_ids)
            memory.deallocate(m_ids, m_room * sizeof(Id), alignof(Id));
        m_ids = ids;
        m_room = room;
    }

    Id* m_ids = nullptr;
    std::uint32_t m_size = 0;
    std::uint32_t m_room = 0;
};

} // namespace tcpladder
