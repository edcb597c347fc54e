// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ladder/ladder_view.h"
#include "ui/shell/actions.h"
#include "ui/shell/central_area.h"
#include "ui/shell/menus.h"

#include <QMenu>

namespace tcpladder {

namespace {

void addSeparator(QWidget& widget)
{
    auto* separator = new QAction(&widget);
    separator->setSeparator(true);
    widget.addAction(separator);
}

} // namespace

/// What can be done with the segment under the cursor, and with the ladder.
void addLadderMenu(const WindowParts& parts, const SharedMenus& menus)
{
    LadderView& ladder = parts.centre.ladder();
    const Actions& actions = parts.actions;
    ladder.setContextMenuPolicy(Qt::ActionsContextMenu);
    ladder.addActions({actions.editComment, actions.toggleBookmark});
    addSeparator(ladder);
    ladder.addActions({actions.copyLadder, actions.exportLadder});
    addSeparator(ladder);
    ladder.addActions({actions.relativeSequence, actions.foldRuns});
    ladder.addActions({menus.rowSpacing.menuAction(), menus.labelFields.menuAction(), menus.twoMsl.menuAction()});
    addSeparator(ladder);
    ladder.addActions({actions.resetZoom, actions.fitConnection, actions.fitWidth});
}

} // namespace tcpladder
