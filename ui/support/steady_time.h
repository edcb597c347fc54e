// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timestamp.h"

namespace tcpladder {

/// For what core asks a clock, since it reads none.
inline Duration steadyTime()
{
    return std::chrono::steady_clock::now().time_since_epoch();
}

} // namespace tcpladder
