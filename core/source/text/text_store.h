// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/byte_source.h"
#include "core/source/packet_reader.h"
#include "core/source/text/text_memory.h"

namespace tcpladder {

/// Makes the packets of a text again from its lines.
std::shared_ptr<const PacketStore> makeTextStore(
    std::shared_ptr<const ByteSource> source, std::shared_ptr<TextMemory> memory);

} // namespace tcpladder
