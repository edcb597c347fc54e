// SPDX-License-Identifier: GPL-3.0-or-later
// Where a reader of captures goes wrong about what arrived, what was acceptable, and what time does.
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

class TestTrapsArrival : public QObject
{
    Q_OBJECT

private:
    static void follows(const std::string& script, const std::string& courseOfA, const std::string& courseOfB)
    {
        const std::string difference = differenceFrom(script, courseOfA, courseOfB);
        QVERIFY2(difference.empty(), difference.c_str());
    }

private slots:
    void trap3TheSenderHasChangedAndTheReceiverWillWhenItArrives()
    {
        Conversation talk;
        const SegmentId fin = talk.play(opening + "a F. 1 ack 1");
        QCOMPARE(talk.step(Side::A, TcpState::FinWait1)->certainty, Certainty::Observed);
        QCOMPARE(talk.step(Side::B, TcpState::CloseWait)->certainty, Certainty::Expected);
        const SegmentId crossing = talk.play("b P. 1:11 ack 1");
        QCOMPARE(statesAfter(talk.analysis().transitions(), fin)[0], TcpState::FinWait1);
        QCOMPARE(statesAfter(talk.analysis().transitions(), fin)[1], TcpState::Established);
        QCOMPARE(statesAfter(talk.analysis().transitions(), crossing)[1], TcpState::CloseWait);
    }

