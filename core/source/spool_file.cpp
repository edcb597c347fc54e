// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/spool_file.h"

#include "core/base/temporary_file.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace tcpladder {

namespace {

std::unexpected<Error> systemError(ErrorCode code)
{
    return std::unexpected(Error{code, {}, std::strerror(errno)});
}

} // namespace

Result<SpoolFile> SpoolFile::create()
{
    const int descriptor = openTemporaryFile();
    if (descriptor < 0)
        return systemError(ErrorCode::CannotSpool);
    return SpoolFile(descriptor);
}

SpoolFile::SpoolFile(SpoolFile&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_size(other.size())
{
}

SpoolFile::~SpoolFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<void> SpoolFile::append(Bytes bytes)
{
    std::uint64_t end = size();
    while (!bytes.empty()) {
        const ssize_t count = ::pwrite(m_descriptor, bytes.data(), bytes.size(), static_cast<off_t>(end));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return systemError(ErrorCode::CannotSpool);
        end += static_cast<std::uint64_t>(count);
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
    m_size.store(end, std::memory_order_release);
    return {};
}

Result<std::size_t> SpoolFile::readAt(std::uint64_t offset, std::span<std::byte> buffer) const
{
    const std::uint64_t end = size();
    const std::size_t wanted = offset < end ? std::min<std::uint64_t>(buffer.size(), end - offset) : 0;
    std::size_t done = 0;
    while (done < wanted) {
        const ssize_t count
            = ::pread(m_descriptor, buffer.data() + done, wanted - done, static_cast<off_t>(offset + done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return systemError(ErrorCode::CannotRead);
        done += static_cast<std::size_t>(count);
    }
    return done;
}

} // namespace tcpladder
