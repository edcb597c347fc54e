// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/capture_helper/capture_file.h"
#include "app/capture_helper/device.h"
#include "app/capture_helper/options.h"
#include "app/capture_helper/reporter.h"

#include <chrono>

namespace tcpladder::capture_helper {

/// Moves packets from the device into the file until it is told to stop or something fails.
class Capture
{
public:
    Capture(const Options& options, Device device, CaptureFile file, Reporter& reporter);

    Result<void> run();

private:
    using Clock = std::chrono::steady_clock;

    Result<void> begin();
    Result<void> takePackets();
    Result<void> rotate();
    bool mustRotate() const;
    Result<void> end();
    void reportCounts();

    const Options& m_options;
    Device m_device;
    CaptureFile m_file;
    Reporter& m_reporter;
    BlockBuffer m_buffer;
    std::uint64_t m_written = 0; ///< packets
    std::uint64_t m_bytes = 0;   ///< in files that are full
    unsigned m_fileNumber = 1;
    Clock::time_point m_fileBegan = Clock::now();
    Clock::time_point m_reported{};
};

/// SIGINT, SIGTERM and SIGHUP end the capture cleanly from now on.
void stopAtSignals();

} // namespace tcpladder::capture_helper
