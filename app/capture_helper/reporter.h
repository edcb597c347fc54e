// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/capture_helper/device.h"

#include <string>
#include <string_view>

namespace tcpladder::capture_helper {

/// Tells on standard output, a line each, what `tcpladder-capture --help` says.
class Reporter
{
public:
    void ready(const CapturedInterface& interface);
    void file(const std::string& path);
    void counts(std::uint64_t written, const DeviceCounts& device, std::uint64_t bytes);
    void error(const Failure& failure);
    void end();

    /// Nobody reads the lines any more.
    bool isDeaf() const { return m_isDeaf; }

private:
    void say(std::string line);

    bool m_isDeaf = false;
    std::string m_lastCounts;
};

} // namespace tcpladder::capture_helper
