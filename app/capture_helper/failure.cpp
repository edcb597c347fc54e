// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture_helper/failure.h"

#include <cerrno>
#include <system_error>

namespace tcpladder::capture_helper {

std::string_view wordFor(FailureKind kind)
{
    switch (kind) {
    case FailureKind::Usage: return "usage";
    case FailureKind::NoSuchDevice: return "no-such-device";
    case FailureKind::NoPrivilege: return "no-privilege";
    case FailureKind::DeviceDown: return "device-down";
    case FailureKind::DeviceGone: return "device-gone";
    case FailureKind::DeviceFailed: return "device-failed";
    case FailureKind::BadFilter: return "bad-filter";
    case FailureKind::CannotWrite: return "cannot-write";
    case FailureKind::FileExists: return "file-exists";
    case FailureKind::DiskFull: return "disk-full";
    case FailureKind::CannotConfine: return "cannot-confine";
    }
    return "device-failed";
}

Failure systemFailure(FailureKind kind, std::string_view what)
{
    return {kind, std::string(what) + ": " + std::generic_category().message(errno)};
}

} // namespace tcpladder::capture_helper
