// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/capture_helper/failure.h"
#include "core/base/byte_reader.h"

#include <cstdint>
#include <optional>
#include <string>

namespace tcpladder::capture_helper {

/// The file that packets go into. Whatever goes wrong, it ends behind a whole block.
class CaptureFile
{
public:
    /// What exists stays as it is, links and where they lead included.
    static Result<CaptureFile> create(const std::string& path);

    CaptureFile(CaptureFile&& other) noexcept;
    CaptureFile& operator=(CaptureFile&& other) noexcept;
    ~CaptureFile();

    struct Written
    {
        std::uint64_t blocks = 0;       ///< that the file holds now, of those given
        std::optional<Failure> failure; ///< why not all of them
    };
    /// Takes whole blocks of pcapng.
    Written write(Bytes blocks);

    std::uint64_t size() const { return m_size; }

private:
    explicit CaptureFile(int descriptor)
        : m_descriptor(descriptor)
    {
    }

    void endBehind(std::uint64_t size);

    int m_descriptor = -1;
    std::uint64_t m_size = 0;
};

/// "capture.pcapng" and 2 give "capture-2.pcapng".
std::string rotatedName(const std::string& path, unsigned number);

} // namespace tcpladder::capture_helper
