// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/byte_reader.h"
#include "core/source/link_type.h"

#include <optional>

namespace tcpladder {

/// What a hex dump begins with. -xx and -XX print the link header, -x and -X leave it out, and no line says so.
struct DumpStart
{
    LinkType linkType = LinkType::Raw;
    std::size_t skipped = 0; ///< bytes in front of what linkType begins with

    constexpr bool operator==(const DumpStart&) const = default;
};

/// Nothing where no IP packet can be found in the dump. likely is tried first: the packets of one text are mostly
/// alike.
std::optional<DumpStart> findDumpStart(Bytes dump, const std::optional<DumpStart>& likely = {});

/// Whether the dump holds as many bytes as its IP header says.
bool isWholePacket(Bytes dump);

/// Whether the packet says that it is IPv6, as far as its start can be found.
std::optional<bool> saysIpv6(Bytes dump);

} // namespace tcpladder
