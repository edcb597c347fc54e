// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/window_parts.h"

class QObject;

namespace tcpladder {

/// The charts in the window: the button that shows them, and the menu that writes them as pictures. The connections
/// last as long as their context.
void connectCharts(const WindowParts& parts, QObject* context);

} // namespace tcpladder
