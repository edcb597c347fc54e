// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "ui/states/diagram_layout.h"

#include <vector>

namespace tcpladder {

/// One change of an endpoint's state, as the diagram shows it.
struct WalkStep
{
    Side side = Side::A;
    TcpState from = TcpState::Unknown;
    TcpState to = TcpState::Unknown;
    QString mark;           ///< the number of its segment; empty where no segment caused it
    SegmentId segment;      ///< none where no segment caused it
    bool isOnFigure = true; ///< false also where the figure joins the two states, but by another event

    bool operator==(const WalkStep&) const = default;
};

/// What both endpoints did up to a moment, in the order of its happening.
struct Walk
{
    std::vector<WalkStep> steps;
    std::array<TcpState, 2> current{TcpState::Unknown, TcpState::Unknown}; ///< by side

    bool operator==(const Walk&) const = default;
};

/// The way of one step. Steps that go the same way again share one.
struct WalkedEdge
{
    Side side = Side::A;
    NodeId from = NodeId::Closed;
    NodeId to = NodeId::Closed;
    std::vector<std::size_t> steps; ///< positions in Walk::steps
    bool isOnFigure = true;
    QPainterPath path; ///< ends at the arrow's tip
    QRectF badge;      ///< where the marks of its steps stand; empty without one
    QString badgeText;
};

/// An endpoint at its current state.
struct StateToken
{
    Side side = Side::A;
    NodeId node = NodeId::Closed;
    QPointF centre;
    qreal radius = 0;
};

struct WalkLayout
{
    std::vector<WalkedEdge> edges;
    std::array<StateToken, 2> tokens;
    bool showsUnknown = false; ///< whether somebody is or was at a state that is not known
};

WalkLayout layoutWalk(const Walk& walk, const DiagramLayout& diagram);

} // namespace tcpladder
