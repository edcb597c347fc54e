// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/byte_source.h"

#include "core/source/pipe_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace tcpladder {

namespace {

Error systemError(ErrorCode code, std::optional<std::uint64_t> offset = {})
{
    return {code, offset, std::strerror(errno)};
}

class FileSource final : public ByteSource
{
public:
    enum class Ending : std::uint8_t { Final, Growing };

    FileSource(int descriptor, Ending ending, std::stop_token whole = {})
        : m_descriptor(descriptor)
        , m_ending(ending)
        , m_whole(std::move(whole))
    {
    }
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;
    ~FileSource() override
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }

    int release() { return std::exchange(m_descriptor, -1); }

    Result<std::size_t> readAt(std::uint64_t offset, std::span<std::byte> buffer) const override
    {
        std::size_t done = 0;
        while (done < buffer.size()) {
            const ssize_t count
                = ::pread(m_descriptor, buffer.data() + done, buffer.size() - done, static_cast<off_t>(offset + done));
            if (count < 0 && errno == EINTR)
                continue;
            if (count < 0)
                return std::unexpected(systemError(ErrorCode::CannotRead, offset + done));
            if (count == 0)
                break;
            done += static_cast<std::size_t>(count);
        }
        return done;
    }

    Result<std::uint64_t> size() const override
    {
        struct stat status{};
        if (::fstat(m_descriptor, &status) != 0)
            return std::unexpected(systemError(ErrorCode::CannotRead));
        return static_cast<std::uint64_t>(status.st_size);
    }

    bool mayGrow() const override { return m_ending == Ending::Growing && !m_whole.stop_requested(); }

private:
    int m_descriptor;
    Ending m_ending;
    std::stop_token m_whole;
};

int openDescriptor(const std::filesystem::path& path)
{
    return path == "-" ? ::dup(STDIN_FILENO) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
}

class MemorySource final : public ByteSource
{
public:
    explicit MemorySource(std::vector<std::byte> bytes)
        : m_bytes(std::move(bytes))
    {
    }

    Result<std::size_t> readAt(std::uint64_t offset, std::span<std::byte> buffer) const override
    {
        if (offset >= m_bytes.size())
            return 0;
        const std::size_t count = std::min<std::uint64_t>(buffer.size(), m_bytes.size() - offset);
        std::ranges::copy(Bytes(m_bytes).subspan(offset, count), buffer.begin());
        return count;
    }

    Result<std::uint64_t> size() const override { return m_bytes.size(); }

private:
    std::vector<std::byte> m_bytes;
};

} // namespace

Result<std::shared_ptr<ByteSource>> openFile(const std::filesystem::path& path)
{
    const int descriptor = openDescriptor(path);
    if (descriptor < 0)
        return std::unexpected(systemError(ErrorCode::CannotOpen));
    auto source = std::make_shared<FileSource>(descriptor, FileSource::Ending::Final);
    struct stat status{};
    if (::fstat(descriptor, &status) != 0)
        return std::unexpected(systemError(ErrorCode::CannotRead));
    if (S_ISDIR(status.st_mode))
        return std::unexpected(Error{ErrorCode::IsADirectory, {}, {}});
    if (!S_ISREG(status.st_mode) && !S_ISBLK(status.st_mode))
        return makePipeSource(source->release());
    return source;
}

Result<std::shared_ptr<ByteSource>> followFile(const std::filesystem::path& path, std::stop_token whole)
{
    const int descriptor = openDescriptor(path);
    if (descriptor < 0)
        return std::unexpected(systemError(ErrorCode::CannotOpen));
    return std::make_shared<FileSource>(descriptor, FileSource::Ending::Growing, std::move(whole));
}

std::shared_ptr<ByteSource> makeMemorySource(std::vector<std::byte> bytes)
{
    return std::make_shared<MemorySource>(std::move(bytes));
}

} // namespace tcpladder
