// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/window_parts.h"

#include <QObject>
#include <QTimer>

class QMenu;
class QShortcut;

namespace tcpladder {

/// Presenter mode: the chosen panels alone on the whole screen, large. Leaving it puts
/// everything back.
class Presenter : public QObject
{
    Q_OBJECT

public:
    Presenter(const WindowParts& parts, QObject* parent);
    ~Presenter() override;

    bool isPresenting() const { return m_isPresenting; }
    /// Which panels are shown.
    QMenu& menu() const { return *m_menu; }
    void leave();

    /// Hides the pointer while it rests, and fits the ladder when its place changes.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// What was before.
    struct Before
    {
        Qt::WindowStates window;
        QByteArray layout;
        qreal zoom = 1;
    };

    void fillMenu();
    void choose(const QString& panel, bool isShown);
    void enter();
    void toggleFullScreen();
    void showPanels();
    void setBarsShown(bool shown);
    void fitLadder();
    void showPointer(bool shown);

    WindowParts m_parts;
    QMenu* m_menu;
    QShortcut* m_escape;
    QTimer m_pointerRests;
    Before m_before;
    bool m_isPresenting = false;
    bool m_isPointerHidden = false;
};

} // namespace tcpladder
