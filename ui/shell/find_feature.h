// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/window_parts.h"

class QObject;

namespace tcpladder {

/// Finding in the ladder: the bar below it, its actions, and what is found unfolded.
void connectFind(const WindowParts& parts, QObject* context);

} // namespace tcpladder
