// SPDX-License-Identifier: GPL-3.0-or-later
// The transitions of RFC 9293 Figure 5 and section 3.10 one by one, each with the evidence that a capture has for it.
// Every script is played with ordinary initial numbers and with numbers that wrap within it.
#include "core/state/transition_table.h"
#include "tests/support/conversation.h"

#include <QTest>

using namespace tcpladder;
using namespace std::chrono_literals;

namespace {

const std::string opening = R"(
    a S 0
    b S. 0 ack 1
    a . 1 ack 1
)";

const std::string closing = opening + R"(
    a F. 1 ack 1
    b . 1 ack 2
    b F. 1 ack 2
    a . 2 ack 2
)";

const std::string opened = "CLOSED SYN_SENT ESTABLISHED";
const std::string accepted = "LISTEN SYN_RECEIVED ESTABLISHED";

bool leads(TcpState from, TcpEvent event, TcpState to)
{
    const auto rule = findTransition(from, event);
    return rule && transitionRow(*rule).to == to;
}

} // namespace

class TestTransitionRows : public QObject
{
    Q_OBJECT

private:
    static void follows(const std::string& script, const std::string& courseOfA, const std::string& courseOfB)
    {
        const std::string difference = differenceFrom(script, courseOfA, courseOfB);
        QVERIFY2(difference.empty(), difference.c_str());
    }

private slots:
    void row1ClosedToListenIsImpliedByTheAnswerToASyn()
    {
        QVERIFY(leads(TcpState::Closed, TcpEvent::PassiveOpen, TcpState::Listen));
        follows("a S 0 \n b S. 0 ack 1", opened, "LISTEN SYN_RECEIVED");
    }

    void row2ClosedToSynSentIsObservedWithTheSyn()
    {
        follows("a S 0", "CLOSED SYN_SENT", "UNKNOWN SYN_RECEIVED");
        Conversation talk;
        const SegmentId syn = talk.play("a S 0");
        QCOMPARE(talk.step(Side::A, TcpState::SynSent)->certainty, Certainty::Observed);
        QCOMPARE(talk.step(Side::A, TcpState::SynSent)->cause, syn);
    }

    void row3ListenToClosedShowsInTheRstThatALaterSynDraws()
    {
        QVERIFY(leads(TcpState::Listen, TcpEvent::Close, TcpState::Closed));
        follows("a S 0 \n b R. 0 ack 1", "CLOSED SYN_SENT CLOSED", "UNKNOWN CLOSED");
    }

    void row4ListenToSynReceivedIsExpectedWithTheSynAndProvenWithItsAnswer()
    {
        Conversation talk;
        const SegmentId syn = talk.play("a S 0");
        QCOMPARE(talk.step(Side::B, TcpState::SynReceived)->certainty, Certainty::Expected);
        const SegmentId answer = talk.play("b S. 0 ack 1");
        const Transition* step = talk.step(Side::B, TcpState::SynReceived);
        QCOMPARE(step->certainty, Certainty::Proven);
        QCOMPARE(step->cause, syn);
        QCOMPARE(step->proof, answer);
        QCOMPARE(step->from, TcpState::Listen);
        follows("a S 0:20 \n b S. 0 ack 21", opened, "LISTEN SYN_RECEIVED"); // with data in the SYN
    }

    void row5ListenToSynSentLooksLikeAnActiveOpen()
    {
        QVERIFY(leads(TcpState::Listen, TcpEvent::SendSyn, TcpState::SynSent));
        follows("a S 0", "CLOSED SYN_SENT", "UNKNOWN SYN_RECEIVED");
    }

