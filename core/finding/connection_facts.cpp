// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finding/connection_facts.h"

#include <algorithm>

namespace tcpladder {

std::optional<std::uint8_t> ConnectionFacts::windowShift(Side sender) const
{
    constexpr std::uint8_t largestShift = 14; // RFC 7323 section 2.3
    if (!hasHandshake)
        return std::nullopt;
    const auto& own = windowScale[indexOf(sender)];
    return own && windowScale[indexOf(peerOf(sender))] ? std::min(*own, largestShift) : std::uint8_t{0};
}

} // namespace tcpladder
