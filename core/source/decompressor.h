// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/byte_reader.h"
#include "core/base/error.h"

#include <memory>

namespace tcpladder {

/// One way to unpack a stream, on top of the library that knows it.
class Decompressor
{
public:
    struct Progress
    {
        std::size_t consumed = 0; ///< of the input
        std::size_t produced = 0; ///< of the output
        bool isAtEnd = false;     ///< of a stream; another one may follow at once
    };

    virtual ~Decompressor() = default;

    /// Unpacks as much of the input as fits the output.
    virtual Result<Progress> unpack(Bytes input, std::span<std::byte> output) = 0;
};

std::unique_ptr<Decompressor> makeGzipDecompressor();
std::unique_ptr<Decompressor> makeZstdDecompressor();
std::unique_ptr<Decompressor> makeLz4Decompressor();
std::unique_ptr<Decompressor> makeXzDecompressor();

/// The decompressor for what begins so; null for what is not compressed.
std::unique_ptr<Decompressor> makeDecompressorFor(Bytes head);

} // namespace tcpladder
