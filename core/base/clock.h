// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timestamp.h"

#include <functional>

namespace tcpladder {

/// Time since some moment. Whoever uses core owns the clocks: core itself reads none.
using Clock = std::function<Duration()>;

} // namespace tcpladder
