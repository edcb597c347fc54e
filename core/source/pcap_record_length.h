// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/byte_source.h"
#include "core/source/pcap_header.h"

namespace tcpladder {

/// Length of the headers in front of a pcap file's records, in bytes.
///
/// Some systems put more into them than the magic number tells: the tcpdump of Red Hat 6.1 and Nokia's write the usual
/// number, that of SuSE 6.3 writes Kuznetzov's. So where the first records make no sense with the usual length, the
/// length with which they do counts.
std::uint8_t findRecordHeaderLength(const ByteSource& source, const PcapHeader& header);

} // namespace tcpladder
