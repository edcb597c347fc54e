// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tcpladder {

/// Exit statuses of the program.
enum class ExitStatus : int { Success = 0, Failure = 2 };

} // namespace tcpladder
