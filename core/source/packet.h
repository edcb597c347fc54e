// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/byte_reader.h"
#include "core/base/ids.h"
#include "core/base/timestamp.h"

#include <string_view>

namespace tcpladder {

struct TextWitness;

/// One record of a capture, as a reader hands it on.
struct Packet
{
    PacketNumber number;
    InterfaceId interface;
    Timestamp time = unknownTime;
    std::uint32_t originalLength = 0;     ///< bytes on the wire, 0: unknown; the captured length is bytes.size()
    std::uint64_t offset = 0;             ///< where PacketStore finds the packet again
    Bytes bytes;                          ///< valid until the reader's next call
    std::string_view comment;             ///< of pcapng, UTF-8; valid as long as bytes
    bool isCaptured = true;               ///< else its bytes stand for what a text tells of it
    const TextWitness* witness = nullptr; ///< what a text's summary line says; valid as long as bytes
    bool agreesWithText = false;          ///< a summary line says what the bytes say, and there is no witness
};

} // namespace tcpladder
