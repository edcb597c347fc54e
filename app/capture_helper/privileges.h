// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/capture_helper/failure.h"

namespace tcpladder::capture_helper {

/// The helper is installed with CAP_NET_RAW and CAP_NET_ADMIN (capabilities(7)). It needs them to open a device, and
/// nothing behind that; the file that it writes is opened with the caller's rights all the time.
///
/// First step, before anything else: a helper that was installed set-user-ID becomes its caller again, but for these
/// two.
Result<void> becomeCaller();

/// Second step, once the device is open: no capability is left, and none can come back.
Result<void> dropCapabilities();

/// Third step (seccomp(2)): from here on the process can read its device and standard input, write to files that are
/// open, and end. mayCreateFiles: it may also create files, but never open one that exists.
Result<void> confine(bool mayCreateFiles);

} // namespace tcpladder::capture_helper
