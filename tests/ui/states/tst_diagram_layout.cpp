// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/states/diagram_walk.h"
#include "ui/support/format_text.h"
#include "ui/support/theme.h"

#include <QTest>

#include <algorithm>

using namespace tcpladder;
using enum tcpladder::TcpState;

namespace {

QRectF inner(const QRectF& rect)
{
    return rect.adjusted(0.5, 0.5, -0.5, -0.5);
}

/// Along the line alone: QPainterPath::intersects() means the area that it would enclose.
bool touches(const QPainterPath& path, const QRectF& rect)
{
    for (int i = 0; i <= 200; ++i) {
        if (rect.contains(path.pointAtPercent(i / 200.0)))
            return true;
    }
    return false;
}

WalkStep step(Side side, TcpState from, TcpState to, const char* mark)
{
    WalkStep made;
    made.side = side;
    made.from = from;
    made.to = to;
    made.mark = QString::fromLatin1(mark);
    return made;
}

Walk simultaneousClose()
{
    Walk walk;
    walk.steps = {step(Side::A, Established, FinWait1, "8"), step(Side::B, Established, FinWait1, "9"),
        step(Side::A, FinWait1, Closing, "9"), step(Side::B, FinWait1, Closing, "8"),
        step(Side::A, Closing, TimeWait, "11"), step(Side::B, Closing, TimeWait, "10")};
    walk.current = {TimeWait, TimeWait};
    return walk;
}

} // namespace

class TestDiagramLayout : public QObject
{
    Q_OBJECT

private slots:
    void everyStateOfTheFigureHasANode();
    void everyArrowOfTheFigureIsThere_data();
    void everyArrowOfTheFigureIsThere();
    void everyWayEndsAtItsState();
    void nothingOverlaps_data();
    void nothingOverlaps();
    void namesAreLegibleWithinTheirNodes_data();
    void namesAreLegibleWithinTheirNodes();
    void edgesRunBetweenTheirNodesWithoutCrossingOthers();
    void aSmallPictureLeavesWordsOutRatherThanCoverOthers();
    void bothEndpointsOnOneWayAreBothSeen();
    void whatTheFigureOmitsIsNotDrawnAsItsOwn();
    void aResetGoesRoundTheOtherNodes();
    void anEndpointThatIsDoneStandsAtTheLowerClosed();
    void theUnknownNodeShowsOnlyWhenSomebodyWasThere();

private:
    DiagramLayout layout(const QSizeF& size) const { return layoutDiagram(QRectF(QPointF(), size), m_theme); }

    Theme m_theme;
};

void TestDiagramLayout::everyStateOfTheFigureHasANode()
{
    for (auto state = Closed; state < Count; state = static_cast<TcpState>(static_cast<int>(state) + 1)) {
        const auto found = std::ranges::find(figureNodes(), state, &FigureNode::state);
        QVERIFY2(found != figureNodes().end(), stateName(state).data());
    }
}

void TestDiagramLayout::everyArrowOfTheFigureIsThere_data()
{
    QTest::addColumn<TcpState>("from");
    QTest::addColumn<TcpState>("to");
    QTest::addColumn<QString>("event");
    QTest::newRow("passive open") << Closed << Listen << "passive OPEN";
    QTest::newRow("active open") << Closed << SynSent << "active OPEN";
    QTest::newRow("listen closes") << Listen << Closed << "CLOSE";
    QTest::newRow("listen gets a SYN") << Listen << SynReceived << "rcv SYN";
    QTest::newRow("listen sends") << Listen << SynSent << "SEND";
    QTest::newRow("syn sent closes") << SynSent << Closed << "CLOSE";
    QTest::newRow("simultaneous open") << SynSent << SynReceived << "rcv SYN";
    QTest::newRow("client opens") << SynSent << Established << "rcv SYN,ACK";
    QTest::newRow("server opens") << SynReceived << Established << "rcv ACK of SYN";
    QTest::newRow("early close") << SynReceived << FinWait1 << "CLOSE";
    QTest::newRow("note 1") << SynReceived << Listen << "rcv RST (note 1)";
    QTest::newRow("active close") << Established << FinWait1 << "CLOSE";
    QTest::newRow("passive close") << Established << CloseWait << "rcv FIN";
    QTest::newRow("fin acknowledged") << FinWait1 << FinWait2 << "rcv ACK\nof FIN";
    QTest::newRow("simultaneous close") << FinWait1 << Closing << "rcv FIN";
    QTest::newRow("second fin") << FinWait2 << TimeWait << "rcv FIN";
    QTest::newRow("closing ends") << Closing << TimeWait << "rcv ACK of FIN";
    QTest::newRow("application closes") << CloseWait << LastAck << "CLOSE";
    QTest::newRow("last ack comes") << LastAck << Closed << "rcv ACK\nof FIN";
    QTest::newRow("timer") << TimeWait << Closed << "2MSL";
}

