// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/byte_source.h"
#include "core/source/packet_reader.h"

namespace tcpladder {

/// pcapng: several sections and interfaces, each with its own link type and time resolution.
bool looksLikePcapng(Bytes head);

Result<OpenedCapture> openPcapng(std::shared_ptr<const ByteSource> source);

} // namespace tcpladder
