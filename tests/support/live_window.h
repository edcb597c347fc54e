// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/actions.h"
#include "ui/shell/main_window.h"
#include "ui/support/settings.h"
#include "ui/support/theme.h"

#include <QAction>

namespace tcpladder {

/// All packets of the device, with nothing else chosen.
inline CaptureOptions captureFrom(const QString& device)
{
    CaptureOptions options;
    options.device = device;
    return options;
}

/// The whole window as a test of live captures needs it, with settings of its own.
class LiveWindow
{
public:
    explicit LiveWindow(const QString& settingsFile)
        : m_settings(settingsFile)
        , m_window(m_theme, m_settings)
    {
        m_window.show();
    }

    MainWindow* operator->() { return &m_window; }
    const MainWindow* operator->() const { return &m_window; }
    MainWindow& operator*() { return m_window; }
    const Theme& theme() const { return m_theme; }
    const Actions& actions() const { return *m_window.findChild<Actions*>(); }

private:
    Theme m_theme;
    Settings m_settings;
    MainWindow m_window;
};

} // namespace tcpladder
