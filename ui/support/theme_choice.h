// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace tcpladder {

/// What the user wants the window to look like.
enum class ThemeChoice : std::uint8_t { System, Light, Dark };

} // namespace tcpladder
