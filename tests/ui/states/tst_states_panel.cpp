// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/paint_counter.h"
#include "ui/session/capture_session.h"
#include "ui/session/navigator.h"
#include "ui/states/diagram_view.h"
#include "ui/states/states_panel.h"
#include "ui/support/format_text.h"
#include "ui/support/theme.h"

#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QTest>

using namespace tcpladder;

class TestStatesPanel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void theStatesFollowTheSelectedSegment();
    void everyStateHasAReasonWithItsClause();
    void aClickOnAWayGoesToItsSegment();
    void theWordsBesideAWayBelongToIt();
    void aClickOnAStateGoesToTheSegmentThatLedThere();
    void anotherClickOnAStateGoesToTheNextEntry();
    void upAndDownChooseAWayAndEnterGoesThere();
    void aTokenMovesAlongTheWayOfItsStep();
    void arrowKeysStepFromChangeToChange();
    void timeWaitCountsDownToItsEnd();
    void theClockFollowsTheChosenDuration();
    void noLineOfTheReasonsIsCut();
    void tokensHideNoWords();
    void aWayBesideTheFigureStrikesNoWordsOut();
    void theReasonsTakeTheColoursOfAnotherTheme();
    void aSegmentThatChangesNoStateLeavesTheDiagramAsItIs();

private:
    void select(std::size_t connection, std::size_t row);
    const WalkedEdge& way(NodeId from, NodeId to) const;

    Theme m_theme;
    CaptureSession m_session;
    Selection m_selection;
    std::unique_ptr<StatesPanel> m_panel;
};

void TestStatesPanel::initTestCase()
{
    m_session.open(QStringLiteral(TCPLADDER_SAMPLE));
    QTRY_COMPARE(m_session.state(), CaptureSession::State::Complete);
}

void TestStatesPanel::init()
{
    m_selection.clear();
    m_selection.setTwoMsl(linuxTwoMsl);
    m_panel = std::make_unique<StatesPanel>(m_session, m_selection, m_theme);
    m_panel->resize(460, 620);
    m_panel->show();
}

void TestStatesPanel::select(std::size_t connection, std::size_t row)
{
    selectSegmentAt(m_selection, *m_session.document(), ConnectionId(connection), row);
}

const WalkedEdge& TestStatesPanel::way(NodeId from, NodeId to) const
{
    const auto& ways = m_panel->diagram().scene().walked.edges;
    return *std::ranges::find_if(ways, [&](const WalkedEdge& edge) { return edge.from == from && edge.to == to; });
}

void TestStatesPanel::theStatesFollowTheSelectedSegment()
{
    select(0, 0);
    QCOMPARE(m_panel->contents().walk.current, (std::array{TcpState::SynSent, TcpState::SynReceived}));
    select(0, 2);
    QCOMPARE(m_panel->contents().walk.current, (std::array{TcpState::Established, TcpState::Established}));
    select(0, 0);
    QCOMPARE(m_panel->contents().walk.current[0], TcpState::SynSent);
}

void TestStatesPanel::everyStateHasAReasonWithItsClause()
{
    select(0, 1);
    const StateReason& reason = m_panel->contents().reasons[0];
    QCOMPARE(reason.change, QStringLiteral("SYN_SENT → ESTABLISHED"));
    QVERIFY(reason.text.contains(QStringLiteral("segment 2")));
    QCOMPARE(reason.clause, QStringLiteral("RFC 9293 §3.10.7.3 fourth"));
}

void TestStatesPanel::aClickOnAWayGoesToItsSegment()
{
    select(0, 2);
    const QPointF badge = way(NodeId::Closed, NodeId::SynSent).badge.center();
    QTest::mouseClick(&m_panel->diagram(), Qt::LeftButton, {}, badge.toPoint());
    QCOMPARE(selectedRow(m_selection, *m_session.document()), std::optional(std::size_t(0)));
}

void TestStatesPanel::theWordsBesideAWayBelongToIt()
{
    select(0, 2);
    const auto words
        = std::ranges::find(m_panel->diagram().scene().figure.labels, "create TCB, snd SYN", &DiagramLabel::text);
    QVERIFY(words != m_panel->diagram().scene().figure.labels.end());
    QTest::mouseClick(&m_panel->diagram(), Qt::LeftButton, {}, words->rect.center().toPoint());
    QCOMPARE(selectedRow(m_selection, *m_session.document()), std::optional(std::size_t(0)));
}

