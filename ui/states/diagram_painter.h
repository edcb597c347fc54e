// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/states/diagram_walk.h"

class QPainter;

namespace tcpladder {

class Theme;

/// How far an endpoint's TIME_WAIT has gone at the moment that is shown.
struct TimeWaitClock
{
    Side side = Side::A;
    qreal partLeft = 0; ///< 1 when it begins, 0 when it is over
    QString timeLeft;   ///< "41 s"
    QString caption;    ///< "ends 18:20:17.090"

    bool operator==(const TimeWaitClock&) const = default;
};

/// Everything to draw one picture of the diagram.
struct DiagramScene
{
    DiagramLayout figure;
    Walk walk;
    WalkLayout walked;
    std::vector<TimeWaitClock> clocks;
    std::optional<std::size_t> hoveredWay; ///< position in walked.edges
};

/// "A" in a disc, "B" in a square: the second cue beside the side's colour.
void paintSideToken(QPainter& painter, const Theme& theme, Side side, QPointF centre, qreal radius);

void paintDiagram(QPainter& painter, const DiagramScene& scene, const Theme& theme);

} // namespace tcpladder
