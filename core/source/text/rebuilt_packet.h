// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/text/tcpdump_line.h"
#include "core/source/text/text_flows.h"

namespace tcpladder {

/// What is known of the bytes that were made from a summary.
struct RebuiltPacket
{
    std::uint32_t originalLength = 0; ///< with the payload, which no summary holds
    TcpFieldSet known;
    ChecksumStatus checksumStatus = ChecksumStatus::Unknown; ///< as tcpdump -v says
};

/// Writes an IP and a TCP header as the summary has them. What it does not say is 0, or the best guess.
RebuiltPacket rebuildPacket(
    const TcpdumpLine& summary, const TextFlowKey& key, const AbsoluteNumbers& numbers, std::vector<std::byte>& to);

} // namespace tcpladder
