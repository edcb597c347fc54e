// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture_helper/capture_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace tcpladder::capture_helper {

namespace {

// Packets are private: nobody but the caller reads them.
constexpr mode_t onlyOwner = S_IRUSR | S_IWUSR;

Failure writeFailure()
{
    const bool isFull = errno == ENOSPC || errno == EDQUOT || errno == EFBIG;
    return systemFailure(isFull ? FailureKind::DiskFull : FailureKind::CannotWrite, "the file can't be written");
}

struct WholeBlocks
{
    std::uint64_t count = 0;
    std::size_t length = 0;
};

/// Those within the first bytes; a block's length stands behind its type.
WholeBlocks wholeBlocks(Bytes blocks, std::size_t written)
{
    WholeBlocks whole;
    while (whole.length < written) {
        std::uint32_t length = 0;
        std::memcpy(&length, blocks.data() + whole.length + sizeof length, sizeof length);
        if (whole.length + length > written)
            break;
        whole.length += length;
        ++whole.count;
    }
    return whole;
}

} // namespace

Result<CaptureFile> CaptureFile::create(const std::string& path)
{
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, onlyOwner);
    if (descriptor >= 0)
        return CaptureFile(descriptor);
    if (errno == EEXIST)
        return std::unexpected(Failure{FailureKind::FileExists, path + " exists already, and is left as it is"});
    return std::unexpected(systemFailure(FailureKind::CannotWrite, path));
}

CaptureFile::CaptureFile(CaptureFile&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_size(other.m_size)
{
}

CaptureFile& CaptureFile::operator=(CaptureFile&& other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_size, other.m_size);
    return *this;
}

CaptureFile::~CaptureFile()
{
    if (m_descriptor >= 0)
        close(m_descriptor);
}

CaptureFile::Written CaptureFile::write(Bytes blocks)
{
    std::size_t written = 0;
    std::optional<Failure> failure;
    while (written < blocks.size() && !failure) {
        const Bytes rest = blocks.subspan(written);
        const ssize_t count = ::write(m_descriptor, rest.data(), rest.size());
        if (count > 0)
            written += static_cast<std::size_t>(count);
        else if (errno != EINTR)
            failure = writeFailure();
    }
    const WholeBlocks whole = wholeBlocks(blocks, written);
    if (whole.length < written)
        endBehind(m_size + whole.length);
    m_size += whole.length;
    return {whole.count, std::move(failure)};
}

/// Where that fails too, a reader steps over the cut block.
void CaptureFile::endBehind(std::uint64_t size)
{
    const auto end = static_cast<off_t>(size);
    if (ftruncate(m_descriptor, end) == 0)
        lseek(m_descriptor, end, SEEK_SET);
}

std::string rotatedName(const std::string& path, unsigned number)
{
    const std::size_t slash = path.rfind('/');
    const std::size_t nameStart = slash == std::string::npos ? 0 : slash + 1;
    const std::size_t dot = path.rfind('.');
    const std::size_t stemEnd = dot == std::string::npos || dot <= nameStart ? path.size() : dot;
    return path.substr(0, stemEnd) + '-' + std::to_string(number) + path.substr(stemEnd);
}

} // namespace tcpladder::capture_helper
