// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

class QActionGroup;

namespace tcpladder {

class Playback;

/// How fast the connection is played. The menu's title is the choice.
class SpeedMenu : public QMenu
{
    Q_OBJECT

public:
    explicit SpeedMenu(Playback& playback, QWidget* parent = nullptr);

private:
    void addChoices();
    void showChoice();

    Playback& m_playback;
    QActionGroup* m_choices;
};

} // namespace tcpladder
