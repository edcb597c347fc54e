// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture_helper/capture.h"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

namespace tcpladder::capture_helper {

namespace {

// A picture of the window takes 40 ms: who reads the counts need not know them oftener.
constexpr std::chrono::milliseconds betweenReports(100);
constexpr std::string_view application = "tcpladder-capture";

volatile std::sig_atomic_t stopRequested = 0; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

void requestStop(int /*signal*/)
{
    stopRequested = 1;
}

/// Standard input carries nothing: what matters is its end.
bool inputEnded(const pollfd& input)
{
    if ((input.revents & POLLIN) == 0)
        return (input.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
    std::array<char, 256> ignored{};
    const ssize_t count = read(STDIN_FILENO, ignored.data(), ignored.size());
    return count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN);
}

/// For packets, or until it is time for a report. Whether to stop.
bool wait(int device)
{
    std::array<pollfd, 2> waiting{{{device, POLLIN, 0}, {STDIN_FILENO, POLLIN, 0}}};
    const int ready = poll(waiting.data(), waiting.size(), static_cast<int>(betweenReports.count()));
    return stopRequested != 0 || (ready > 0 && inputEnded(waiting[1]));
}

Timestamp now()
{
    return std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now());
}

Result<void> asResult(const CaptureFile::Written& written)
{
    if (written.failure)
        return std::unexpected(*written.failure);
    return {};
}

} // namespace

void stopAtSignals()
{
    struct sigaction action{};
    action.sa_handler = requestStop;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        sigaction(signal, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN); // whom we report to may be gone
}

Capture::Capture(const Options& options, Device device, CaptureFile file, Reporter& reporter)
    : m_options(options)
    , m_device(std::move(device))
    , m_file(std::move(file))
    , m_reporter(reporter)
{
}

Result<void> Capture::run()
{
    auto state = begin();
    while (state) {
        const bool isToStop = wait(m_device.descriptor());
        // Though nothing may have come: of a device that is being removed the kernel tells once, when it still exists,
        // and libpcap sees that it has gone at a later read.
        if (!isToStop)
            state = takePackets();
        reportCounts();
        if (isToStop || m_reporter.isDeaf())
            break;
        if (state && mustRotate())
            state = rotate();
    }
    const auto ended = end();
    return state ? ended : state; // what went wrong first is the reason
}

Result<void> Capture::begin()
{
    m_buffer.clear();
    appendSectionHeader(m_buffer, application);
    appendInterface(m_buffer, m_device.interface());
    const auto written = asResult(m_file.write(m_buffer));
    if (written && m_fileNumber == 1)
        m_reporter.ready(m_device.interface());
    return written;
}

Result<void> Capture::takePackets()
{
    m_buffer.clear();
    const auto count = m_device.read(m_buffer);
    const CaptureFile::Written written = m_file.write(m_buffer);
    m_written += written.blocks;
    return count ? asResult(written) : std::unexpected(count.error());
}

bool Capture::mustRotate() const
{
    return (m_options.rotateBytes && m_file.size() >= *m_options.rotateBytes)
        || (m_options.rotateSeconds && Clock::now() - m_fileBegan >= *m_options.rotateSeconds);
}

Result<void> Capture::rotate()
{
    std::string path;
    Result<CaptureFile> next = std::unexpected(Failure{});
    do { // past names that are taken: they are no reason to end a capture that has run for hours
        path = rotatedName(m_options.output, ++m_fileNumber);
        next = CaptureFile::create(path);
    } while (!next && next.error().kind == FailureKind::FileExists);
    if (!next)
        return std::unexpected(next.error());
    m_bytes += m_file.size();
    m_file = std::move(*next);
    m_fileBegan = Clock::now();
    m_reporter.file(path);
    return begin();
}

/// What the kernel still holds, and its counts.
Result<void> Capture::end()
{
    // The kernel hands a block over when it is full or its time is up.
    constexpr auto untilLastBlock = 2 * Device::gatheringTime;
    const Clock::time_point enough = Clock::now() + untilLastBlock;
    auto state = takePackets();
    while (state && Clock::now() < enough) {
        pollfd device{m_device.descriptor(), POLLIN, 0};
        poll(&device, 1, static_cast<int>(untilLastBlock.count()));
        state = takePackets();
    }
    for (std::uint64_t before = ~m_written; state && m_written != before;) {
        before = m_written;
        state = takePackets();
    }
    const DeviceCounts counts = m_device.counts();
    m_buffer.clear();
    appendStatistics(m_buffer, {.time = now(), .received = counts.received, .dropped = counts.dropped});
    const auto written = asResult(m_file.write(m_buffer));
    m_reported = {};
    reportCounts();
    return state ? written : state;
}

void Capture::reportCounts()
{
    if (Clock::now() - m_reported < betweenReports)
        return;
    m_reported = Clock::now();
    m_reporter.counts(m_written, m_device.counts(), m_bytes + m_file.size());
}

} // namespace tcpladder::capture_helper
