// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QProgressBar;
class QToolButton;

namespace tcpladder {

class CaptureSession;
class SteadyLabel;

/// The right end of the status bar: how far loading is and a way to stop it, then how much there is.
class LoadStatus : public QWidget
{
    Q_OBJECT

public:
    explicit LoadStatus(CaptureSession& session, QWidget* parent = nullptr);

private:
    void refresh();

    CaptureSession& m_session;
    SteadyLabel* m_text;
    QProgressBar* m_progress;
    QToolButton* m_cancel;
};

} // namespace tcpladder
