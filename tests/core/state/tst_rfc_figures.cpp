// SPDX-License-Identifier: GPL-3.0-or-later
// Figures 6 to 13 of RFC 9293, and the two listings of the notes that the project comes from.
#include "tests/support/conversation.h"

#include <QTest>

using namespace tcpladder;
using namespace std::chrono_literals;

namespace {

/// The old SYN (90 below) draws a SYN,ACK, which A answers by RST; then its own SYN opens the connection.
void playFigure8(Conversation& talk)
{
    talk.a({"S"});
    talk.with([](Segment& old) { old.sequence = old.sequence - 90; }).a({"S"});
    talk.b({"SA", 0, static_cast<std::uint32_t>(1 - 90)});
    talk.with([](Segment& reset) { reset.sequence = reset.sequence - 89; }).a({"R"});
    QCOMPARE(talk.state(Side::A), TcpState::SynSent);
    talk.with([](Segment& answer) { answer.sequence = answer.sequence + 300; }).b({"SA", 0, 1});
    QCOMPARE(talk.judge(Side::A, {"S"}), IncarnationVerdict::Same);
    const auto third = [](Segment& ack) { ack.acknowledgment = ack.acknowledgment + 300; };
    QCOMPARE(talk.with(third).judge(Side::A, {"A", 1, 1}), IncarnationVerdict::Same);
    talk.a({"A", 1, 1});
    QCOMPARE(talk.course(Side::A), "CLOSED SYN_SENT ESTABLISHED");
    QCOMPARE(talk.course(Side::B), "LISTEN SYN_RECEIVED LISTEN SYN_RECEIVED ESTABLISHED");
    QVERIFY(talk.found(FindingKind::PortReuse).empty());
    QVERIFY(talk.found(FindingKind::SegmentNotCaptured).empty());
}

/// Before A's new SYN was seen, as its own host sees it: the old one passed long ago.
void playFigure8AtTheHost(Conversation& talk)
{
    talk.play("a S 0 \n b S. 0 ack -89 \n a R -89");
    QCOMPARE(talk.state(Side::A), TcpState::SynSent);
    QCOMPARE(talk.course(Side::B), "LISTEN SYN_RECEIVED LISTEN SYN_RECEIVED");
    talk.play("b S. 300 ack 1 \n a . 1 ack 301 \n b P. 301:311 ack 1");
    QCOMPARE(talk.course(Side::A), "CLOSED SYN_SENT ESTABLISHED");
    QCOMPARE(talk.course(Side::B), "LISTEN SYN_RECEIVED LISTEN SYN_RECEIVED ESTABLISHED");
}

} // namespace

