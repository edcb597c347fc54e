// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/byte_source.h"
#include "core/source/decompressor.h"

namespace tcpladder {

/// What a compressed source holds, unpacked into a temporary file as far as it has been asked for. A stream that is cut
/// or damaged gives all that could be unpacked, and the error behind it.
Result<std::shared_ptr<ByteSource>> makeDecompressedSource(
    std::shared_ptr<const ByteSource> packed, std::unique_ptr<Decompressor> decompressor);

} // namespace tcpladder
