// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/first_selection.h"
#include "ui/session/navigator.h"
#include "ui/shell/view_undo.h"
#include "ui/shell/window_parts.h"
#include "ui/support/font_warmer.h"

#include <QObject>

class QMainWindow;

namespace tcpladder {

class LiveFeature;
class Opening;
class PlaybackFeature;
class Presenter;
class Saving;

/// What the window consists of and what hooks into it: the place where a new feature gets its line.
class WindowContents : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive the contents.
    WindowContents(QMainWindow& window, Theme& theme, ThemeSwitch& themes, Settings& settings, CaptureSession& session,
        Selection& selection, Bookmarks& bookmarks, LiveCapture& live);
    /// Takes all of it out of the window.
    ~WindowContents() override;

    Opening& opening() const { return *m_opening; }
    Saving& saving() const { return *m_saving; }
    LiveFeature& live() const { return *m_liveFeature; }
    /// What the next start finds again.
    void save();
    /// What is shown, for the contents that come behind these.
    ViewState view() const { return m_viewUndo->state(); }
    void show(const ViewState& view);

signals:
    /// By its code; the window makes its contents anew.
    void languageChosen(const QString& code);

private:
    WindowParts parts();
    void connectFeatures();
    void connectSession();
    void showPreferences();

    void showState();

    QMainWindow& m_window;
    Theme& m_theme;
    ThemeSwitch& m_themes;
    Settings& m_settings;
    CaptureSession& m_session;
    Selection& m_selection;
    Bookmarks& m_bookmarks;
    LiveCapture& m_live;
    Navigator m_navigator;
    FirstSelection m_firstSelection;
    Actions* m_actions;
    CentralArea* m_centre;
    Docks* m_docks;
    Saving* m_saving;
    Opening* m_opening;
    LiveFeature* m_liveFeature;
    PlaybackFeature* m_playback;
    Presenter* m_presenter;
    ViewUndo* m_viewUndo;
    FontWarmer m_fonts;
};

} // namespace tcpladder
