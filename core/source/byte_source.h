// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/byte_reader.h"
#include "core/base/error.h"

#include <filesystem>
#include <memory>
#include <stop_token>
#include <vector>

namespace tcpladder {

/// Random access to the bytes of a capture. Every function may be called from any thread.
class ByteSource
{
public:
    virtual ~ByteSource() = default;

    /// Fills the buffer from offset on and returns how many bytes were there; fewer than asked for means the end.
    virtual Result<std::size_t> readAt(std::uint64_t offset, std::span<std::byte> buffer) const = 0;

    /// Bytes at this moment; a file that is still being written grows.
    virtual Result<std::uint64_t> size() const = 0;

    /// Whether bytes may still be added: the end that a read met is then not the end.
    virtual bool mayGrow() const { return false; }
};

/// A file, read and never mapped: a file that shrinks under us is then an error and not a signal. A named pipe or a
/// device is spooled as makePipeSource() does it; "-" is standard input.
Result<std::shared_ptr<ByteSource>> openFile(const std::filesystem::path& path);

/// A file that another program is still writing: its end is not the last word before whole is requested, since nobody
/// writes any more.
Result<std::shared_ptr<ByteSource>> followFile(const std::filesystem::path& path, std::stop_token whole = {});

/// Bytes in memory: pasted text, tests, fuzzers.
std::shared_ptr<ByteSource> makeMemorySource(std::vector<std::byte> bytes);

} // namespace tcpladder
