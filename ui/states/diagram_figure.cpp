// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/states/diagram_figure.h"

#include <QtGlobal>

#include <array>

namespace tcpladder {

namespace {

constexpr QSizeF plainSize(100, 28);
constexpr QSizeF closeSize(100, 52); // two edges leave side by side, each with words above and below
constexpr QSizeF openSize(100, 86);  // three of them
constexpr QSizeF lastSize(72, 28);   // leaves room for the words of the 2MSL edge

constexpr double left = 64;
constexpr double middle = 222;
constexpr double right = 376;

constexpr std::array nodes = std::to_array<FigureNode>({
    {TcpState::Closed, {middle, 36}, plainSize},
    {TcpState::Listen, {middle, 96}, plainSize},
    {TcpState::SynReceived, {left, 168}, openSize},
    {TcpState::SynSent, {right, 168}, openSize},
    {TcpState::Established, {middle, 233}, plainSize},
    {TcpState::FinWait1, {left, 280}, closeSize},
    {TcpState::CloseWait, {right, 280}, closeSize},
    {TcpState::FinWait2, {left, 350}, plainSize},
    {TcpState::Closing, {middle, 350}, plainSize},
    {TcpState::LastAck, {right, 350}, plainSize},
    {TcpState::TimeWait, {middle, 404}, plainSize},
    {TcpState::Closed, {right, 404}, lastSize},
    {TcpState::Unknown, {right, 233}, plainSize},
});
static_assert(nodes.size() == static_cast<std::size_t>(NodeId::Count));

// Offsets along a border, so that edges which share a corridor stay apart.
constexpr double near = 0.32;
constexpr double openStep = 30.0 / 43;
constexpr double closeStep = 15.0 / 26;

constexpr std::array edges = std::to_array<FigureEdge>({
    {{NodeId::Closed, Border::Bottom, -near}, {NodeId::Listen, Border::Top, -near},
        QT_TRANSLATE_NOOP("diagram", "passive OPEN"), QT_TRANSLATE_NOOP("diagram", "create TCB"),
        LabelPlace::LeftOfTheLine},
    {{NodeId::Listen, Border::Top, near}, {NodeId::Closed, Border::Bottom, near}, QT_TRANSLATE_NOOP("diagram", "CLOSE"),
        QT_TRANSLATE_NOOP("diagram", "delete TCB"), LabelPlace::RightOfTheLine},
    {{NodeId::Closed, Border::Right, -0.5}, {NodeId::SynSent, Border::Top, 0.4},
        QT_TRANSLATE_NOOP("diagram", "active OPEN"), QT_TRANSLATE_NOOP("diagram", "create TCB, snd SYN"),
        LabelPlace::AboveTheLine},
    {{NodeId::SynSent, Border::Top, -0.3}, {NodeId::Closed, Border::Right, 0.5}, QT_TRANSLATE_NOOP("diagram", "CLOSE"),
        QT_TRANSLATE_NOOP("diagram", "delete TCB"), LabelPlace::LeftOfTheLine},
    {{NodeId::SynReceived, Border::Top, 0}, {NodeId::Listen, Border::Left, 0},
        QT_TRANSLATE_NOOP("diagram", "rcv RST (note 1)"), "", LabelPlace::AboveTheLine},
    {{NodeId::Listen, Border::Bottom, -near}, {NodeId::SynReceived, Border::Right, -openStep},
        QT_TRANSLATE_NOOP("diagram", "rcv SYN"), QT_TRANSLATE_NOOP("diagram", "snd SYN,ACK"), LabelPlace::AboutTheLine},
    {{NodeId::Listen, Border::Bottom, near}, {NodeId::SynSent, Border::Left, -openStep},
        QT_TRANSLATE_NOOP("diagram", "SEND"), QT_TRANSLATE_NOOP("diagram", "snd SYN"), LabelPlace::AboutTheLine},
    {{NodeId::SynSent, Border::Left, 0}, {NodeId::SynReceived, Border::Right, 0},
        QT_TRANSLATE_NOOP("diagram", "rcv SYN"), QT_TRANSLATE_NOOP("diagram", "snd SYN,ACK"), LabelPlace::AboutTheLine},
    {{NodeId::SynReceived, Border::Right, openStep}, {NodeId::Established, Border::Top, -near},
        QT_TRANSLATE_NOOP("diagram", "rcv ACK of SYN"), "", LabelPlace::AboutTheLine},
    {{NodeId::SynSent, Border::Left, openStep}, {NodeId::Established, Border::Top, near},
        QT_TRANSLATE_NOOP("diagram", "rcv SYN,ACK"), QT_TRANSLATE_NOOP("diagram", "snd ACK"), LabelPlace::AboutTheLine},
    {{NodeId::SynReceived, Border::Bottom, -0.3}, {NodeId::FinWait1, Border::Top, -0.3},
        QT_TRANSLATE_NOOP("diagram", "CLOSE"), QT_TRANSLATE_NOOP("diagram", "snd FIN"), LabelPlace::RightOfTheLine},
    {{NodeId::Established, Border::Bottom, -near}, {NodeId::FinWait1, Border::Right, -closeStep},
        QT_TRANSLATE_NOOP("diagram", "CLOSE"), QT_TRANSLATE_NOOP("diagram", "snd FIN"), LabelPlace::AboutTheLine},
    {{NodeId::Established, Border::Bottom, near}, {NodeId::CloseWait, Border::Left, -closeStep},
        QT_TRANSLATE_NOOP("diagram", "rcv FIN"), QT_TRANSLATE_NOOP("diagram", "snd ACK"), LabelPlace::AboutTheLine},
    {{NodeId::FinWait1, Border::Bottom, -0.6}, {NodeId::FinWait2, Border::Top, -0.6},
        QT_TRANSLATE_NOOP("diagram", "rcv ACK\nof FIN"), "", LabelPlace::RightOfTheLine},
    {{NodeId::FinWait1, Border::Right, closeStep}, {NodeId::Closing, Border::Top, -near},
        QT_TRANSLATE_NOOP("diagram", "rcv FIN"), QT_TRANSLATE_NOOP("diagram", "snd ACK"), LabelPlace::AboutTheLine},
    {{NodeId::CloseWait, Border::Bottom, 0}, {NodeId::LastAck, Border::Top, 0}, QT_TRANSLATE_NOOP("diagram", "CLOSE"),
        QT_TRANSLATE_NOOP("diagram", "snd FIN"), LabelPlace::LeftOfTheLine},
    {{NodeId::FinWait2, Border::Bottom, 0}, {NodeId::TimeWait, Border::Left, 0},
        QT_TRANSLATE_NOOP("diagram", "rcv FIN"), QT_TRANSLATE_NOOP("diagram", "snd ACK"), LabelPlace::AboutTheLine},
    {{NodeId::Closing, Border::Bottom, 0}, {NodeId::TimeWait, Border::Top, 0},
        QT_TRANSLATE_NOOP("diagram", "rcv ACK of FIN"), "", LabelPlace::RightOfTheLine},
    {{NodeId::LastAck, Border::Bottom, 0}, {NodeId::ClosedAgain, Border::Top, 0},
        QT_TRANSLATE_NOOP("diagram", "rcv ACK\nof FIN"), "", LabelPlace::LeftOfTheLine},
    {{NodeId::TimeWait, Border::Right, 0}, {NodeId::ClosedAgain, Border::Left, 0}, QT_TRANSLATE_NOOP("diagram", "2MSL"),
        QT_TRANSLATE_NOOP("diagram", "delete TCB"), LabelPlace::AboutTheLine},
    {{NodeId::FinWait1, Border::Bottom, 0.75}, {NodeId::TimeWait, Border::Top, -0.66}, "", "", LabelPlace::None, false},
    {{NodeId::Unknown, Border::Left, 0}, {NodeId::Established, Border::Right, 0}, "", "", LabelPlace::None, false},
});

} // namespace

TcpState FigureEdge::fromState() const
{
    return figureNode(from.node).state;
}

TcpState FigureEdge::toState() const
{
    return figureNode(to.node).state;
}

std::span<const FigureNode> figureNodes()
{
    return std::span(nodes).first(static_cast<std::size_t>(NodeId::Unknown));
}

const FigureNode& figureNode(NodeId id)
{
    return nodes.at(static_cast<std::size_t>(id));
}

std::span<const FigureEdge> figureEdges()
{
    return edges;
}

std::optional<std::size_t> findFigureEdge(TcpState from, TcpState to)
{
    for (std::size_t i = 0; i < edges.size(); ++i) {
        if (edges[i].fromState() == from && edges[i].toState() == to)
            return i;
    }
    return {};
}

NodeId nodeOf(TcpState state, bool isOver)
{
    if (state == TcpState::Closed)
        return isOver ? NodeId::ClosedAgain : NodeId::Closed;
    std::size_t id = 0;
    while (nodes.at(id).state != state)
        ++id;
    return static_cast<NodeId>(id);
}

} // namespace tcpladder
