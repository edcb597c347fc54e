// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/window_parts.h"

class QObject;

namespace tcpladder {

/// The overview in the ladder's place: what shows it, and how it follows the ladder's look.
void connectOverview(const WindowParts& parts, QObject* context);

/// Asks for the file's name and writes it.
void exportOverview(const WindowParts& parts);
void copyOverview(const WindowParts& parts);

} // namespace tcpladder
