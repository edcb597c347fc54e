// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/text/tcpdump_line.h"

namespace tcpladder {

/// The innermost "(tos 0x0, ttl 64, ...)" or "(hlim 64, next-header TCP (6) ...)" in a text.
std::optional<TextIpHeader> findTextIpHeader(std::string_view text);

} // namespace tcpladder
