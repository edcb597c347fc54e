// SPDX-License-Identifier: GPL-3.0-or-later
// Where a reader of captures goes wrong about how connections begin, and begin again.
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

const std::string opened = "CLOSED SYN_SENT ESTABLISHED";
const std::string accepted = "LISTEN SYN_RECEIVED ESTABLISHED";

} // namespace

class TestTrapsOpening : public QObject
{
    Q_OBJECT

private:
    static void follows(const std::string& script, const std::string& courseOfA, const std::string& courseOfB)
    {
        const std::string difference = differenceFrom(script, courseOfA, courseOfB);
        QVERIFY2(difference.empty(), difference.c_str());
    }

private slots:
    void trap1AMidstreamStartIsUnknownThenAtLeastEstablished()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.play("a P. 100:110 ack 200");
            QCOMPARE(talk.state(Side::B), TcpState::Unknown);
            talk.play("b . 200 ack 110");
            QCOMPARE(talk.course(Side::A), "UNKNOWN ESTABLISHED");
            QCOMPARE(talk.course(Side::B), "UNKNOWN ESTABLISHED");
            QCOMPARE(talk.step(Side::A, TcpState::Established)->certainty, Certainty::Assumed);
            QVERIFY(!talk.analysis().facts().initiator);
            QVERIFY(!talk.analysis().facts().hasHandshake);
            QCOMPARE(talk.found(FindingKind::MidstreamStart).size(), 1U);
        });
    }

    void trap2TheClientIsWhoSentTheSynOrElseReceivedTheSynAck()
    {
        Conversation bySyn;
        bySyn.play(opening);
        QCOMPARE(bySyn.analysis().facts().initiator, std::optional(Side::A));
        Conversation byAnswer; // the first one captured is the server's
        byAnswer.play("a S. 0 ack 1 \n b . 1 ack 1");
        QCOMPARE(byAnswer.analysis().facts().initiator, std::optional(Side::B));
        QCOMPARE(byAnswer.analysis().facts().initiatorEvidence, InitiatorEvidence::ReceivedSynAck);
        Conversation unknown;
        unknown.play("a P. 1:11 ack 1 \n b . 1 ack 11");
        QVERIFY(!unknown.analysis().facts().initiator);
    }

    void trap14TheSameSynAgainIsNoNewAttemptAndAnotherNumberIs()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.play("a S 0 \n +1s a S 0 \n +2s a S 0");
            QCOMPARE(talk.course(Side::A), "CLOSED SYN_SENT");
            QCOMPARE(talk.judge(Side::A, {"S", 0}), IncarnationVerdict::Same);
            QCOMPARE(talk.judge(Side::A, {"S", 77}), IncarnationVerdict::New);
        });
    }

    void trap15TheSynAcksOfASimultaneousOpenAreNoRetransmissions()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.play("a S 0 \n b S 0 \n a S. 0 ack 1 \n b S. 0 ack 1");
            QCOMPARE(talk.course(Side::A), "CLOSED SYN_SENT SYN_RECEIVED ESTABLISHED");
            QCOMPARE(talk.course(Side::B), "CLOSED SYN_SENT SYN_RECEIVED ESTABLISHED");
            QVERIFY(talk.found(FindingKind::SynRetransmission).empty());
            QCOMPARE(talk.judge(Side::A, {"S", 0}), IncarnationVerdict::Same);
        });
    }

    void trap16AnyAcceptableAckEndsTheHandshake()
    {
        const std::string asked = "a S 0 \n b S. 0 ack 1 \n";
        follows(asked + "a P. 1:11 ack 1 \n b . 1 ack 11", opened, accepted);
        follows(asked + "a F. 1 ack 1 \n b . 1 ack 2", opened + " FIN_WAIT_1 FIN_WAIT_2", accepted + " CLOSE_WAIT");
        // The lone ACK and the data with it were lost; what comes then is behind the FIN that was lost too.
        follows(asked + R"(
            a . 1 ack 1
            a F. 1 ack 1
            +2s b S. 0 ack 1
            a . 2 ack 1
            +400ms a F. 1 ack 1
            b . 1 ack 2 sack 1-2
        )",
            opened + " FIN_WAIT_1 FIN_WAIT_2", accepted + " CLOSE_WAIT");
    }

    void trap17ABareAckForAnAnswerToTheSynDrawsARstAndMovesNobody()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.play("a S 0 \n b . 500 ack 700 \n a R 700");
            QCOMPARE(talk.course(Side::A), "CLOSED SYN_SENT");
            talk.play("+1s a S 0 \n b S. 0 ack 1 \n a . 1 ack 1");
            QCOMPARE(talk.course(Side::A), opened);
        });
    }

    void trap17AHalfOpenEndThatAnswersTheSynByAnAckIsEstablishedFromThereOn()
    {
        Conversation talk;
        const SegmentId challenge = talk.play("a S 0 \n b . 500 ack 700");
        QCOMPARE(talk.course(Side::B), "UNKNOWN ESTABLISHED");
        QCOMPARE(talk.step(Side::B, TcpState::Established)->cause, challenge);
        QCOMPARE(talk.analysis().firstState(Side::B), TcpState::Unknown);
    }

    void trap17WhereTheSynAckIsMissingTheHandshakeIsAssumed()
    {
        follows("a S 0 \n a . 1 ack 1 \n b . 1 ack 1", opened, "UNKNOWN SYN_RECEIVED ESTABLISHED");
        follows("a S 0 \n a . 1 ack 1 \n a F. 1 ack 1", opened + " FIN_WAIT_1",
            "UNKNOWN SYN_RECEIVED ESTABLISHED CLOSE_WAIT");
    }

    void trap18DataInTheSynMayBeRefusedOrTaken()
    {
        follows("a S 0:20 \n b S. 0 ack 1 \n a P. 1:21 ack 1 \n b . 1 ack 21", opened, accepted);
        follows("a S 0:20 \n b S. 0 ack 21 \n a . 21 ack 1", opened, accepted);
        // The server answers at once from SYN_RECEIVED, and closes.
        follows("a S 0:20 \n b S. 0:10 ack 21 \n b FP. 11:21 ack 21 \n a . 21 ack 22", opened + " CLOSE_WAIT",
            "LISTEN SYN_RECEIVED FIN_WAIT_1 FIN_WAIT_2");
    }

    void trap27ASynInASynchronizedStateIsNoNewConnectionUntilItIsAnswered()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.play(opening);
            QCOMPARE(talk.judge(Side::A, {"S", 70'000}), IncarnationVerdict::Same);
            talk.play("a S 70000 \n b . 1 ack 1");
            QCOMPARE(talk.course(Side::A), opened);
            QCOMPARE(talk.course(Side::B), accepted);
            QCOMPARE(talk.judge(Side::B, {"SA", 90'000, 70'001}), IncarnationVerdict::NewSinceEarlier);
        });
    }

    void trap28InTimeWaitALargerNumberOpensAndAnOldOneIsAnsweredByAnAck()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.play(opening + "a F. 1 ack 1 \n b F. 1 ack 2 \n a . 2 ack 2");
            QCOMPARE(talk.judge(Side::B, {"S", 70'000}), IncarnationVerdict::New);
            const auto oldNumber = static_cast<std::uint32_t>(-70'000);
            QCOMPARE(talk.judge(Side::B, {"S", oldNumber}), IncarnationVerdict::Same);
            talk.play("b S -70000 \n a . 2 ack 2 \n b R 2");
            QCOMPARE(talk.state(Side::A), TcpState::Closed);
            QCOMPARE(talk.judge(Side::B, {"S", oldNumber}), IncarnationVerdict::New);
        });
    }

    void trap29ReuseWithoutASeenCloseShowsInASynAckWithAnotherNumber()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.play(opening + "a P. 1:11 ack 1 \n b . 1 ack 11 \n a S 70000");
            const IncarnationJudgement bySyn = talk.judgement(Side::B, {"SA", 90'000, 70'001});
            QCOMPARE(bySyn.verdict, IncarnationVerdict::NewSinceEarlier);
            QCOMPARE(bySyn.from, SegmentId(std::size_t{5}));
        });
    }

    void trap29ReuseShowsWithoutTheSynWhenTheSynAckIsAcknowledged()
    {
        forEachInitialNumber([](Conversation& talk) {
            const SegmentId answer = talk.play(opening + "a P. 1:11 ack 1 \n b . 1 ack 11 \n b S. 90000 ack 70001");
            QCOMPARE(talk.judge(Side::B, {"A", 1, 11}), IncarnationVerdict::Same);
            const IncarnationJudgement byAck = talk.judgement(Side::A, {"A", 70'001, 90'001});
            QCOMPARE(byAck.verdict, IncarnationVerdict::NewSinceEarlier);
            QCOMPARE(byAck.from, answer);
        });
    }

    void trap38LongFlowsWrapManyTimes()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.play(opening);
            constexpr std::uint32_t size = 10'000'000;
            std::uint32_t next = 1;
            for (int i = 0; i < 1000; ++i) { // 10 GB
                talk.a({"PA", next, 1, size});
                next += size;
                talk.b({"A", 1, next});
            }
            talk.a({"FA", next, 1});
            talk.b({"FA", 1, next + 1});
            talk.a({"A", next + 1, 2});
            QCOMPARE(talk.course(Side::A), opened + " FIN_WAIT_1 TIME_WAIT");
            QCOMPARE(talk.course(Side::B), accepted + " CLOSE_WAIT LAST_ACK CLOSED");
            for (const FindingKind kind : {FindingKind::RtoRetransmission, FindingKind::OutOfOrder,
                     FindingKind::AckOfUnseen, FindingKind::SegmentNotCaptured})
                QVERIFY(talk.found(kind).empty());
        });
    }

    void trap42FlagsThatNoStackSendsMoveNothing()
    {
        follows("a - 1", "", "");
        follows("a FPU 1", "UNKNOWN ESTABLISHED FIN_WAIT_1", ""); // a scan: no receiver moves by it
        follows(opening + "a F 1 \n b . 1 ack 1 \n a P. 1:11 ack 1 \n b . 1 ack 11", opened, accepted);
        follows(opening + "a SR 1", opened + " CLOSED", accepted + " CLOSED"); // RST is looked at before SYN
        follows("a SF 0", "CLOSED SYN_SENT", "UNKNOWN SYN_RECEIVED");
    }
};

QTEST_APPLESS_MAIN(TestTrapsOpening)
#include "tst_traps_opening.moc"
