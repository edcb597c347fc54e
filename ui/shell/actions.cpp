// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actions.h"

#include "ui/support/icons.h"

#include <QKeySequence>

namespace tcpladder {

Actions::Actions(const Theme& theme, QObject* parent)
    : QObject(parent)
    , open(new QAction(tr("&Open…"), this))
    , saveAs(new QAction(tr("Save &As…"), this))
    , exportLadder(new QAction(tr("&Export Ladder…"), this))
    , close(new QAction(tr("&Close"), this))
    , quit(new QAction(tr("&Quit"), this))
    , startCapture(new QAction(tr("&Start…"), this))
    , stopCapture(new QAction(tr("S&top"), this))
    , restartCapture(new QAction(tr("&Restart"), this))
    , timeWaitList(new QAction(tr("Sockets in TIME_&WAIT…"), this))
    , copyLadder(new QAction(tr("&Copy Ladder"), this))
    , pasteText(new QAction(tr("&Paste Capture Text"), this))
    , undoView(new QAction(tr("&Undo View Change"), this))
    , editComment(new QAction(tr("Co&mment on the Segment…"), this))
    , preferences(new QAction(tr("P&references…"), this))
    , showOverview(new QAction(tr("O&verview of All Connections"), this))
    , relativeSequence(new QAction(tr("&Relative Sequence Numbers"), this))
    , foldRuns(new QAction(tr("&Fold Long Data Runs"), this))
    , follow(new QAction(tr("Follow t&he File"), this))
    , zoomIn(new QAction(tr("Zoom &In"), this))
    , zoomOut(new QAction(tr("Zoom &Out"), this))
    , resetZoom(new QAction(tr("Normal &Size"), this))
    , fitConnection(new QAction(tr("Fit the Co&nnection"), this))
    , fitWidth(new QAction(tr("Fit &Width"), this))
    , resetLayout(new QAction(tr("Reset &Layout"), this))
    , present(new QAction(tr("&Presenter Mode"), this))
    , fullScreen(new QAction(tr("F&ull Screen"), this))
    , goBack(new QAction(tr("&Back"), this))
    , goForward(new QAction(tr("F&orward"), this))
    , nextPanel(new QAction(tr("Next Pan&el"), this))
    , previousPanel(new QAction(tr("Previous Panel"), this))
    , firstSegment(new QAction(tr("&First Segment"), this))
    , previousSegment(new QAction(tr("&Previous Segment"), this))
    , nextSegment(new QAction(tr("&Next Segment"), this))
    , lastSegment(new QAction(tr("&Last Segment"), this))
    , previousConnection(new QAction(tr("Previous Connection"), this))
    , nextConnection(new QAction(tr("Next &Connection"), this))
    , findConnection(new QAction(tr("F&ind Connection"), this))
    , find(new QAction(tr("&Find…"), this))
    , findNext(new QAction(tr("Find &Next"), this))
    , findPrevious(new QAction(tr("Find Pre&vious"), this))
    , toggleBookmark(new QAction(tr("&Toggle Bookmark"), this))
    , previousBookmark(new QAction(tr("&Previous Bookmark"), this))
    , nextBookmark(new QAction(tr("&Next Bookmark"), this))
    , previousFinding(new QAction(tr("Previous Finding"), this))
    , nextFinding(new QAction(tr("Next Fin&ding"), this))
    , play(new QAction(tr("&Play"), this))
    , jumpBack(new QAction(tr("Jump &Back"), this))
    , jumpForward(new QAction(tr("Jump &Forward"), this))
    , playSlower(new QAction(tr("&Slower"), this))
    , playFaster(new QAction(tr("F&aster"), this))
    , playLoop(new QAction(tr("&Loop"), this))
    , legend(new QAction(tr("&Legend of the Ladder"), this))
    , shortcuts(new QAction(tr("&Keyboard Shortcuts"), this))
    , about(new QAction(tr("&About tcpladder"), this))
{
    showOverview->setCheckable(true);
    relativeSequence->setCheckable(true);
    foldRuns->setCheckable(true);
    follow->setCheckable(true);
    playLoop->setCheckable(true);
    follow->setEnabled(false);
    showOverview->setIconText(tr("Overview"));
    startCapture->setIconText(tr("Capture"));
    present->setIconText(tr("Presenter"));
    relativeSequence->setIconText(tr("Relative seq"));
    open->setIconText(tr("Open"));
    exportLadder->setIconText(tr("Export"));
    setShortcuts();
    setNavigationShortcuts();
    setCaptureShortcuts();
    setPlaybackShortcuts();
    setToolTips();
    setIcons(theme);
}

QList<QAction*> Actions::ofCapture() const
{
    return {exportLadder, showOverview, copyLadder, editComment, close, present, zoomIn, zoomOut, resetZoom,
        fitConnection, fitWidth, firstSegment, previousSegment, nextSegment, lastSegment, previousConnection,
        nextConnection, findConnection, find, findNext, findPrevious, toggleBookmark, previousFinding, nextFinding,
        play, jumpBack, jumpForward, playSlower, playFaster, playLoop};
}

QList<QAction*> Actions::withShortcut() const
{
    QList<QAction*> found;
    for (QAction* action : findChildren<QAction*>()) {
        if (!action->shortcut().isEmpty())
            found << action;
    }
    return found;
}

void Actions::setIcons(const Theme& theme)
{
    open->setIcon(themedIcon(theme, IconName::Open));
    saveAs->setIcon(themedIcon(theme, IconName::Save));
    pasteText->setIcon(themedIcon(theme, IconName::Paste));
    startCapture->setIcon(themedIcon(theme, IconName::Record));
    stopCapture->setIcon(themedIcon(theme, IconName::Stop));
    restartCapture->setIcon(themedIcon(theme, IconName::Loop));
    exportLadder->setIcon(themedIcon(theme, IconName::Export));
    firstSegment->setIcon(themedIcon(theme, IconName::First));
    previousSegment->setIcon(themedIcon(theme, IconName::Previous));
    nextSegment->setIcon(themedIcon(theme, IconName::Next));
    lastSegment->setIcon(themedIcon(theme, IconName::Last));
    zoomIn->setIcon(themedIcon(theme, IconName::ZoomIn));
    zoomOut->setIcon(themedIcon(theme, IconName::ZoomOut));
    fitConnection->setIcon(themedIcon(theme, IconName::Fit));
    present->setIcon(themedIcon(theme, IconName::Presenter));
    goBack->setIcon(themedIcon(theme, IconName::Undo));
    undoView->setIcon(themedIcon(theme, IconName::Undo));
    goForward->setIcon(themedIcon(theme, IconName::Redo));
    preferences->setIcon(themedIcon(theme, IconName::Settings));
    playLoop->setIcon(themedIcon(theme, IconName::Loop));
    find->setIcon(themedIcon(theme, IconName::Find));
}

void Actions::setShortcuts()
{
    open->setShortcut(QKeySequence::Open);
    saveAs->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+S")));
    exportLadder->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+E")));
    close->setShortcut(QKeySequence::Close);
    quit->setShortcut(QKeySequence(QStringLiteral("Ctrl+Q")));
    copyLadder->setShortcut(QKeySequence::Copy);
    pasteText->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+V")));
    showOverview->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+O")));
    relativeSequence->setShortcut(QKeySequence(QStringLiteral("Ctrl+R")));
    foldRuns->setShortcut(QKeySequence(QStringLiteral("Ctrl+D")));
    zoomIn->setShortcuts({QKeySequence(QStringLiteral("Ctrl++")), QKeySequence(QStringLiteral("Ctrl+="))});
    zoomOut->setShortcut(QKeySequence(QStringLiteral("Ctrl+-")));
    resetZoom->setShortcut(QKeySequence(QStringLiteral("Ctrl+0")));
    fitConnection->setShortcut(QKeySequence(QStringLiteral("Ctrl+9")));
    fitWidth->setShortcut(QKeySequence(QStringLiteral("Ctrl+8")));
    present->setShortcuts({QKeySequence(QStringLiteral("Ctrl+Shift+P")), QKeySequence(Qt::Key_F5)});
    fullScreen->setShortcut(QKeySequence(Qt::Key_F11));
    undoView->setShortcut(QKeySequence::Undo);
    preferences->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+,")));
    goBack->setShortcuts({QKeySequence(QStringLiteral("Alt+Left")), QKeySequence(Qt::Key_Back)});
    goForward->setShortcuts({QKeySequence(QStringLiteral("Alt+Right")), QKeySequence(Qt::Key_Forward)});
    nextPanel->setShortcut(QKeySequence(Qt::Key_F6));
    previousPanel->setShortcut(QKeySequence(QStringLiteral("Shift+F6")));
    shortcuts->setShortcut(QKeySequence(QStringLiteral("F1")));
}

void Actions::setNavigationShortcuts()
{
    // As in Wireshark: packets with the arrows, conversations with comma and full stop.
    firstSegment->setShortcut(QKeySequence(QStringLiteral("Ctrl+Home")));
    previousSegment->setShortcuts({QKeySequence(QStringLiteral("Ctrl+Up")), QKeySequence(Qt::Key_Comma)});
    nextSegment->setShortcuts({QKeySequence(QStringLiteral("Ctrl+Down")), QKeySequence(Qt::Key_Period)});
    lastSegment->setShortcut(QKeySequence(QStringLiteral("Ctrl+End")));
    previousConnection->setShortcut(QKeySequence(QStringLiteral("Ctrl+,")));
    nextConnection->setShortcut(QKeySequence(QStringLiteral("Ctrl+.")));
    findConnection->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+F")));
    find->setShortcut(QKeySequence::Find);
    findNext->setShortcut(QKeySequence(Qt::Key_F3));
    findPrevious->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F3));
    previousFinding->setShortcut(QKeySequence(QStringLiteral("Shift+F8")));
    nextFinding->setShortcut(QKeySequence(QStringLiteral("F8")));
    editComment->setShortcut(QKeySequence(QStringLiteral("Ctrl+Alt+C"))); // as in Wireshark
    // As in Wireshark, and the first one as in Qt Creator too.
    toggleBookmark->setShortcut(QKeySequence(QStringLiteral("Ctrl+M")));
    nextBookmark->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+N")));
    previousBookmark->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+B")));
}

