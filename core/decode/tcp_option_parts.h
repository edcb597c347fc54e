// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/tcp_options.h"

namespace tcpladder {

/// What a few bytes of an option are.
enum class TcpOptionPartKind : std::uint8_t {
    Head, ///< kind, and length where the option has one
    MaximumSegmentSize,
    WindowShift,
    TimestampValue,
    TimestampEcho,
    SackLeft,
    SackRight,
    FastOpenCookie,
    Other, ///< what tcpladder does not read, or what cannot be read
};

struct TcpOptionPart
{
    TcpOptionPartKind kind = TcpOptionPartKind::Head;
    std::uint8_t offset = 0; ///< from the start of the options, as TcpOptionEntry::offset
    std::uint8_t length = 0;
    std::uint32_t value = 0; ///< of up to four bytes
};

/// The parts of one option without gaps, as the header picture draws them. option: the option's own bytes, as captured.
std::vector<TcpOptionPart> listOptionParts(const TcpOptionEntry& entry, Bytes option);

} // namespace tcpladder
