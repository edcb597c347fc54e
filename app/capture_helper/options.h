// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/capture_helper/failure.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace tcpladder::capture_helper {

/// What is asked for.
enum class Task : unsigned char { Capture, ListDevices, CheckFilter, Help };

struct Options
{
    Task task = Task::Capture;
    std::string device;
    std::string output;
    std::string filter; ///< in libpcap's language; empty: everything
    int snapLength = 262144;
    bool isPromiscuous = true;
    /// Each packet at once, instead of a few milliseconds later in a batch with others.
    bool isImmediate = false;
    std::optional<std::uint64_t> rotateBytes;
    std::optional<std::chrono::seconds> rotateSeconds;
};

extern const char* const usage;

Result<Options> readOptions(int argc, char** argv);

} // namespace tcpladder::capture_helper
