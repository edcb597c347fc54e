// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/packet_fields.h"

namespace tcpladder {

/// A field of the selected segment's headers, by the name under which all views know it.
struct FieldChoice
{
    HeaderField field = HeaderField::Payload;
    std::uint8_t option = 0; ///< of TcpOption: which one, counted from 0 in the order of the bytes

    constexpr bool operator==(const FieldChoice&) const = default;
};

} // namespace tcpladder
