// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture_helper/reporter.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace tcpladder::capture_helper {

namespace {

/// Whatever a file's name or libpcap's text holds, it stays one line.
std::string oneLine(std::string text)
{
    std::ranges::replace_if(text, [](unsigned char c) { return c < ' '; }, ' ');
    return text;
}

/// Whether a short line can be written without waiting for a reader.
bool hasRoom()
{
    pollfd output{STDOUT_FILENO, POLLOUT, 0};
    return poll(&output, 1, 0) != 0;
}

} // namespace

void Reporter::ready(const CapturedInterface& interface)
{
    say("ready " + std::to_string(interface.linkType));
}

void Reporter::file(const std::string& path)
{
    say("file " + path);
}

void Reporter::counts(std::uint64_t written, const DeviceCounts& device, std::uint64_t bytes)
{
    std::string line = "counts " + std::to_string(written) + ' ' + std::to_string(device.received) + ' '
        + std::to_string(device.dropped) + ' ' + std::to_string(bytes);
    // A reader that has stopped must not stop the capture as well; the next counts tell these too.
    if (line != m_lastCounts && hasRoom()) {
        m_lastCounts = line;
        say(std::move(line));
    }
}

void Reporter::error(const Failure& failure)
{
    say("error " + std::string(wordFor(failure.kind)) + ' ' + failure.text);
}

void Reporter::end()
{
    say("end");
}

void Reporter::say(std::string line)
{
    line = oneLine(std::move(line)) + '\n';
    std::string_view rest = line;
    while (!rest.empty() && !m_isDeaf) {
        const ssize_t written = write(STDOUT_FILENO, rest.data(), rest.size());
        if (written >= 0)
            rest.remove_prefix(static_cast<std::size_t>(written));
        else if (errno != EINTR)
            m_isDeaf = true;
    }
}

} // namespace tcpladder::capture_helper
