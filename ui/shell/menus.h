// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/window_parts.h"

class QMenu;
class QObject;

namespace tcpladder {

/// The menus that the menu bar shows and others show as well. The window owns them.
struct SharedMenus
{
    QMenu& recent;
    QMenu& rowSpacing;
    QMenu& labelFields;
    QMenu& bookmarks;
    QMenu& twoMsl;
    QMenu& speed;
    QMenu& presented;
    QMenu& theme;
    QMenu& language;
};

void fillMenuBar(const WindowParts& parts, const SharedMenus& menus);
void addLadderMenu(const WindowParts& parts, const SharedMenus& menus);
void addToolBar(const WindowParts& parts, const SharedMenus& menus);

} // namespace tcpladder
