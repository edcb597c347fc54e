// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/byte_source.h"
#include "core/source/packet_reader.h"

namespace tcpladder {

/// The store of a capture whose packets stand in the source as they were on the wire, at Packet::offset.
std::shared_ptr<const PacketStore> makeSourcePacketStore(std::shared_ptr<const ByteSource> source);

} // namespace tcpladder
