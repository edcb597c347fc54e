// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tcpladder {

/// The calling thread, and those that it will start, let the window's go first where there are not processors enough
/// for all.
void letTheWindowGoFirst();

} // namespace tcpladder