void TestStatesPanel::aClickOnAStateGoesToTheSegmentThatLedThere()
{
    select(0, 5);
    const QRectF node = m_panel->diagram().scene().figure.node(NodeId::SynReceived).rect;
    QTest::mouseClick(&m_panel->diagram(), Qt::LeftButton, {}, node.center().toPoint());
    QCOMPARE(selectedRow(m_selection, *m_session.document()), std::optional(std::size_t(0)));
}

void TestStatesPanel::anotherClickOnAStateGoesToTheNextEntry()
{
    const auto click = [this] {
        const QRectF node = m_panel->diagram().scene().figure.node(NodeId::Established).rect;
        QTest::mouseClick(&m_panel->diagram(), Qt::LeftButton, {}, node.center().toPoint());
        return selectedRow(m_selection, *m_session.document()).value();
    };
    select(0, 5); // the client enters ESTABLISHED with the second segment, the server with the third
    QCOMPARE(click(), std::size_t(1));
    QCOMPARE(click(), std::size_t(2));
    QCOMPARE(click(), std::size_t(1));
}

void TestStatesPanel::upAndDownChooseAWayAndEnterGoesThere()
{
    select(0, 5);
    QTest::keyClick(&m_panel->diagram(), Qt::Key_Down);
    QCOMPARE(m_panel->diagram().scene().hoveredWay, std::optional(std::size_t(0)));
    QTest::keyClick(&m_panel->diagram(), Qt::Key_Up);
    QCOMPARE(m_panel->diagram().scene().hoveredWay, std::optional(m_panel->diagram().scene().walked.edges.size() - 1));
    QTest::keyClick(&m_panel->diagram(), Qt::Key_Return);
    QCOMPARE(selectedRow(m_selection, *m_session.document()), std::optional(std::size_t(2)));
}

void TestStatesPanel::aTokenMovesAlongTheWayOfItsStep()
{
    select(0, 1);
    const DiagramScene before = m_panel->diagram().scene();
    select(0, 2);
    const DiagramScene after = m_panel->diagram().scene();
    const QPainterPath path = tokenPath(Side::B, before, after);
    const QPainterPath& walked = way(NodeId::SynReceived, NodeId::Established).path;
    QCOMPARE(path.pointAtPercent(0), before.walked.tokens[1].centre);
    QCOMPARE(path.pointAtPercent(1), after.walked.tokens[1].centre);
    QVERIFY(path.length() >= walked.length());
    QVERIFY(tokenPath(Side::A, before, after).isEmpty());
    QCOMPARE(tokenPath(Side::B, after, before).pointAtPercent(1), before.walked.tokens[1].centre);
    select(1, 10);
    QVERIFY(tokenPath(Side::B, after, m_panel->diagram().scene()).isEmpty());
}

void TestStatesPanel::arrowKeysStepFromChangeToChange()
{
    select(0, 2);
    QTest::keyClick(&m_panel->diagram(), Qt::Key_Left);
    QCOMPARE(selectedRow(m_selection, *m_session.document()), std::optional(std::size_t(1)));
    QTest::keyClick(&m_panel->diagram(), Qt::Key_Right);
    QTest::keyClick(&m_panel->diagram(), Qt::Key_Right);
    QVERIFY(selectedRow(m_selection, *m_session.document()).value() > 2);
}

void TestStatesPanel::timeWaitCountsDownToItsEnd()
{
    const ConnectionId second(1);
    select(1, 10);
    QCOMPARE(m_selection.connection(), second);
    QCOMPARE(m_panel->contents().clocks.size(), std::size_t(1));
    const Timestamp start = m_selection.moment();
    m_selection.selectMoment(start + std::chrono::seconds(19));
    QCOMPARE(m_panel->contents().clocks.front().timeLeft, QStringLiteral("41 s"));
    m_selection.selectMoment(start + std::chrono::seconds(61));
    QVERIFY(m_panel->contents().clocks.empty());
    QCOMPARE(m_panel->diagram().scene().walked.tokens[indexOf(Side::A)].node, NodeId::ClosedAgain);
}

void TestStatesPanel::theClockFollowsTheChosenDuration()
{
    select(1, 10);
    m_selection.selectMoment(m_selection.moment() + std::chrono::seconds(19));
    m_selection.setTwoMsl(rfcTwoMsl);
    QCOMPARE(m_panel->contents().clocks.front().timeLeft, QStringLiteral("221 s"));
}

