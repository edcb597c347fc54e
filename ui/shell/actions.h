// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QObject>

namespace tcpladder {

class Theme;

/// What the user can do in the window, each with its text, shortcut and icon. What it does is connected by the window.
class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(const Theme& theme, QObject* parent = nullptr);

    QAction* open;
    QAction* saveAs;
    QAction* exportLadder;
    QAction* close;
    QAction* quit;

    QAction* startCapture;
    QAction* stopCapture;
    QAction* restartCapture;
    QAction* timeWaitList;

    QAction* copyLadder;
    QAction* pasteText;
    QAction* undoView;
    QAction* editComment;
    QAction* preferences;

    QAction* showOverview;
    QAction* relativeSequence;
    QAction* foldRuns;
    QAction* follow;
    QAction* zoomIn;
    QAction* zoomOut;
    QAction* resetZoom;
    QAction* fitConnection;
    QAction* fitWidth;
    QAction* resetLayout;
    QAction* present;
    QAction* fullScreen;

    QAction* goBack;
    QAction* goForward;
    QAction* nextPanel;
    QAction* previousPanel;
    QAction* firstSegment;
    QAction* previousSegment;
    QAction* nextSegment;
    QAction* lastSegment;
    QAction* previousConnection;
    QAction* nextConnection;
    QAction* findConnection;
    QAction* find;
    QAction* findNext;
    QAction* findPrevious;
    QAction* toggleBookmark;
    QAction* previousBookmark;
    QAction* nextBookmark;
    QAction* previousFinding;
    QAction* nextFinding;

    QAction* play;
    QAction* jumpBack;
    QAction* jumpForward;
    QAction* playSlower;
    QAction* playFaster;
    QAction* playLoop;

    QAction* legend;
    QAction* shortcuts;
    QAction* about;

    /// Those that need a capture.
    QList<QAction*> ofCapture() const;
    /// Those with a shortcut, for the page that lists them.
    QList<QAction*> withShortcut() const;

private:
    void setIcons(const Theme& theme);
    void setShortcuts();
    void setNavigationShortcuts();
    void setCaptureShortcuts();
    void setPlaybackShortcuts();
    void setToolTips();
};

} // namespace tcpladder
