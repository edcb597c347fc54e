// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/capture_session.h"
#include "ui/session/navigator.h"
#include "ui/session/selection.h"

#include <QMainWindow>

class QMimeData;
class QStackedWidget;
class QTemporaryDir;

namespace tcpladder {

class Actions;
class Docks;
class LadderView;
class MessageBar;
class RowSpacingMenu;
class Settings;
class StartPage;
class Theme;

/// The window: owns the session and the selection, puts the views around the ladder, and connects what the user can do.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// Both outlive the window.
    MainWindow(Theme& theme, Settings& settings);
    ~MainWindow() override;

    void openFile(const QString& path);
    /// Several files as one capture. follow: goes on where they end.
    void openFiles(const QStringList& paths, bool follow);

    const CaptureSession& session() const { return m_session; }
    Selection& selection() { return m_selection; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void createCentre();
    void createDocks();
    void createMenus();
    QMenu* createRecentMenu();
    void createToolBar();
    void connectActions();
    void connectGoActions();
    void connectInputActions();
    void connectSession();
    void restoreWindow();

    void askForFile();
    void openSample();
    void pasteText();
    void openTextOf(const QMimeData& mime, const QString& name);
    void followFile(bool follow);
    void showFollowing();
    void exportLadder();
    void refreshRecentMenu();
    void followSession();
    void selectSomething();
    void showState();
    void showShortcuts();
    void showAbout();

    Theme& m_theme;
    Settings& m_settings;
    CaptureSession m_session;
    Selection m_selection;
    Navigator m_navigator;
    Actions* m_actions;
    Docks* m_docks = nullptr;
    QStackedWidget* m_centre = nullptr;
    StartPage* m_startPage = nullptr;
    LadderView* m_ladder = nullptr;
    MessageBar* m_messages = nullptr;
    QMenu* m_recentMenu = nullptr;
    RowSpacingMenu* m_rowSpacingMenu = nullptr;
    QMenu* m_twoMslMenu = nullptr;
    std::unique_ptr<QTemporaryDir> m_sampleFolder;
};

} // namespace tcpladder
