// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/packet_reader.h"

namespace tcpladder {

/// Several captures as one: packets in the order of their times, numbered anew, each source with its own interfaces.
/// Packets of one source keep their order, and a packet without a time stays behind its predecessor.
OpenedCapture mergeCaptures(std::vector<OpenedCapture> captures);

} // namespace tcpladder
