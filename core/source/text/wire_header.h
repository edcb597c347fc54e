// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/text/dump_start.h"
#include "core/source/text/text_flows.h"

namespace tcpladder {

/// What a summary line and the bytes of its packet both have, as the bytes have it.
struct WireHeader
{
    TextFlowKey key;
    std::uint32_t keyHash = 0;
    WireNumbers numbers;
    TcpFlags flags;
    std::uint16_t window = 0;
    std::uint16_t payloadLength = 0; ///< by IP's length
};

/// Reads the header of a packet that has an IP header where start says and a whole TCP header right behind it: no
/// tunnel, no extension header, no fragment, no length that was left to a card, and the dump begins so beyond doubt.
/// False where it is not as plain as that; findDumpStart() and walkToTcp() read them all.
bool readPlainHeader(Bytes dump, const DumpStart& start, WireHeader& header);

} // namespace tcpladder
