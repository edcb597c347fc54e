// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/support/steady_label.h"

#include <QTimer>

namespace tcpladder {

class CaptureSession;
class LiveCapture;
class Theme;

/// In the status bar: how many packets a live capture has taken, how many of them are shown, how many were lost.
class LiveStatus : public SteadyLabel
{
    Q_OBJECT

public:
    LiveStatus(const LiveCapture& live, const CaptureSession& session, const Theme& theme, QWidget* parent = nullptr);

private:
    void refresh();
    void refreshUnlessGrowing();

    const LiveCapture& m_live;
    const CaptureSession& m_session;
    const Theme& m_theme;
    QTimer m_pause;
};

} // namespace tcpladder
