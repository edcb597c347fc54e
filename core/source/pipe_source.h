// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/byte_source.h"

namespace tcpladder {

/// Bytes that come through a pipe, a socket or a terminal. A thread takes them as they come, so that their writer never
/// waits for us, and keeps them in a temporary file. Takes the descriptor over.
Result<std::shared_ptr<ByteSource>> makePipeSource(int descriptor);

} // namespace tcpladder
