// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <expected>
#include <string>
#include <string_view>

namespace tcpladder::capture_helper {

/// Why a capture can't begin or go on. The word before the text on the helper's error line, so that the window can say
/// it in the user's language with the command that mends it.
enum class FailureKind : unsigned char {
    Usage,
    NoSuchDevice,
    NoPrivilege,
    DeviceDown,
    DeviceGone,
    DeviceFailed,
    BadFilter,
    CannotWrite,
    FileExists,
    DiskFull,
    CannotConfine,
};

std::string_view wordFor(FailureKind kind);

struct Failure
{
    FailureKind kind = FailureKind::DeviceFailed;
    std::string text;
};

template <class Value>
using Result = std::expected<Value, Failure>;

/// With the system's reason for the last failed call, as errno has it.
Failure systemFailure(FailureKind kind, std::string_view what);

} // namespace tcpladder::capture_helper
