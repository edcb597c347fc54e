// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/byte_source.h"
#include "core/source/packet_reader.h"

namespace tcpladder {

/// Classic pcap: https://www.ietf.org/archive/id/draft-ietf-opsawg-pcap-06.html. Both byte orders, micro- and
/// nanoseconds.
bool looksLikePcap(Bytes head);

Result<OpenedCapture> openPcap(std::shared_ptr<const ByteSource> source);

} // namespace tcpladder
