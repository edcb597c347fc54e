// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/capture_helper/options.h"

namespace tcpladder::capture_helper {

/// What helps to choose a device and a filter, without any privilege and before anything is captured.

/// Prints the network devices of this host.
Result<void> listDevices();

/// Whether libpcap understands the filter for packets of the device; of any Ethernet where none is named.
Result<void> checkFilter(const Options& options);

} // namespace tcpladder::capture_helper
