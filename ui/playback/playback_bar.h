// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QSlider;

namespace tcpladder {

class Playback;
class Theme;

/// Where the film is, below the ladder: a bar to move it by, and the connection's own clock.
class PlaybackBar : public QWidget
{
    Q_OBJECT

public:
    PlaybackBar(Playback& playback, const Theme& theme, QWidget* parent = nullptr);

private:
    void showPosition();
    void seek(int step);

    Playback& m_playback;
    QSlider* m_slider;
    QLabel* m_clock;
};

} // namespace tcpladder
