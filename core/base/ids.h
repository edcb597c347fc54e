// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>

namespace tcpladder {

/// A position in one of the document's stores. Ids of different stores are different types and do not convert.
template <class Store>
struct Id
{
    static constexpr std::uint32_t noValue = std::numeric_limits<std::uint32_t>::max();

    std::uint32_t value = noValue;

    constexpr Id() = default;
    constexpr explicit Id(std::size_t position)
        : value(static_cast<std::uint32_t>(position))
    {
    }

    constexpr bool isValid() const { return value != noValue; }
    constexpr auto operator<=>(const Id&) const = default;
};

using SegmentId = Id<struct SegmentRecord>;
using ConnectionId = Id<struct Connection>;
using FindingId = Id<struct Finding>;

/// An interface of a capture: what a packet's link type, name and time resolution depend on. Classic pcap has one.
using InterfaceId = Id<struct CaptureInterface>;

/// Number of a packet in its capture as Wireshark and tcpdump -# count them: from 1, packets of every protocol. 0 is
/// none.
struct PacketNumber
{
    std::uint32_t value = 0;

    constexpr bool isValid() const { return value != 0; }
    constexpr auto operator<=>(const PacketNumber&) const = default;
};

/// The two sides of a connection. A sent the first captured segment; a side never changes its name afterwards.
enum class Side : std::uint8_t { A, B };

constexpr Side peerOf(Side side)
{
    return side == Side::A ? Side::B : Side::A;
}

constexpr std::size_t indexOf(Side side)
{
    return static_cast<std::size_t>(side);
}

} // namespace tcpladder

template <class Store>
struct std::hash<tcpladder::Id<Store>>
{
    std::size_t operator()(tcpladder::Id<Store> id) const noexcept { return id.value; }
};
