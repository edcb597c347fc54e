// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/byte_source.h"
#include "core/source/packet_reader.h"

namespace tcpladder {

/// Opens a source in whatever format its content shows; the name plays no part.
Result<OpenedCapture> openCapture(std::shared_ptr<const ByteSource> source);

Result<OpenedCapture> openCapture(const std::filesystem::path& path);

} // namespace tcpladder
