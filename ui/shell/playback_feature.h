// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/window_parts.h"

#include <QObject>

class QMenu;

namespace tcpladder {

class Playback;

/// Playback in the window: its actions and keys, the menu of speeds, and the bar below the ladder.
class PlaybackFeature : public QObject
{
    Q_OBJECT

public:
    PlaybackFeature(const WindowParts& parts, QObject* parent);

    QMenu& speedMenu() const { return *m_speedMenu; }

    /// A button under the focus keeps its space bar, and a list its letters.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectActions();
    void addTenthKeys();
    void showState();

    WindowParts m_parts;
    Playback* m_playback;
    QMenu* m_speedMenu;
};

} // namespace tcpladder