void TestDiagramLayout::everyArrowOfTheFigureIsThere()
{
    QFETCH(TcpState, from);
    QFETCH(TcpState, to);
    QFETCH(QString, event);
    const std::optional<std::size_t> edge = findFigureEdge(from, to);
    QVERIFY(edge);
    QVERIFY(figureEdges()[*edge].isOnFigure);
    QCOMPARE(QString::fromUtf8(figureEdges()[*edge].event), event);
}

void TestDiagramLayout::nothingOverlaps_data()
{
    QTest::addColumn<QSizeF>("size");
    QTest::newRow("narrow dock") << QSizeF(400, 440);
    QTest::newRow("low dock") << QSizeF(436, 385);
    QTest::newRow("dock") << QSizeF(436, 470);
    QTest::newRow("square") << QSizeF(800, 800);
    QTest::newRow("wide") << QSizeF(1600, 900);
    QTest::newRow("tall") << QSizeF(600, 1400);
    QTest::newRow("wall") << QSizeF(3800, 2000);
}

void TestDiagramLayout::nothingOverlaps()
{
    QFETCH(QSizeF, size);
    const DiagramLayout diagram = layout(size);
    std::size_t words = 0;
    for (const FigureEdge& edge : figureEdges())
        words += QString::fromUtf8(edge.event).split('\n', Qt::SkipEmptyParts).size() + (*edge.action ? 1 : 0);
    QCOMPARE(diagram.labels.size(), words); // none was left out for want of room
    const QRectF area(QPointF(), size);
    for (std::size_t i = 0; i < diagram.labels.size(); ++i) {
        const DiagramLabel& label = diagram.labels[i];
        QVERIFY2(area.contains(label.rect), qPrintable(label.text));
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY2(!inner(label.rect).intersects(inner(diagram.labels[j].rect)), qPrintable(label.text));
        for (const DiagramEdge& edge : diagram.edges) {
            const bool isDrawn = figureEdges()[edge.figureEdge].isOnFigure;
            for (qsizetype k = 0; isDrawn && k + 1 < edge.line.size(); ++k) {
                const QRectF part = QRectF(edge.line[k], edge.line[k + 1]).normalized().adjusted(-0.1, -0.1, 0.1, 0.1);
                QVERIFY2(!part.intersects(label.rect.adjusted(1, 1.5, -1, -1.5)), qPrintable(label.text));
            }
        }
    }
}

void TestDiagramLayout::namesAreLegibleWithinTheirNodes_data()
{
    QTest::addColumn<QSizeF>("size");
    QTest::newRow("least") << QSizeF(300, 280);
    QTest::newRow("beside a ladder on a screen of 1366x768") << QSizeF(366, 280);
    QTest::newRow("dock") << QSizeF(436, 470);
    QTest::newRow("wall") << QSizeF(3800, 2000);
}

void TestDiagramLayout::namesAreLegibleWithinTheirNodes()
{
    QFETCH(QSizeF, size);
    const DiagramLayout diagram = layout(size);
    constexpr qreal legible = 9;
    for (const QFont& font : {diagram.stateFont, diagram.currentStateFont}) {
        QVERIFY(QFontInfo(font).pixelSize() >= legible);
        for (const DiagramNode& node : diagram.nodes) {
            const QSizeF name = QFontMetricsF(font).size(0, node.name);
            QVERIFY2(name.width() < node.rect.width() && name.height() <= node.rect.height(), qPrintable(node.name));
            QVERIFY2(QRectF(QPointF(), size).contains(node.rect), qPrintable(node.name));
        }
    }
    for (const DiagramNode& node : diagram.nodes) {
        for (const DiagramNode& other : diagram.nodes)
            QVERIFY2(node.id == other.id || !node.rect.intersects(other.rect), qPrintable(node.name + other.name));
    }
}

void TestDiagramLayout::edgesRunBetweenTheirNodesWithoutCrossingOthers()
{
    const DiagramLayout diagram = layout(QSizeF(448, 490));
    for (const DiagramEdge& edge : diagram.edges) {
        const FigureEdge& figureEdge = figureEdges()[edge.figureEdge];
        QVERIFY(diagram.node(figureEdge.from.node).rect.adjusted(-1, -1, 1, 1).contains(edge.line.first()));
        QVERIFY(diagram.node(figureEdge.to.node).rect.adjusted(-1, -1, 1, 1).contains(edge.line.last()));
        const QPainterPath path = roundedPath(edge.line, 9);
        for (const DiagramNode& node : diagram.nodes) {
            const bool isOther = node.id != figureEdge.from.node && node.id != figureEdge.to.node;
            if (isOther && node.id != NodeId::Unknown)
                QVERIFY2(!touches(path, node.rect), stateName(node.state).data());
        }
    }
}

void TestDiagramLayout::aSmallPictureLeavesWordsOutRatherThanCoverOthers()
{
    const DiagramLayout diagram = layout(QSizeF(220, 240));
    for (std::size_t i = 0; i < diagram.labels.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY(!inner(diagram.labels[i].rect).intersects(inner(diagram.labels[j].rect)));
        for (const DiagramNode& node : diagram.nodes)
            QVERIFY(node.id == NodeId::Unknown || !inner(diagram.labels[i].rect).intersects(node.rect));
    }
}

