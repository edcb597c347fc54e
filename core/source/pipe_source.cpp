// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/pipe_source.h"

#include "core/source/spool_file.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <mutex>
#include <optional>
#include <thread>

namespace tcpladder {

namespace {

class PipeSource final : public ByteSource
{
public:
    PipeSource(int descriptor, int wakeUp, SpoolFile spool)
        : m_descriptor(descriptor)
        , m_wakeUp(wakeUp)
        , m_spool(std::move(spool))
        , m_thread([this] { pump(); })
    {
    }
    PipeSource(const PipeSource&) = delete;
    PipeSource& operator=(const PipeSource&) = delete;
    ~PipeSource() override
    {
        static_cast<void>(::eventfd_write(m_wakeUp, 1));
        m_thread.join();
        ::close(m_wakeUp);
        ::close(m_descriptor);
    }

    Result<std::size_t> readAt(std::uint64_t offset, std::span<std::byte> buffer) const override
    {
        if (offset >= m_spool.size()) {
            const std::lock_guard guard(m_mutex);
            if (m_error)
                return std::unexpected(*m_error);
        }
        return m_spool.readAt(offset, buffer);
    }

    Result<std::uint64_t> size() const override { return m_spool.size(); }
    bool mayGrow() const override { return !m_isAtEnd.load(std::memory_order_acquire); }

private:
    void pump()
    {
        std::vector<std::byte> buffer(bufferSize);
        while (isReadable()) {
            const ssize_t count = ::read(m_descriptor, buffer.data(), buffer.size());
            if (count < 0 && (errno == EINTR || errno == EAGAIN))
                continue;
            if (count < 0)
                fail(Error{ErrorCode::CannotRead, m_spool.size(), std::strerror(errno)});
            if (count <= 0)
                break;
            if (const auto added = m_spool.append(Bytes(buffer).first(static_cast<std::size_t>(count))); !added) {
                fail(added.error());
                break;
            }
        }
        m_isAtEnd.store(true, std::memory_order_release);
    }

    /// Waits; false when the source is being closed.
    bool isReadable() const
    {
        std::array<pollfd, 2> waiting{pollfd{m_descriptor, POLLIN, 0}, pollfd{m_wakeUp, POLLIN, 0}};
        while (::poll(waiting.data(), waiting.size(), -1) < 0) {
            if (errno != EINTR)
                return false;
        }
        return waiting[1].revents == 0;
    }

    void fail(Error error)
    {
        const std::lock_guard guard(m_mutex);
        m_error = std::move(error);
    }

    static constexpr std::size_t bufferSize = std::size_t{256} << 10;

    int m_descriptor;
    int m_wakeUp;
    SpoolFile m_spool;
    mutable std::mutex m_mutex;
    std::optional<Error> m_error;
    std::atomic<bool> m_isAtEnd = false;
    std::thread m_thread; // last: it uses the others
};

} // namespace

Result<std::shared_ptr<ByteSource>> makePipeSource(int descriptor)
{
    auto spool = SpoolFile::create();
    const int wakeUp = spool ? ::eventfd(0, EFD_CLOEXEC) : -1;
    if (wakeUp < 0) {
        ::close(descriptor);
        return std::unexpected(spool ? Error{ErrorCode::CannotOpen, {}, std::strerror(errno)} : spool.error());
    }
    return std::make_shared<PipeSource>(descriptor, wakeUp, std::move(*spool));
}

} // namespace tcpladder
