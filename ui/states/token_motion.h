// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/states/diagram_painter.h"

#include <QElapsedTimer>
#include <QVariantAnimation>

namespace tcpladder {

/// The way that a side's token takes from one picture of the diagram to the next, along the edges that were walked
/// meanwhile, back where time went back. Empty where it stays, and where the pictures are no neighbours.
QPainterPath tokenPath(Side side, const DiagramScene& before, const DiagramScene& after);

/// Moves the tokens along their ways. At once where the system wants no animation, and where changes follow each other
/// faster than the eye.
class TokenMotion : public QObject
{
    Q_OBJECT

public:
    explicit TokenMotion(QObject* parent = nullptr);

    /// \param milliseconds 0: no animation
    void begin(const DiagramScene& before, const DiagramScene& after, int milliseconds);
    void stop();
    bool isMoving() const { return m_animation.state() == QAbstractAnimation::Running; }

    /// The scene's tokens where they are now.
    void place(DiagramScene& scene) const;

signals:
    void moved();

private:
    void showFrame();

    QVariantAnimation m_animation;
    QElapsedTimer m_sinceLast;
    QElapsedTimer m_sinceFrame;
    std::array<QPainterPath, 2> m_paths;
};

} // namespace tcpladder