    void trap4AnAckOfWhatWasNotSeenProvesItsArrivalAndOneThatFallsShortProvesNothing()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.play(opening + "a F. 101 ack 1 \n b . 1 ack 102"); // 1:101 is not in the capture
            QCOMPARE(talk.state(Side::A), TcpState::FinWait2);
            QCOMPARE(talk.step(Side::B, TcpState::CloseWait)->certainty, Certainty::Proven);
        });
        follows(opening + "a F. 1 ack 1 \n +1s b . 1 ack 1", opened + " FIN_WAIT_1", accepted);
    }

    void trap5AChecksumThatIsLeftToTheCardIsNoWrongOne()
    {
        Conversation talk;
        const SegmentId fin = talk.play(opening + "a F. 1 ack 1 partial");
        QCOMPARE(talk.state(Side::B), TcpState::CloseWait);
        QCOMPARE(talk.found(FindingKind::ChecksumPartial), std::vector{fin.value});
        QVERIFY(talk.found(FindingKind::ChecksumWrong).empty());
    }

    void trap6AWrongChecksumMovesNoReceiver()
    {
        follows(opening + "a F. 1 ack 1 bad", opened + " FIN_WAIT_1", accepted);
        follows(opening + "b R. 1 ack 1 bad", opened, accepted + " CLOSED");
    }

    void trap8WhatWasSeenBeforeIsRepeatedAndWhatWasNotIsLate()
    {
        forEachInitialNumber([](Conversation& talk) {
            const SegmentId again = talk.play(opening + "a P. 1:101 ack 1 \n +300ms a P. 1:101 ack 1");
            QCOMPARE(talk.found(FindingKind::RtoRetransmission), std::vector{again.value});
            talk.play("b . 1 ack 101 \n a P. 201:301 ack 1");
            const SegmentId late = talk.play("a P. 101:201 ack 1");
            QCOMPARE(talk.found(FindingKind::OutOfOrder), std::vector{late.value});
            const SegmentId finAgain = talk.play("b . 1 ack 301 \n a F. 301 ack 1 \n +300ms a F. 301 ack 1");
            QCOMPARE(talk.found(FindingKind::FinRetransmission), std::vector{finAgain.value});
        });
    }

    void trap25ARstOutsideTheWindowIsIgnored()
    {
        follows(opening + "a P. 1:101 ack 1 \n b . 1 ack 101 \n b P. 1:11 ack 101 \n a . 101 ack 11 \n b R 5", opened,
            accepted + " CLOSED");
        follows("a S 0 \n b R. 0 ack 77", "CLOSED SYN_SENT", "UNKNOWN CLOSED");
    }

    void trap25ARstAtTheNextNumberResets() { follows(opening + "a R 1", opened + " CLOSED", accepted + " CLOSED"); }

    void trap25ARstInsideTheWindowDrawsAChallengeAckAndMovesNobody()
    {
        follows(opening + "a R 500 \n b . 1 ack 1", opened, accepted);
        // The real sender answers the challenge with the number that it names: then both are closed.
        follows(opening + "a R 500 \n b . 1 ack 1 \n a R 1", opened + " CLOSED", accepted + " CLOSED");
        follows(opening + "a R 500 \n b . 1 ack 1 \n a P. 1:11 ack 1 \n b . 1 ack 11", opened, accepted);
    }

    void trap25ARstThatDoesNotFitIsToldAsIgnoredAndItsAnswerAsAChallenge()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.play(opening);
            const SegmentId forged = talk.play("a R 500");
            const SegmentId challenge = talk.play("b . 1 ack 1");
            QCOMPARE(talk.found(FindingKind::RstIgnored), std::vector{forged.value});
            QCOMPARE(talk.found(FindingKind::ChallengeAck), std::vector{challenge.value});
            QVERIFY(talk.found(FindingKind::Rst).empty());
            const SegmentId answer = talk.play("a R 1");
            QCOMPARE(talk.found(FindingKind::Rst), std::vector{answer.value});
        });
    }

    void trap37AnOldTimestampMovesNoReceiver()
    {
        const std::string talked = R"(
            a S 0 ts 100/0
            b S. 0 ack 1 ts 900/100
            a . 1 ack 1 ts 101/900
            a P. 1:11 ack 1 ts 102/900
            b . 1 ack 11 ts 903/102
        )";
        follows(talked + "a F. 11 ack 1 ts 50/900 \n b . 1 ack 11 ts 904/102", opened + " FIN_WAIT_1", accepted);
        follows(talked + "a F. 11 ack 1 ts 103/903", opened + " FIN_WAIT_1", accepted + " CLOSE_WAIT");
        follows(talked + "a R. 11 ack 1 ts 50/900", opened + " CLOSED", accepted + " CLOSED"); // not applied to RST
    }

    void trap46SilenceBehindRetransmissionsIsNotTakenForACloseThatNobodySaw()
    {
        Conversation talk;
        talk.play(opening + "a P. 1:11 ack 1 \n +1s a P. 1:11 ack 1 \n +2s a P. 1:11 ack 1 \n +15m a P. 1:11 ack 1");
        talk.finish();
        QCOMPARE(talk.course(Side::A), opened);
        const Finding* end = talk.finding(FindingKind::NeverClosed);
        QVERIFY(end);
        QCOMPARE(end->values[0], 3U);
        QCOMPARE(clauseOf(*end), "RFC 9293 3.10.8");
    }

    void trap46WhoIsAnsweredInTheEndHasNotTimedOut()
    {
        Conversation talk;
        talk.play(opening + "a P. 1:11 ack 1 \n +1s a P. 1:11 ack 1 \n b . 1 ack 11");
        talk.finish();
        QCOMPARE(clauseOf(*talk.finding(FindingKind::NeverClosed)), "RFC 9293 3.6");
    }

    void trap46ALastFinThatNobodyAcknowledgesMayHaveTimedOut()
    {
        Conversation talk;
        talk.play(opening + "a F. 1 ack 1 \n b F. 1 ack 2 \n +1s b F. 1 ack 2 \n +2s b F. 1 ack 2");
        talk.finish();
        QVERIFY(!talk.finding(FindingKind::NeverClosed)); // it may still repeat
        talk.play("+4s b F. 1 ack 2");
        talk.finish();
        QCOMPARE(talk.finding(FindingKind::NeverClosed)->values[0], 3U);
        QCOMPARE(talk.state(Side::B), TcpState::LastAck);
    }

    void trap46ALongSilenceBehindOneRetransmissionMayBeATimeOut()
    {
        const auto clauseAfter = [](Duration silence) {
            Conversation talk;
            talk.play(opening + "a P. 1:11 ack 1 \n +1s a P. 1:11 ack 1");
            talk.later(silence).finish();
            return clauseOf(*talk.finding(FindingKind::NeverClosed));
        };
        QCOMPARE(clauseAfter(2s), "RFC 9293 3.6");
        QCOMPARE(clauseAfter(101s), "RFC 9293 3.10.8");
    }

    void trap46ASynThatNobodyAnswersMayHaveBeenGivenUp()
    {
        Conversation talk;
        talk.play("a S 0 \n +1s a S 0 \n +3s a S 0");
        talk.finish();
        QCOMPARE(talk.finding(FindingKind::NeverClosed)->values[0], 2U);
        QCOMPARE(talk.state(Side::A), TcpState::SynSent);
    }

    void trap47WhatLaterEvidenceCorrectsIsMarkedWithTheSegmentThatProvesIt()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.play(opening + "a F. 1 ack 1");
            QCOMPARE(talk.state(Side::B), TcpState::CloseWait); // the best reading so far
            QVERIFY(!talk.step(Side::B, TcpState::CloseWait)->corrected);
            talk.play("+100ms b P. 1:11 ack 1");
            QCOMPARE(talk.state(Side::B), TcpState::Established);
            const SegmentId again = talk.play("+100ms a F. 1 ack 11");
            const SegmentId proof = talk.play("b . 11 ack 2");
            QCOMPARE(talk.step(Side::B, TcpState::CloseWait)->cause, again);
            QCOMPARE(talk.step(Side::B, TcpState::CloseWait)->proof, proof);
            QVERIFY(talk.step(Side::B, TcpState::CloseWait)->corrected);
        });
    }
};

QTEST_APPLESS_MAIN(TestTrapsArrival)
#include "tst_traps_arrival.moc"
