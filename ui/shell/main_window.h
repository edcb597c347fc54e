// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/live/live_capture.h"
#include "ui/session/bookmarks.h"
#include "ui/session/capture_session.h"
#include "ui/session/selection.h"
#include "ui/support/theme_switch.h"

#include <QMainWindow>

#include <memory>

namespace tcpladder {

class Settings;
class Translation;
class WindowContents;

/// The window: owns the capture that is open and what is selected in it. WindowContents fills it.
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

    /// Captures from the device; where none is named, asks for one.
    void startCapture(const CaptureOptions& options);

    const CaptureSession& session() const { return m_session; }
    const LiveCapture& live() const { return m_live; }
    Selection& selection() { return m_selection; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fill();
    void changeLanguage(const QString& code);

    Theme& m_theme;
    Settings& m_settings;
    std::unique_ptr<Translation> m_translation;
    ThemeSwitch m_themes;
    CaptureSession m_session;
    Selection m_selection;
    Bookmarks m_bookmarks;
    LiveCapture m_live;
    std::unique_ptr<WindowContents> m_contents;
};

} // namespace tcpladder
