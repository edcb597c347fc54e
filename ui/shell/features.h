// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/window_parts.h"

class QObject;

namespace tcpladder {

// What the actions do, one function for each group of them. The connections last as long as their context.

/// How the ladder looks, as remembered, and the ways to change it.
void connectLadderActions(const WindowParts& parts, QObject* context);
void connectGoActions(const WindowParts& parts, QObject* context);
void connectExportActions(const WindowParts& parts, QObject* context);
void connectHelpActions(const WindowParts& parts, QObject* context);

} // namespace tcpladder
