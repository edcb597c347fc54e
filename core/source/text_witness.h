// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/segment.h"

#include <cstdint>
#include <optional>
#include <string>

namespace tcpladder {

/// What the summary line of a tcpdump text says of one packet. The bytes are the truth, the text is a witness:
/// see core/decode/witness_verdict.h for what happens when they disagree.
struct TextWitness
{
    std::uint32_t line = 0;       ///< of the text, from 1
    bool hasBytes = false;        ///< a hex dump followed; else the packet's bytes were rebuilt from this line
    bool hasPlaceholders = false; ///< a name without an address or number stands behind the rebuilt endpoints
    std::string source;           ///< host as written: address or name
    std::string destination;
    std::string sourcePort; ///< as written: number or service name
    std::string destinationPort;
    std::optional<TcpFlags> flags;
    std::optional<std::uint32_t> sequenceNumber;       ///< absolute
    std::optional<std::uint32_t> acknowledgmentNumber; ///< absolute
    std::optional<std::uint16_t> window;
    std::optional<std::uint32_t> payloadLength;

    // Of rebuilt bytes only:
    TcpFieldSet known; ///< what the line says; the rest of the bytes is 0, or the reader's best guess
    ChecksumStatus checksumStatus = ChecksumStatus::Unknown; ///< as tcpdump -v prints it

    bool operator==(const TextWitness&) const = default;
};

} // namespace tcpladder
