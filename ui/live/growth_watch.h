// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace tcpladder {

class CaptureSession;

/// Whether what is being loaded is written now, by a tcpdump at the other end of a pipe or into a file that is
/// followed: its reader has once waited for longer than disks, networks and decompressors take.
class GrowthWatch : public QObject
{
    Q_OBJECT

public:
    explicit GrowthWatch(const CaptureSession& session, QObject* parent = nullptr);

    bool isLive() const { return m_isLive; }

signals:
    void changed();

private:
    void waitForQuiet();
    void setLive(bool isLive);

    const CaptureSession& m_session;
    QTimer m_quiet;
    bool m_isLive = false;
};

} // namespace tcpladder
