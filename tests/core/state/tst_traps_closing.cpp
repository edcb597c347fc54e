// SPDX-License-Identifier: GPL-3.0-or-later
// Where a reader of captures goes wrong about how connections end.
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

} // namespace

class TestTrapsClosing : public QObject
{
    Q_OBJECT

private:
    static void follows(const std::string& script, const std::string& courseOfA, const std::string& courseOfB)
    {
        const std::string difference = differenceFrom(script, courseOfA, courseOfB);
        QVERIFY2(difference.empty(), difference.c_str());
    }

private slots:
    void trap19TheFinHasTheNumberBehindItsData()
    {
        follows(opening + "a FP. 1:9212 ack 1 \n b . 1 ack 9212", opened + " FIN_WAIT_1", accepted + " CLOSE_WAIT");
        follows(opening + "a FP. 1:9212 ack 1 \n b . 1 ack 9213", opened + " FIN_WAIT_1 FIN_WAIT_2",
            accepted + " CLOSE_WAIT");
    }

    void trap20AFinAheadOfOctetsThatWereNotCapturedWaitsForThem()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.play(opening + "a F. 201 ack 1");
            QCOMPARE(talk.state(Side::B), TcpState::Established);
            talk.play("b . 1 ack 1 \n a . 1:101 ack 1 \n b . 1 ack 101");
            QCOMPARE(talk.state(Side::B), TcpState::Established);
            talk.play("a . 101:201 ack 1");
            QCOMPARE(talk.state(Side::B), TcpState::CloseWait);
            QCOMPARE(talk.step(Side::B, TcpState::CloseWait)->certainty, Certainty::Expected);
            talk.play("b . 1 ack 202");
            QCOMPARE(talk.step(Side::B, TcpState::CloseWait)->certainty, Certainty::Proven);
        });
    }

    void trap20AFinAheadOfOctetsThatWereLostWaitsForThem()
    {
        forEachInitialNumber([](Conversation& talk) {
            const SegmentId shortAck
                = talk.play(opening + "a P. 1:101 ack 1 \n a F. 101 ack 1 \n +50ms b . 1 ack 1 sack 101-102");
            QCOMPARE(talk.state(Side::B), TcpState::Established);
            talk.play("+200ms a P. 1:101 ack 1 \n b . 1 ack 102");
            QCOMPARE(talk.state(Side::B), TcpState::CloseWait);
            QCOMPARE(talk.step(Side::B, TcpState::CloseWait)->after, shortAck);
        });
    }

    void trap21AFinThatCoversOursLeadsStraightToTimeWaitAndAnotherToClosing()
    {
        follows(opening + "a F. 1 ack 1 \n b F. 1 ack 2 \n a . 2 ack 2", opened + " FIN_WAIT_1 TIME_WAIT",
            accepted + " CLOSE_WAIT LAST_ACK CLOSED");
        follows(opening + "a F. 1 ack 1 \n b F. 1 ack 1 \n a . 2 ack 2", opened + " FIN_WAIT_1 CLOSING",
            accepted + " FIN_WAIT_1 CLOSING TIME_WAIT");
    }

    void trap22ClosingIsNotSkippedWhereFinAndAckCameBetweenTwoSegments()
    {
        // B's second FIN shows that neither had come; its ACK, that by then the FIN had, which was sent first.
        const std::string slow = "a S 0 \n +100ms b S. 0 ack 1 \n +8ms a . 1 ack 1 \n +600ms b F. 1 ack 1 \n ";
        const std::string crossed = "+300ms a F. 1 ack 1 \n a . 2 ack 2 \n +240ms b F. 1 ack 1 \n b . 2 ack 2";
        follows(slow + crossed, opened + " FIN_WAIT_1 CLOSING TIME_WAIT", accepted + " FIN_WAIT_1 CLOSING TIME_WAIT");
    }

    void trap25AnEndpointThatHadTheFinWouldNotTakeARstWithItsNumber()
    {
        const std::string talked = opening + "a P. 1:101 ack 1 \n a F. 101 ack 1 \n +4ms b F. 1 ack 1 \n +7ms b R 1";
        // Nothing acknowledges B's FIN: it was lost, and the RST found A in FIN_WAIT_1.
        follows(talked, opened + " FIN_WAIT_1 CLOSED", accepted + " FIN_WAIT_1 CLOSED");
        // A acknowledges it all the same, and only the RST that answers this resets it.
        follows(talked + "\n a . 102 ack 2", opened + " FIN_WAIT_1 CLOSING", accepted + " FIN_WAIT_1 CLOSED");
        follows(talked + "\n a . 102 ack 2 \n b R 2", opened + " FIN_WAIT_1 CLOSING CLOSED",
            accepted + " FIN_WAIT_1 CLOSED");
    }

    void aRstThatAnswersWhatCameBeforeTheAckOfItsFinLeavesFinWait1()
    {
        const std::string crossed = opening + "a P. 1:101 ack 1 \n b F. 1 ack 1 \n a F. 101 ack 1 \n a . 102 ack 2 \n ";
        follows(crossed + "b R 1 \n b R 2", opened + " FIN_WAIT_1 CLOSING CLOSED", accepted + " FIN_WAIT_1 CLOSED");
        follows(crossed + "b R 2", opened + " FIN_WAIT_1 CLOSING CLOSED", accepted + " FIN_WAIT_1 FIN_WAIT_2 CLOSED");
    }

    void anAckFromTimeWaitShowsThatTheAckOfItsFinCameBeforeTheFin()
    {
        const std::string crossed
            = "a S 0 id 1 \n b S. 0 ack 1 \n a . 1 ack 1 id 2 ts 10/20 \n b F. 1 ack 1 ts 30/10 \n"
              "a F. 1 ack 1 id 3 ts 40/20 \n +200ms a F. 1 ack 1 id 4 ts 240/20 \n";
        const std::string answered = "b F. 1 ack 1 ts 250/10 \n +4ms b . 2 ack 2 ts 254/240 \n ";
        // The second copy of B's FIN was the first to come, behind the ACK: TIME_WAIT numbers no packets.
        follows(crossed + answered + "+10ms a . 2 ack 2 id 0 ts 260/250", opened + " FIN_WAIT_1 FIN_WAIT_2 TIME_WAIT",
            accepted + " FIN_WAIT_1 CLOSING TIME_WAIT");
        follows(crossed + answered + "+10ms a . 2 ack 2 id 5 ts 260/250", opened + " FIN_WAIT_1 CLOSING TIME_WAIT",
            accepted + " FIN_WAIT_1 CLOSING TIME_WAIT");
    }

    void trap22ASimultaneousCloseIsSeenThoughAllPacketsHaveOneIdentification()
    {
        const std::string talked = "a S 0 id 1 \n b S. 0 ack 1 id 1 \n a . 1 ack 1 id 1 \n";
        follows(talked + "a F. 1 ack 1 id 1 \n b F. 1 ack 1 id 1 \n a . 2 ack 2 id 1 \n b . 2 ack 2 id 1",
            opened + " FIN_WAIT_1 CLOSING TIME_WAIT", accepted + " FIN_WAIT_1 CLOSING TIME_WAIT");
    }

    void trap22ASimultaneousCloseHasTwoCountdownsAndNoPassiveSide()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.play(opening + "a F. 1 ack 1 \n b F. 1 ack 1 \n a . 2 ack 2 \n b . 2 ack 2");
            QVERIFY(talk.analysis().timeWait(Side::A));
            QVERIFY(talk.analysis().timeWait(Side::B));
            QVERIFY(talk.analysis().facts().closedActively[0]);
            QVERIFY(talk.analysis().facts().closedActively[1]);
        });
    }

    void trap23AHalfCloseMayLastAndDataForAClosedSocketDrawsARst()
    {
        const std::string half = opening + "a F. 1 ack 1 \n b . 1 ack 2 \n +2h b P. 1:1001 ack 2 \n";
        follows(half + "a . 2 ack 1001", opened + " FIN_WAIT_1 FIN_WAIT_2", accepted + " CLOSE_WAIT");
        follows(half + "a R 2", opened + " FIN_WAIT_1 FIN_WAIT_2 CLOSED", accepted + " CLOSE_WAIT CLOSED");
    }

    void trap24ACloseWaitWithoutAFinStaysOne()
    {
        Conversation talk;
        talk.play(opening + "a F. 1 ack 1 \n b . 1 ack 2 \n +10m b P. 1:11 ack 2");
        talk.finish();
        QCOMPARE(talk.course(Side::B), accepted + " CLOSE_WAIT");
        QCOMPARE(talk.found(FindingKind::NeverClosed).size(), 1U);
    }

    void trap26ARstsSenderIsClosedThoughNote3WouldHaveTimeWait()
    {
        Conversation talk;
        talk.play(opening + "a R. 1:12 ack 1"); // data in a RST is allowed (SHLD-2)
        QCOMPARE(talk.course(Side::A), opened + " CLOSED");
        QCOMPARE(talk.course(Side::B), accepted + " CLOSED");
        const Transition* step = talk.step(Side::A, TcpState::Closed); // CLOSED is where it began, too
        QVERIFY(transitionRow(step->rule).note.find("Note 3") != std::string_view::npos);
        follows("a S 0 \n b S. 0 ack 1 \n a R 1", "CLOSED SYN_SENT CLOSED", "LISTEN SYN_RECEIVED LISTEN");
    }

    void trap30ALateSegmentMayAssassinateTimeWait()
    {
        forEachInitialNumber([](Conversation& talk) {
            const SegmentId reset = talk.play(closing + "+1s b . 1 ack 2 \n a . 2 ack 2 \n b R 2");
            QCOMPARE(talk.course(Side::A), opened + " FIN_WAIT_1 FIN_WAIT_2 TIME_WAIT CLOSED");
            QCOMPARE(talk.analysis().timeWait(Side::A)->endedBy, reset);
            QCOMPARE(talk.found(FindingKind::TimeWaitAssassinated), std::vector{reset.value});
            const Transition& step = talk.analysis().transitions().back();
            QVERIFY(transitionRow(step.rule).note.find("RFC 1337") != std::string_view::npos);
        });
    }

    void trap31OnlyARepeatedFinStartsTimeWaitAgain()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.play(closing + "+1s b . 2 ack 2 \n a . 2 ack 2");
            QVERIFY(!talk.analysis().timeWait(Side::A)->restartedBy.isValid());
            talk.play("+1s b F. 1 ack 2 \n a . 2 ack 2");
            QCOMPARE(talk.analysis().timeWait(Side::A)->restartedBy, SegmentId(std::size_t{9}));
            QVERIFY(talk.found(FindingKind::KeepAlive).empty());
            QVERIFY(talk.found(FindingKind::DupAck).empty());
        });
    }

    void trap32TimeWaitStartsWithItsLastAckAndItsEndIsComputed()
    {
        Conversation talk;
        const SegmentId ack = talk.play(closing);
        const auto stay = talk.analysis().timeWait(Side::A);
        QCOMPARE(stay->lastAck, ack);
        QCOMPARE(timeBetween(stay->start, stay->endsAt(rfcTwoMsl)), std::optional<Duration>(240s));
        QCOMPARE(timeBetween(stay->start, stay->endsAt(linuxTwoMsl)), std::optional<Duration>(60s));
        QCOMPARE(courseWithTimers(talk.analysis(), linuxTwoMsl).back().transition.certainty, Certainty::Computed);
        QCOMPARE(talk.state(Side::A), TcpState::TimeWait); // never an observation
    }

    void trap33AFinWait2ThatEndsSilentlyIsNotSeenToEnd()
    {
        const std::string half = opening + "a F. 1 ack 1 \n b . 1 ack 2 \n";
        follows(half + "+90s b . 1 ack 2", opened + " FIN_WAIT_1 FIN_WAIT_2", accepted + " CLOSE_WAIT");
        follows(half + "+90s b F. 1 ack 2 \n a R 2", opened + " FIN_WAIT_1 FIN_WAIT_2 CLOSED",
            accepted + " CLOSE_WAIT LAST_ACK CLOSED");
    }
};

QTEST_APPLESS_MAIN(TestTrapsClosing)
#include "tst_traps_closing.moc"
