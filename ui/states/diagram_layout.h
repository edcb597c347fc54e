// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/states/diagram_figure.h"

#include <QFont>
#include <QPainterPath>
#include <QPolygonF>
#include <QRectF>
#include <QString>

#include <array>
#include <vector>

namespace tcpladder {

class Theme;

struct DiagramNode
{
    NodeId id = NodeId::Closed;
    TcpState state = TcpState::Unknown;
    QRectF rect;
    QString name; ///< in two lines where one is wider than the node, and the node is high enough
};

struct DiagramEdge
{
    std::size_t figureEdge = 0; ///< position in figureEdges()
    QPolygonF line;             ///< from its start to the arrow's tip
};

/// One line of an edge's words.
struct DiagramLabel
{
    std::size_t figureEdge = 0;
    QRectF rect;
    QString text;
    bool isAction = false;
};

/// Figure 5 for a given size, in device-independent pixels. Sizes grow by one zoom for both directions; distances
/// between the nodes use what is left, up to a limit beyond which the picture would fall apart.
struct DiagramLayout
{
    qreal zoom = 1;
    QRectF bounds;
    std::array<DiagramNode, static_cast<std::size_t>(NodeId::Count)> nodes; ///< by NodeId
    std::vector<DiagramEdge> edges;                                         ///< by position in figureEdges()
    std::vector<DiagramLabel> labels; ///< those that have room; on a very small picture some are left out
    QPointF clockCentre;              ///< of one clock; two stand left and right of it
    qreal clockRadius = 0;
    QRectF clockCaption; ///< left of the clocks
    QRectF choice;       ///< for the widget that chooses 2MSL
    QFont stateFont;
    QFont currentStateFont;
    QFont labelFont;
    QFont badgeFont;
    QFont clockFont;

    const DiagramNode& node(NodeId id) const { return nodes[static_cast<std::size_t>(id)]; }
};

DiagramLayout layoutDiagram(const QRectF& area, const Theme& theme);

/// The edge with its corners rounded.
QPainterPath roundedPath(const QPolygonF& line, qreal radius);

} // namespace tcpladder
