// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection/endpoint.h"
#include "core/report/table_rows.h"

#include <array>
#include <optional>

namespace tcpladder {

// What more than one report has a column for.

inline void frame(TableRows& row, PacketNumber packet)
{
    if (packet.isValid())
        row.number(packet.value);
    else
        row.unknown();
}

/// Connections are counted from 1, as frames are.
inline void connectionNumber(TableRows& row, ConnectionId id)
{
    if (id.isValid())
        row.number(std::uint64_t{id.value} + 1);
    else
        row.unknown();
}

template <class Value>
inline void optionalNumber(TableRows& row, const std::optional<Value>& value)
{
    if (value)
        row.number(*value);
    else
        row.unknown();
}

inline void endpoint(TableRows& row, const Endpoint& end)
{
    std::array<char, longestAddress> address;
    row.word({address.data(), putAddress(address.data(), end.address)});
    row.number(end.port);
}

} // namespace tcpladder
