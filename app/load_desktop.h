// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktop.h"

#include <expected>

namespace tcpladder {

/// Loads the module, once; it stays. It lies where the program's run path leads (RUNPATH, see ld.so(8)).
/// The error is the system's.
std::expected<const Desktop*, std::string> loadDesktop();

} // namespace tcpladder
