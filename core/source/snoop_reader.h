// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/byte_source.h"
#include "core/source/packet_reader.h"

namespace tcpladder {

/// Captures of Solaris' snoop (RFC 1761).
bool looksLikeSnoop(Bytes head);

Result<OpenedCapture> openSnoop(std::shared_ptr<const ByteSource> source);

} // namespace tcpladder
