// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actions.h"
#include "ui/shell/docks.h"
#include "ui/shell/menus.h"

#include <QCoreApplication>
#include <QMainWindow>
#include <QMenuBar>

namespace tcpladder {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(menus)
};

void fillFileMenu(QMenu& menu, const Actions& actions, const SharedMenus& menus)
{
    menu.addAction(actions.open);
    menu.addMenu(&menus.recent);
    menu.addActions({actions.saveAs, actions.exportLadder});
    menu.addSeparator();
    menu.addActions({actions.close, actions.quit});
}

void fillEditMenu(QMenu& menu, const Actions& actions)
{
    menu.addAction(actions.undoView);
    menu.addSeparator();
    menu.addActions({actions.copyLadder, actions.pasteText});
    menu.addSeparator();
    menu.addActions({actions.find, actions.findNext, actions.findPrevious});
    menu.addSeparator();
    menu.addAction(actions.editComment);
    menu.addSeparator();
    menu.addAction(actions.preferences);
}

void fillViewMenu(QMenu& menu, const Actions& actions, const SharedMenus& menus, const Docks& docks)
{
    docks.addToMenu(menu);
    menu.addSeparator();
    menu.addAction(actions.showOverview);
    menu.addActions({actions.relativeSequence, actions.foldRuns, actions.follow});
    menu.addMenu(&menus.rowSpacing);
    menu.addMenu(&menus.labelFields);
    menu.addMenu(&menus.twoMsl);
    menu.addSeparator();
    menu.addActions({actions.zoomIn, actions.zoomOut, actions.resetZoom, actions.fitConnection, actions.fitWidth});
    menu.addSeparator();
    menu.addActions({actions.present, actions.fullScreen});
    menu.addMenu(&menus.presented);
    menu.addSeparator();
    menu.addAction(actions.resetLayout);
    menu.addMenu(&menus.theme);
    menu.addMenu(&menus.language);
}

void fillGoMenu(QMenu& menu, const Actions& actions, const SharedMenus& menus)
{
    menu.addActions({actions.goBack, actions.goForward});
    menu.addSeparator();
    menu.addActions({actions.firstSegment, actions.previousSegment, actions.nextSegment, actions.lastSegment});
    menu.addSeparator();
    menu.addActions({actions.previousConnection, actions.nextConnection, actions.findConnection});
    menu.addSeparator();
    menu.addActions({actions.previousFinding, actions.nextFinding});
    menu.addMenu(&menus.bookmarks);
    menu.addSeparator();
    menu.addActions({actions.nextPanel, actions.previousPanel});
}

void fillPlaybackMenu(QMenu& menu, const Actions& actions, const SharedMenus& menus)
{
    menu.addAction(actions.play);
    menu.addSeparator();
    menu.addActions({actions.jumpBack, actions.jumpForward});
    menu.addSeparator();
    menu.addMenu(&menus.speed);
    menu.addActions({actions.playSlower, actions.playFaster});
    menu.addSeparator();
    menu.addAction(actions.playLoop);
}

void fillCaptureMenu(QMenu& menu, const Actions& actions)
{
    menu.addActions({actions.startCapture, actions.stopCapture, actions.restartCapture});
    menu.addSeparator();
    menu.addAction(actions.saveAs);
    menu.addSeparator();
    menu.addAction(actions.timeWaitList);
}

void fillHelpMenu(QMenu& menu, const Actions& actions)
{
    menu.addActions({actions.legend, actions.shortcuts, actions.about});
}

} // namespace

void fillMenuBar(const WindowParts& parts, const SharedMenus& menus)
{
    QMenuBar& bar = *parts.window.menuBar();
    fillFileMenu(*bar.addMenu(Words::tr("&File")), parts.actions, menus);
    fillEditMenu(*bar.addMenu(Words::tr("&Edit")), parts.actions);
    fillViewMenu(*bar.addMenu(Words::tr("&View")), parts.actions, menus, parts.docks);
    fillGoMenu(*bar.addMenu(Words::tr("&Go")), parts.actions, menus);
    fillCaptureMenu(*bar.addMenu(Words::tr("&Capture")), parts.actions);
    fillPlaybackMenu(*bar.addMenu(Words::tr("&Playback")), parts.actions, menus);
    fillHelpMenu(*bar.addMenu(Words::tr("&Help")), parts.actions);
}

} // namespace tcpladder