/// As in Wireshark, but for Ctrl+R, which has another meaning here.
void Actions::setCaptureShortcuts()
{
    startCapture->setShortcut(QKeySequence(QStringLiteral("Ctrl+K")));
    stopCapture->setShortcut(QKeySequence(QStringLiteral("Ctrl+E")));
    restartCapture->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+R")));
}

/// As in YouTube (K, J, L, comma, full stop, < and >) and mpv (Shift+L).
void Actions::setPlaybackShortcuts()
{
    play->setShortcuts({QKeySequence(Qt::Key_Space), QKeySequence(Qt::Key_K)});
    jumpBack->setShortcut(QKeySequence(Qt::Key_J));
    jumpForward->setShortcut(QKeySequence(Qt::Key_L));
    playSlower->setShortcut(QKeySequence(Qt::Key_Less));
    playFaster->setShortcut(QKeySequence(Qt::Key_Greater));
    playLoop->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_L));
}

void Actions::setToolTips()
{
    const auto withKeys = [](QAction* action, const QString& text) {
        action->setToolTip(QStringLiteral("%1 (%2)").arg(text, action->shortcut().toString(QKeySequence::NativeText)));
    };
    withKeys(open, tr("Open a capture or a tcpdump text"));
    withKeys(startCapture, tr("Capture from a network device"));
    withKeys(stopCapture, tr("End the live capture"));
    withKeys(exportLadder, tr("Write the ladder as a picture or a text"));
    withKeys(showOverview, tr("All connections at once, with a lifeline for each host"));
    withKeys(relativeSequence, tr("Count sequence numbers from the connection's first"));
    withKeys(firstSegment, tr("First segment of the connection"));
    withKeys(previousSegment, tr("Previous segment"));
    withKeys(nextSegment, tr("Next segment"));
    withKeys(lastSegment, tr("Last segment of the connection"));
    withKeys(play, tr("Play the connection, long silences shortened"));
    withKeys(present, tr("Show the chosen panels large on the whole screen; Esc leaves"));
    withKeys(playLoop, tr("Begin again at the end"));
}

} // namespace tcpladder
