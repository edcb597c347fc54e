// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/sequence_number.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace tcpladder {

/// Appends the bytes of the options that a summary names, e.g. "mss 1460,sackOK,TS val 1 ecr 0,nop,wscale 7", padded to
/// a multiple of four. sackBase is added to the printed SACK blocks. What an option holds and the text doesn't print is
/// 0. False where an option is not understood: then its length is not known either.
bool appendTextOptions(std::string_view text, SequenceNumber sackBase, std::vector<std::byte>& to);

} // namespace tcpladder