class TestRfcFigures : public QObject
{
    Q_OBJECT

private slots:
    void figure6BasicThreeWayHandshake()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            talk.a({"PA", 1, 1, 10});
            talk.b({"A", 1, 11});
            QCOMPARE(talk.course(Side::A), "CLOSED SYN_SENT ESTABLISHED");
            QCOMPARE(talk.course(Side::B), "LISTEN SYN_RECEIVED ESTABLISHED");
            QCOMPARE(talk.step(Side::B, TcpState::Established)->certainty, Certainty::Proven);
        });
    }

    void figure7SimultaneousOpen()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.a({"S"});
            talk.b({"S"});
            talk.a({"SA", 0, 1});
            talk.b({"SA", 0, 1});
            talk.a({"A", 1, 1});
            QCOMPARE(talk.course(Side::A), "CLOSED SYN_SENT SYN_RECEIVED ESTABLISHED");
            QCOMPARE(talk.course(Side::B), "CLOSED SYN_SENT SYN_RECEIVED ESTABLISHED");
            QCOMPARE(talk.found(FindingKind::SimultaneousOpen).size(), 1U);
            QVERIFY(!talk.analysis().facts().initiator);
        });
    }

    void figure8OldDuplicateSyn() { forEachInitialNumber(playFigure8); }
    void figure8AsTheHostOfTheNewSynSeesIt() { forEachInitialNumber(playFigure8AtTheHost); }
    void aSecondSynThatIsAnsweredAndAcknowledgedWasNoOldOne()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.play("a S 0 \n a S -90");
            const auto asksForAnother = [](Segment& segment) { segment.sequence = segment.sequence - 90; };
            talk.with([](Segment& answer) { answer.acknowledgment = answer.acknowledgment - 90; });
            QCOMPARE(talk.judge(Side::B, {"SA", 0, 1}), IncarnationVerdict::Same);
            talk.b({"SA", 0, 1});
            QCOMPARE(talk.with(asksForAnother).judge(Side::A, {"A", 1, 1}), IncarnationVerdict::NewSinceEarlier);
        });
    }

    void figure9And10HalfOpenConnectionIsReset()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            talk.b({"PA", 1, 1, 5});
            talk.a({"A", 1, 6});
            // A has crashed and opens again with another number: an ACK, a RST, and the SYN once more.
            QCOMPARE(talk.judge(Side::A, {"S", 400}), IncarnationVerdict::Same);
            talk.a({"S", 400});
            const SegmentId challenge = talk.b({"A", 6, 1});
            talk.a({"R", 1});
            QCOMPARE(talk.state(Side::A), TcpState::Closed);
            QCOMPARE(talk.state(Side::B), TcpState::Closed);
            QCOMPARE(talk.judge(Side::A, {"S", 400}), IncarnationVerdict::New);
            QCOMPARE(talk.found(FindingKind::ChallengeAck), std::vector{challenge.value});
            QCOMPARE(talk.found(FindingKind::HalfOpen).size(), 1U);
        });
    }

    void figure11ActiveSideFindsTheHalfOpenConnection()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            talk.b({"PA", 1, 1, 10});
            talk.a({"R", 1}); // A has forgotten everything: SEQ is the ACK of what it answers
            QCOMPARE(talk.state(Side::A), TcpState::Closed);
            QCOMPARE(talk.state(Side::B), TcpState::Closed);
        });
    }

    void figure12NormalClose()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            talk.a({"FA", 1, 1});
            talk.b({"A", 1, 2});
            talk.b({"FA", 1, 2});
            talk.a({"A", 2, 2});
            QCOMPARE(talk.course(Side::A), "CLOSED SYN_SENT ESTABLISHED FIN_WAIT_1 FIN_WAIT_2 TIME_WAIT");
            QCOMPARE(talk.course(Side::B), "LISTEN SYN_RECEIVED ESTABLISHED CLOSE_WAIT LAST_ACK CLOSED");
            QCOMPARE(talk.analysis().facts().close, CloseKind::FourSegments);
            QVERIFY(talk.analysis().facts().closedActively[0]);
            QVERIFY(!talk.analysis().facts().closedActively[1]);
        });
    }

    void figure13SimultaneousClose()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            talk.a({"FA", 1, 1});
            talk.b({"FA", 1, 1});
            talk.a({"A", 2, 2});
            talk.b({"A", 2, 2});
            QCOMPARE(talk.course(Side::A), "CLOSED SYN_SENT ESTABLISHED FIN_WAIT_1 CLOSING TIME_WAIT");
            QCOMPARE(talk.course(Side::B), "LISTEN SYN_RECEIVED ESTABLISHED FIN_WAIT_1 CLOSING TIME_WAIT");
            QCOMPARE(talk.analysis().facts().close, CloseKind::Simultaneous);
            QVERIFY(talk.analysis().timeWait(Side::A));
            QVERIFY(talk.analysis().timeWait(Side::B));
        });
    }

    void theNotesFirstListingOpensTheConnection()
    {
        Conversation talk;
        talk.shakeHands();
        QCOMPARE(talk.course(Side::A), "CLOSED SYN_SENT ESTABLISHED");
        QCOMPARE(talk.course(Side::B), "LISTEN SYN_RECEIVED ESTABLISHED");
        QCOMPARE(talk.step(Side::B, TcpState::Established)->certainty, Certainty::Expected);
    }

    void theNotesSecondListingClosesInThreeSegments()
    {
        forEachInitialNumber([](Conversation& talk) {
            const SegmentId fin = talk.a({"FA", 0, 0});
            const SegmentId shortAck = talk.b({"A", 0, 0});
            const SegmentId secondFin = talk.b({"FA", 0, 1});
            talk.a({"A", 1, 1});
            QCOMPARE(talk.course(Side::A), "UNKNOWN ESTABLISHED FIN_WAIT_1 TIME_WAIT");
            QCOMPARE(talk.course(Side::B), "UNKNOWN ESTABLISHED CLOSE_WAIT LAST_ACK CLOSED");
            const Transition* closeWait = talk.step(Side::B, TcpState::CloseWait);
            QCOMPARE(closeWait->cause, fin);
            QCOMPARE(closeWait->after, shortAck);
            QCOMPARE(closeWait->proof, secondFin);
            QCOMPARE(closeWait->certainty, Certainty::Proven);
            QVERIFY(closeWait->corrected);
            QCOMPARE(statesAfter(talk.analysis().transitions(), fin)[1], TcpState::Established);
            QCOMPARE(statesAfter(talk.analysis().transitions(), shortAck)[1], TcpState::CloseWait);
            QCOMPARE(talk.found(FindingKind::AckDoesNotCoverFin), std::vector{shortAck.value});
            QCOMPARE(talk.found(FindingKind::ThreeSegmentClose), std::vector{secondFin.value});
            QCOMPARE(talk.analysis().facts().close, CloseKind::ThreeSegments);
        });
    }
};

QTEST_APPLESS_MAIN(TestRfcFigures)
#include "tst_rfc_figures.moc"
