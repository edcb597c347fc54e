// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/byte_reader.h"
#include "core/base/error.h"

#include <atomic>

namespace tcpladder {

/// A temporary file without a name: it is gone when the program is, however it ends. One thread appends, any may read.
class SpoolFile
{
public:
    static Result<SpoolFile> create();

    SpoolFile(SpoolFile&& other) noexcept;
    SpoolFile& operator=(SpoolFile&&) = delete;
    ~SpoolFile();

    Result<void> append(Bytes bytes);

    /// As many bytes from offset on as are there.
    Result<std::size_t> readAt(std::uint64_t offset, std::span<std::byte> buffer) const;

    std::uint64_t size() const { return m_size.load(std::memory_order_acquire); }

private:
    explicit SpoolFile(int descriptor)
        : m_descriptor(descriptor)
    {
    }

    int m_descriptor = -1;
    std::atomic<std::uint64_t> m_size = 0;
};

} // namespace tcpladder
