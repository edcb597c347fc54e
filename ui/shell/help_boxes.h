// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QAction;
class QWidget;

namespace tcpladder {

/// Lists the actions with their keys, and the ladder's own keys.
void showShortcutBox(QWidget& parent, const QList<QAction*>& actions);
void showAboutBox(QWidget& parent);

} // namespace tcpladder