    void row6SynSentToClosedShowsInTheRstToALateAnswer()
    {
        QVERIFY(leads(TcpState::SynSent, TcpEvent::Close, TcpState::Closed));
        follows(R"(
            a S 0
            +5s b S. 0 ack 1
            a R 1
        )",
            "CLOSED SYN_SENT CLOSED", "LISTEN SYN_RECEIVED LISTEN");
    }

    void row7SynSentToSynReceivedWhenTheSynsCross()
    {
        follows(R"(
            a S 0
            b S 0
            a S. 0 ack 1
            b S. 0 ack 1
        )",
            "CLOSED SYN_SENT SYN_RECEIVED ESTABLISHED", "CLOSED SYN_SENT SYN_RECEIVED ESTABLISHED");
    }

    void row8SynSentToEstablishedIsExpectedWithTheSynAckAndProvenWithItsAck()
    {
        Conversation talk;
        const SegmentId answer = talk.play("a S 0 \n b S. 0 ack 1");
        QCOMPARE(talk.step(Side::A, TcpState::Established)->certainty, Certainty::Expected);
        const SegmentId data = talk.play("a P. 1:11 ack 1");
        QCOMPARE(talk.step(Side::A, TcpState::Established)->certainty, Certainty::Proven);
        QCOMPARE(talk.step(Side::A, TcpState::Established)->cause, answer);
        QCOMPARE(talk.step(Side::A, TcpState::Established)->proof, data);
    }

    void row9SynReceivedToEstablishedWithAnyAckOfTheSyn()
    {
        follows(opening, opened, accepted);
        follows("a S 0 \n b S. 0 ack 1 \n a P. 1:11 ack 1", opened, accepted);
        Conversation talk;
        talk.play(opening);
        QCOMPARE(talk.step(Side::B, TcpState::Established)->certainty, Certainty::Expected);
        talk.play("a P. 1:11 ack 1 \n b . 1 ack 11");
        QCOMPARE(talk.step(Side::B, TcpState::Established)->certainty, Certainty::Proven);
    }

    void row10SynReceivedToFinWait1WhenItClosesAtOnce()
    {
        follows("a S 0 \n b S. 0 ack 1 \n b F. 1 ack 1", "CLOSED SYN_SENT ESTABLISHED CLOSE_WAIT",
            "LISTEN SYN_RECEIVED FIN_WAIT_1");
    }

    void row11SynReceivedToListenOnlyBehindAPassiveOpen()
    {
        follows("a S 0 \n b S. 0 ack 1 \n a R 1", "CLOSED SYN_SENT CLOSED", "LISTEN SYN_RECEIVED LISTEN");
        follows(R"(
            a S 0
            b S 0
            b S. 0 ack 1
            a R 1
        )",
            "CLOSED SYN_SENT CLOSED", "CLOSED SYN_SENT SYN_RECEIVED CLOSED");
    }

    void row12EstablishedToFinWait1IsObservedWithTheFin()
    {
        Conversation talk;
        const SegmentId fin = talk.play(opening + "a P. 1:11 ack 1 \n b . 1 ack 11 \n a F. 11 ack 1");
        QCOMPARE(talk.course(Side::A), opened + " FIN_WAIT_1");
        QCOMPARE(talk.step(Side::A, TcpState::FinWait1)->cause, fin);
        QCOMPARE(talk.step(Side::A, TcpState::FinWait1)->certainty, Certainty::Observed);
    }

    void row13EstablishedToCloseWaitIsExpectedWithTheFinAndProvenWithItsAck()
    {
        Conversation talk;
        const SegmentId fin = talk.play(opening + "a F. 1 ack 1");
        QCOMPARE(talk.step(Side::B, TcpState::CloseWait)->certainty, Certainty::Expected);
        const SegmentId ack = talk.play("b . 1 ack 2");
        QCOMPARE(talk.step(Side::B, TcpState::CloseWait)->certainty, Certainty::Proven);
        QCOMPARE(talk.step(Side::B, TcpState::CloseWait)->cause, fin);
        QCOMPARE(talk.step(Side::B, TcpState::CloseWait)->proof, ack);
        QVERIFY(leads(TcpState::SynReceived, TcpEvent::ReceiveFin, TcpState::CloseWait));
    }

    void row14FinWait1ToFinWait2WithTheAckOfItsFin()
    {
        follows(opening + "a F. 1 ack 1 \n b . 1 ack 1", opened + " FIN_WAIT_1", accepted + " CLOSE_WAIT");
        follows(opening + "a F. 1 ack 1 \n b . 1 ack 2", opened + " FIN_WAIT_1 FIN_WAIT_2", accepted + " CLOSE_WAIT");
    }

    void row15FinWait1ToClosingWithAFinThatLacksTheAck()
    {
        follows(opening + "a F. 1 ack 1 \n b F. 1 ack 1 \n a . 2 ack 2", opened + " FIN_WAIT_1 CLOSING",
            accepted + " FIN_WAIT_1 CLOSING TIME_WAIT");
    }

    void row16FinWait1ToTimeWaitWithOneSegmentForBoth()
    {
        follows(opening + "a F. 1 ack 1 \n b F. 1 ack 2 \n a . 2 ack 2", opened + " FIN_WAIT_1 TIME_WAIT",
            accepted + " CLOSE_WAIT LAST_ACK CLOSED");
    }

    void row17FinWait2ToTimeWaitWithTheFin()
    {
        follows(closing, opened + " FIN_WAIT_1 FIN_WAIT_2 TIME_WAIT", accepted + " CLOSE_WAIT LAST_ACK CLOSED");
    }

    void row18ClosingToTimeWaitWithTheAckOfItsFin()
    {
        const std::string script = opening + "a F. 1 ack 1 \n b F. 1 ack 1 \n a . 2 ack 2 \n b . 2 ack 2";
        follows(script, opened + " FIN_WAIT_1 CLOSING TIME_WAIT", accepted + " FIN_WAIT_1 CLOSING TIME_WAIT");
    }

    void row19CloseWaitToLastAckIsObservedWithTheFin()
    {
        Conversation talk;
        const SegmentId fin = talk.play(opening + "a F. 1 ack 1 \n b . 1 ack 2 \n +3s b F. 1 ack 2");
        QCOMPARE(talk.course(Side::B), accepted + " CLOSE_WAIT LAST_ACK");
        QCOMPARE(talk.step(Side::B, TcpState::LastAck)->cause, fin);
        QCOMPARE(talk.step(Side::B, TcpState::LastAck)->certainty, Certainty::Observed);
    }

    void row20LastAckToClosedIsExpectedAndAFinThatIsSentAgainDisprovesIt()
    {
        Conversation talk;
        talk.play(closing);
        QCOMPARE(talk.step(Side::B, TcpState::Closed)->certainty, Certainty::Expected);
        talk.play("+300ms b F. 1 ack 2");
        QCOMPARE(talk.state(Side::B), TcpState::LastAck);
        const SegmentId ack = talk.play("a . 2 ack 2");
        QCOMPARE(talk.step(Side::B, TcpState::Closed)->cause, ack);
    }

    void row21TimeWaitToClosedIsComputed()
    {
        Conversation talk;
        talk.play(closing);
        const auto course = courseWithTimers(talk.analysis(), rfcTwoMsl);
        QCOMPARE(course.back().transition.from, TcpState::TimeWait);
        QCOMPARE(course.back().transition.to, TcpState::Closed);
        QCOMPARE(course.back().transition.certainty, Certainty::Computed);
        QCOMPARE(talk.state(Side::A), TcpState::TimeWait);
    }

    void row22AnyStateToClosedOnSendingARst()
    {
        follows(opening + "a P. 1:11 ack 1 \n b . 1 ack 11 \n a R. 11 ack 1", opened + " CLOSED", accepted + " CLOSED");
        follows(opening + "b F. 1 ack 1 \n a . 1 ack 2 \n a R. 1 ack 2", opened + " CLOSE_WAIT CLOSED",
            accepted + " FIN_WAIT_1 FIN_WAIT_2 CLOSED");
    }

    void row23AnyStateToClosedOnReceivingAValidRst()
    {
        follows(opening + "b R. 1 ack 1", opened + " CLOSED", accepted + " CLOSED");
        follows(opening + "a F. 1 ack 1 \n b . 1 ack 2 \n b R. 1 ack 2", opened + " FIN_WAIT_1 FIN_WAIT_2 CLOSED",
            accepted + " CLOSE_WAIT CLOSED");
        QVERIFY(!findTransition(TcpState::Listen, TcpEvent::ReceiveRst));
    }

    void row24TimeWaitIsLeftForANewConnection()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.play(closing);
            QCOMPARE(talk.judge(Side::B, {"S", 100'000}), IncarnationVerdict::New);
        });
        QVERIFY(leads(TcpState::TimeWait, TcpEvent::NewSynAccepted, TcpState::Closed));
    }

    void row25TimeWaitStaysAndStartsAgainWithARepeatedFin()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.play(closing + "+1s b F. 1 ack 2 \n a . 2 ack 2");
            QCOMPARE(talk.course(Side::A), opened + " FIN_WAIT_1 FIN_WAIT_2 TIME_WAIT");
            QCOMPARE(talk.analysis().timeWait(Side::A)->restartedBy, SegmentId(std::size_t{7}));
        });
    }

    void row26ASynOrAnUnacceptableNumberDrawsAnAckAndMovesNothing()
    {
        follows(opening + "a S 5000 \n b . 1 ack 1", opened, accepted);
        follows(opening + "a P. 100001:100011 ack 1 \n b . 1 ack 1", opened, accepted);
    }

    void row27AStraySegmentDrawsARstAndNothingElse()
    {
        follows("a P. 1:11 ack 1 \n b R 1", "UNKNOWN ESTABLISHED CLOSED", "UNKNOWN CLOSED");
        follows("a S 0 \n b R. 0 ack 1", "CLOSED SYN_SENT CLOSED", "UNKNOWN CLOSED");
    }

    void row28AUserTimeoutIsNotOnTheWireAndNotInvented()
    {
        follows(opening + R"(
            a P. 1:11 ack 1
            +1s a P. 1:11 ack 1
            +60s a P. 1:11 ack 1
            +10m a P. 1:11 ack 1
        )",
            opened, accepted);
    }

    void row29AHalfOpenConnectionIsFoundByASynOrByData()
    {
        follows(opening + "a S 5000 \n b . 1 ack 1 \n a R 1", opened + " CLOSED", accepted + " CLOSED");
        follows(opening + "b P. 1:11 ack 1 \n a R 1", opened + " CLOSED", accepted + " CLOSED");
    }
};

QTEST_APPLESS_MAIN(TestTransitionRows)
#include "tst_transition_rows.moc"
