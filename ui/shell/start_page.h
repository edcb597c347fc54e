// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QVBoxLayout;

namespace tcpladder {

class Settings;
class Theme;

/// What the window shows while no capture is open: what the program is for, and the ways in.
class StartPage : public QFrame
{
    Q_OBJECT

public:
    StartPage(const Settings& settings, const Theme& theme, QWidget* parent = nullptr);

    /// The recent files may have changed.
    void refresh();

signals:
    void openRequested();
    void pasteRequested();
    void sampleRequested();
    void captureRequested();
    void fileRequested(const QString& path);

private:
    void addHeading(QVBoxLayout& layout);
    void addButtons(QVBoxLayout& layout);

    const Settings& m_settings;
    const Theme& m_theme;
    QVBoxLayout* m_recent = nullptr;
};

} // namespace tcpladder
