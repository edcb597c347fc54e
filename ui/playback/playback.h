// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "ui/playback/playback_timeline.h"
#include "ui/playback/player.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace tcpladder {

class CaptureSession;
class Selection;

/// Plays the selected connection: moves the shared selection and its moment, so that every view moves with it. What
/// somebody selects meanwhile is where it goes on.
class Playback : public QObject
{
    Q_OBJECT

public:
    Playback(const CaptureSession& session, Selection& selection, QObject* parent = nullptr);

    const Player& player() const { return m_player; }
    /// Of the selected connection; null when there is none.
    const PlaybackTimeline* timeline() const { return m_timeline ? &*m_timeline : nullptr; }
    /// Since the connection's first segment, in its own time; none without times.
    std::optional<Duration> elapsed() const;

public slots:
    void play();
    void pause();
    void toggle();
    void seek(tcpladder::Duration position);
    /// By so much of the film, forward or back.
    void jump(tcpladder::Duration by);
    void speedUp();
    void slowDown();
    void setSpeed(tcpladder::PlaybackSpeed speed);
    void setLoops(bool loops);

signals:
    /// The position is another one, or the film is.
    void moved();
    /// Whether it plays, how fast, or whether it loops.
    void stateChanged();

private:
    void takeConnection();
    void takeGrowth();
    void extend();
    void catchUp();
    void takeSelection();
    void tick();
    void show();
    void update();

    const CaptureSession& m_session;
    Selection& m_selection;
    Player m_player;
    std::optional<PlaybackTimeline> m_timeline;
    ConnectionId m_connection;
    QTimer m_timer;
    QTimer m_catchUp; ///< while the timeline lacks segments that are there
    QElapsedTimer m_sinceTick;
    bool m_isShowing = false; ///< the selection changes because of us
};

} // namespace tcpladder