void TestDiagramLayout::bothEndpointsOnOneWayAreBothSeen()
{
    const DiagramLayout diagram = layout(QSizeF(448, 490));
    const WalkLayout walked = layoutWalk(simultaneousClose(), diagram);
    QCOMPARE(walked.edges.size(), std::size_t(6));
    for (std::size_t i = 0; i < walked.edges.size(); ++i) {
        QVERIFY(!walked.edges[i].badge.isEmpty());
        for (std::size_t j = 0; j < i; ++j) {
            QVERIFY(walked.edges[i].path != walked.edges[j].path);
            QVERIFY(!inner(walked.edges[i].badge).intersects(inner(walked.edges[j].badge)));
        }
    }
    QCOMPARE(walked.edges[0].badgeText, QStringLiteral("8"));
    QVERIFY(walked.tokens[0].centre.x() < walked.tokens[1].centre.x());
}

void TestDiagramLayout::whatTheFigureOmitsIsNotDrawnAsItsOwn()
{
    const DiagramLayout diagram = layout(QSizeF(448, 490));
    Walk walk;
    walk.steps = {step(Side::A, FinWait1, TimeWait, "3")};
    QVERIFY(!layoutWalk(walk, diagram).edges[0].isOnFigure);
    // The figure joins these two, but by CLOSE, not by a RST.
    walk.steps = {step(Side::A, SynSent, Closed, "2")};
    walk.steps[0].isOnFigure = false;
    const WalkLayout refused = layoutWalk(walk, diagram);
    QVERIFY(!refused.edges[0].isOnFigure);
    QVERIFY(refused.edges[0].path != roundedPath(diagram.edges[*findFigureEdge(SynSent, Closed)].line, 9));
}

void TestDiagramLayout::aResetGoesRoundTheOtherNodes()
{
    const DiagramLayout diagram = layout(QSizeF(448, 490));
    for (const TcpState from : {Established, FinWait1, FinWait2, CloseWait, Closing}) {
        Walk walk;
        walk.steps = {step(Side::A, from, Closed, "7")};
        const WalkLayout walked = layoutWalk(walk, diagram);
        const WalkedEdge& way = walked.edges[0];
        QCOMPARE(way.to, NodeId::ClosedAgain);
        for (const DiagramNode& node : diagram.nodes) {
            if (node.id != way.from && node.id != way.to && node.id != NodeId::Unknown)
                QVERIFY2(!touches(way.path, node.rect), stateName(from).data());
        }
    }
}

void TestDiagramLayout::anEndpointThatIsDoneStandsAtTheLowerClosed()
{
    const DiagramLayout diagram = layout(QSizeF(448, 490));
    Walk walk;
    walk.current = {Closed, Closed};
    QCOMPARE(layoutWalk(walk, diagram).tokens[0].node, NodeId::Closed);
    walk.steps = {step(Side::A, LastAck, Closed, "4")};
    QCOMPARE(layoutWalk(walk, diagram).tokens[0].node, NodeId::ClosedAgain);
    QCOMPARE(layoutWalk(walk, diagram).tokens[1].node, NodeId::Closed);
}

void TestDiagramLayout::theUnknownNodeShowsOnlyWhenSomebodyWasThere()
{
    const DiagramLayout diagram = layout(QSizeF(448, 490));
    QVERIFY(!layoutWalk(simultaneousClose(), diagram).showsUnknown);
    Walk walk = simultaneousClose();
    walk.steps.insert(walk.steps.begin(), step(Side::A, Unknown, Established, ""));
    QVERIFY(layoutWalk(walk, diagram).showsUnknown);
    QVERIFY2(!layoutWalk(Walk(), diagram).showsUnknown, "before there is a connection");
}

/// A way that isn't on the figure ended beside its state where it came from the side.
void TestDiagramLayout::everyWayEndsAtItsState()
{
    for (const QSizeF size : {QSizeF(360, 280), QSizeF(448, 440), QSizeF(448, 490), QSizeF(900, 900)}) {
        const DiagramLayout figure = layoutDiagram(QRectF(QPointF(), size), m_theme);
        for (const TcpState from :
            {Unknown, Listen, SynSent, SynReceived, Established, FinWait1, CloseWait, TimeWait}) {
            for (const TcpState to : {SynReceived, Established, FinWait1, FinWait2, CloseWait, LastAck, Closed}) {
                Walk walk;
                walk.steps = {step(Side::A, from, to, "1")};
                walk.steps.front().isOnFigure = false;
                const WalkLayout layout = layoutWalk(walk, figure);
                const QRectF& node = figure.node(layout.edges.front().to).rect;
                const QPointF end = layout.edges.front().path.currentPosition();
                const bool isAtBorder
                    = node.adjusted(-2, -2, 2, 2).contains(end) && !node.adjusted(2, 2, -2, -2).contains(end);
                QVERIFY2(isAtBorder, qPrintable(formatState(from) + " to " + formatState(to)));
            }
        }
    }
}

QTEST_MAIN(TestDiagramLayout)
#include "tst_diagram_layout.moc"
