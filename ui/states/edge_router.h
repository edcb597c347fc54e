// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/states/diagram_layout.h"

namespace tcpladder {

/// A way between two nodes that the figure doesn't join: straight where nothing is in between, else the flattest curve
/// that goes round the other nodes. From a node to itself it is a loop at its lower right corner.
QPainterPath routeBetween(NodeId from, NodeId to, const DiagramLayout& diagram, bool avoidsUnknown);

/// The figure's edge, moved sideways by shift, so that two endpoints that went the same way are both seen.
QPainterPath shiftedEdge(const DiagramEdge& edge, qreal shift, qreal radius);

} // namespace tcpladder
