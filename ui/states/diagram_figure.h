// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/state/tcp_state.h"

#include <QPointF>
#include <QSizeF>

#include <optional>
#include <span>

namespace tcpladder {

/// The boxes of RFC 9293 Figure 5, which has CLOSED twice, and one for endpoints of which nothing is known yet.
enum class NodeId : std::uint8_t {
    Closed,
    Listen,
    SynReceived,
    SynSent,
    Established,
    FinWait1,
    CloseWait,
    FinWait2,
    Closing,
    LastAck,
    TimeWait,
    ClosedAgain,
    Unknown, ///< not on the figure: drawn only for a connection whose beginning was not captured
    Count,
};

enum class Border : std::uint8_t { Left, Top, Right, Bottom };

/// A point on a node's border: along is -1 at its left or upper end, 1 at the other, 0 in the middle.
struct Anchor
{
    NodeId node = NodeId::Closed;
    Border border = Border::Top;
    double along = 0;
};

/// Where an edge's words stand. The figure separates event and action by a line; where an edge runs horizontally, the
/// edge itself is that line.
enum class LabelPlace : std::uint8_t { AboutTheLine, AboveTheLine, LeftOfTheLine, RightOfTheLine, None };

/// A node in the figure's own measure, in which figureSize is the whole picture and a name is about 11 units high.
struct FigureNode
{
    TcpState state = TcpState::Unknown;
    QPointF centre;
    QSizeF size;
};

/// An edge with at most one corner: it leaves a node at from and enters another at to.
struct FigureEdge
{
    Anchor from;
    Anchor to;
    const char* event = "";  ///< the figure's words, of the context "diagram" in the translation files
    const char* action = ""; ///< empty where the figure has x
    LabelPlace place = LabelPlace::None;
    bool isOnFigure = true; ///< false: known, but left out of the figure to keep it legible (its notes 2 and 3)

    TcpState fromState() const;
    TcpState toState() const;
};

inline constexpr QSizeF figureSize(440, 482);

/// Under TIME_WAIT, for its clocks: one for each endpoint that is there.
inline constexpr QPointF clockCentre(222, 452);
inline constexpr double clockRadius = 25;
/// Right of the clocks, for the choice of 2MSL.
inline constexpr QPointF choiceCentre(362, 452);
inline constexpr QSizeF choiceSize(140, 26);

/// Every node but Unknown, which callers ask for by its id.
std::span<const FigureNode> figureNodes();
const FigureNode& figureNode(NodeId id);

/// The edges of the figure, then those of its notes that have a path of their own.
std::span<const FigureEdge> figureEdges();

/// Position in figureEdges().
std::optional<std::size_t> findFigureEdge(TcpState from, TcpState to);

/// The node that stands for the state. CLOSED is the upper one before and the lower one behind a connection.
NodeId nodeOf(TcpState state, bool isOver);

} // namespace tcpladder
