// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/byte_source.h"
#include "core/source/packet_reader.h"

#include <stop_token>

namespace tcpladder {

/// Opens a source in whatever format its content shows, compressed or not; the name plays no part. Waits where a source
/// that still grows has not yet shown what it is, until stopped.
Result<OpenedCapture> openCapture(std::shared_ptr<const ByteSource> source, const std::stop_token& stop = {});

struct OpenOptions
{
    bool follow = false;     ///< go on reading where the file ends, until the loading is stopped
    std::stop_token whole{}; ///< requested when a file that is followed is written to its end
};

/// "-" is standard input.
Result<OpenedCapture> openCapture(
    const std::filesystem::path& path, const OpenOptions& options = {}, const std::stop_token& stop = {});

/// Several files as one capture, merged by time. An error names its file.
Result<OpenedCapture> openCaptures(
    std::span<const std::filesystem::path> paths, const OpenOptions& options = {}, const std::stop_token& stop = {});

} // namespace tcpladder
