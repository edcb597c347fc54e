// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <optional>

namespace tcpladder {

/// The time in which a line of the cache goes from one processor to another, at best: 30 ns where they share a cache,
/// 120 ns and more where they don't. Nothing where there is but one processor, or where the other one is busy. Takes a
/// fifth of a millisecond, most of it to start a thread; meanwhile the calling one stays where it is.
std::optional<Duration> measureCacheTransfer(const Clock& clock);

} // namespace tcpladder