void TestStatesPanel::noLineOfTheReasonsIsCut()
{
    select(0, 8);
    const auto& reasons = *m_panel->findChild<QScrollArea*>("reasons");
    const int line = QFontMetrics(m_theme.font(FontRole::Caption)).lineSpacing();
    for (const int width : {360, 400, 460}) {
        for (int height = 400; height < 440; height += 3) {
            m_panel->resize(width, height);
            QCoreApplication::processEvents();
            const int rest = (reasons.viewport()->height() - spacing::small) % line;
            const bool areAllShown = reasons.widget()->height() <= reasons.viewport()->height();
            QVERIFY2(areAllShown || rest == 0, qPrintable(QString("%1 of %2").arg(rest).arg(line)));
        }
    }
}

void TestStatesPanel::tokensHideNoWords()
{
    for (const QSizeF size : {QSizeF(360, 270), QSizeF(448, 400), QSizeF(448, 490), QSizeF(900, 900)}) {
        const DiagramLayout figure = layoutDiagram(QRectF(QPointF(), size), m_theme);
        for (const TcpState state : {TcpState::Established, TcpState::SynReceived, TcpState::FinWait1,
                 TcpState::FinWait2, TcpState::CloseWait, TcpState::Closing, TcpState::LastAck}) {
            Walk walk;
            walk.current = {state, state};
            for (const StateToken& token : layoutWalk(walk, figure).tokens) {
                const QRectF place(
                    token.centre - QPointF(token.radius, token.radius), QSizeF(2 * token.radius, 2 * token.radius));
                for (const DiagramLabel& label : figure.labels) {
                    QVERIFY2(!place.adjusted(1, 1, -1, -1).intersects(label.rect),
                        qPrintable(formatState(state) + ": " + label.text));
                }
            }
        }
    }
}

void TestStatesPanel::aWayBesideTheFigureStrikesNoWordsOut()
{
    DiagramScene scene;
    scene.figure = layoutDiagram(QRectF(0, 0, 448, 490), m_theme);
    scene.walk.steps = {WalkStep{Side::A, TcpState::Established, TcpState::Closed, "10", SegmentId(9), false}};
    scene.walk.current[0] = TcpState::Closed;
    scene.walked = layoutWalk(scene.walk, scene.figure);
    QImage image(448, 490, QImage::Format_RGB32);
    image.fill(m_theme.color(ColorRole::Panel));
    QPainter painter(&image);
    paintDiagram(painter, scene, m_theme);
    int crossed = 0;
    for (const DiagramLabel& label : scene.figure.labels) {
        if (!scene.walked.edges.front().path.intersects(label.rect))
            continue;
        const QRect words = label.rect.toRect().adjusted(1, 1, -1, -1);
        const QRgb side = m_theme.side(Side::A).rgb();
        for (int x = words.left(); x <= words.right(); ++x) {
            for (int y = words.top(); y <= words.bottom(); ++y)
                QVERIFY2(image.pixel(x, y) != side, qPrintable(label.text));
        }
        ++crossed;
    }
    QVERIFY(crossed > 0);
}

void TestStatesPanel::theReasonsTakeTheColoursOfAnotherTheme()
{
    select(0, 5);
    const auto* reason = m_panel->findChild<QWidget*>("reasonSentences")->findChild<QLabel*>();
    QVERIFY(reason->text().contains(m_theme.color(ColorRole::SecondaryText).name()));
    m_theme.setScheme(Theme::Scheme::Dark);
    QVERIFY(reason->text().contains(m_theme.color(ColorRole::SecondaryText).name()));
    m_theme.setScheme(Theme::Scheme::Light);
}

/// Most segments are such, and the window shows each that a held key steps over.
void TestStatesPanel::aSegmentThatChangesNoStateLeavesTheDiagramAsItIs()
{
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    select(0, 2);
    QTest::qWait(600); // tokens move
    const DiagramView& diagram = m_panel->diagram();
    const PaintCounter counter(*m_panel);
    select(0, 3);
    QTest::qWait(50);
    QCOMPARE(m_panel->contents().walk.current, (std::array{TcpState::Established, TcpState::Established}));
    QCOMPARE(counter.paints(diagram), 0);
    select(0, 1);
    QTRY_VERIFY(counter.paints(diagram) > 0);
    QCOMPARE(diagram.scene().walk, m_panel->contents().walk);
}

QTEST_MAIN(TestStatesPanel)
#include "tst_states_panel.moc"
