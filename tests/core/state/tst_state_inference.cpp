// SPDX-License-Identifier: GPL-3.0-or-later
// What later segments prove, move or take back.
#include "tests/support/conversation.h"

#include <QTest>

using namespace tcpladder;
using namespace std::chrono_literals;

namespace {

std::function<void(Segment&)> stamped(std::uint32_t value, std::uint32_t echo)
{
    return [=](Segment& segment) { segment.options.timestamps = TcpTimestamps{value, echo}; };
}

std::function<void(Segment&)> identified(std::uint16_t identification)
{
    return [=](Segment& segment) { segment.ipIdentification = identification; };
}

void duplicateOfFin(Segment& segment)
{
    segment.options.sackBlocks[0] = {segment.acknowledgment - 1, segment.acknowledgment};
    segment.options.sackBlockCount = 1;
}

} // namespace

class TestStateInference : public QObject
{
    Q_OBJECT

private slots:
    void aSynAloneIsObservedAtItsSenderAndExpectedAtItsReceiver()
    {
        Conversation talk;
        talk.a({"S"});
        QCOMPARE(talk.course(Side::A), "CLOSED SYN_SENT");
        QCOMPARE(talk.step(Side::A, TcpState::SynSent)->certainty, Certainty::Observed);
        QCOMPARE(talk.step(Side::B, TcpState::SynReceived)->certainty, Certainty::Expected);
        QCOMPARE(talk.analysis().firstState(Side::A), TcpState::SynSent);
    }

    void aRepeatedSynStaysInSynSentAndTheLastCopyIsTheCause()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.a({"S"});
            const SegmentId second = talk.later(1s).a({"S"});
            talk.b({"SA", 0, 1});
            QCOMPARE(talk.course(Side::A), "CLOSED SYN_SENT ESTABLISHED");
            QCOMPARE(talk.step(Side::B, TcpState::SynReceived)->cause, second);
            QCOMPARE(talk.found(FindingKind::SynRetransmission), std::vector{second.value});
        });
    }

    void aRepeatedSynTakesBackTheSynAckThatWasLost()
    {
        Conversation talk;
        talk.a({"S"});
        talk.b({"SA", 0, 1});
        QCOMPARE(talk.state(Side::A), TcpState::Established);
        talk.later(1s).a({"S"});
        QCOMPARE(talk.state(Side::A), TcpState::SynSent);
        const SegmentId second = talk.b({"SA", 0, 1});
        talk.a({"A", 1, 1});
        QCOMPARE(talk.step(Side::A, TcpState::Established)->cause, second);
    }

    void aRepeatedSynAckTakesBackTheAckThatWasLost()
    {
        Conversation talk;
        talk.shakeHands();
        QCOMPARE(talk.state(Side::B), TcpState::Established);
        talk.later(1s).b({"SA", 0, 1});
        QCOMPARE(talk.state(Side::B), TcpState::SynReceived);
        const SegmentId again = talk.a({"A", 1, 1});
        QCOMPARE(talk.step(Side::B, TcpState::Established)->cause, again);
    }

    void dataEndsTheHandshakeWhereTheAckWasLost()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.a({"S"});
            talk.b({"SA", 0, 1});
            const SegmentId data = talk.a({"PA", 1, 1, 100});
            talk.b({"A", 1, 101});
            QCOMPARE(talk.step(Side::B, TcpState::Established)->cause, data);
            QCOMPARE(talk.step(Side::B, TcpState::Established)->certainty, Certainty::Proven);
        });
    }

    void aBareAckDoesNotMoveSynSent()
    {
        Conversation talk;
        talk.a({"S"});
        talk.b({"A", 0, 700});
        QCOMPARE(talk.state(Side::A), TcpState::SynSent);
        talk.with([](Segment& reset) { reset.sequence = SequenceNumber{1700}; }).a({"R"});
        QCOMPARE(talk.state(Side::A), TcpState::SynSent);
    }

    void aSynSentEndpointThatIsGoneAnswersTheSynAckWithRst()
    {
        Conversation talk;
        talk.a({"S"});
        talk.b({"SA", 0, 1});
        talk.a({"R", 1});
        QCOMPARE(talk.course(Side::A), "CLOSED SYN_SENT CLOSED");
    }

    void closeBeforeTheHandshakeEnds()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.a({"S"});
            talk.b({"SA", 0, 1});
            talk.b({"FA", 1, 1});
            QCOMPARE(talk.course(Side::B), "LISTEN SYN_RECEIVED FIN_WAIT_1");
        });
    }

    void aLostFinIsTakenBackAndItsRepetitionIsTheCause()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            talk.a({"FA", 1, 1});
            QCOMPARE(talk.state(Side::B), TcpState::CloseWait);
            talk.later(100ms).b({"PA", 1, 1, 10});
            QCOMPARE(talk.state(Side::B), TcpState::Established);
            const SegmentId again = talk.later(200ms).a({"FA", 1, 11});
            const SegmentId ack = talk.b({"A", 11, 2});
            const Transition* step = talk.step(Side::B, TcpState::CloseWait);
            QCOMPARE(step->cause, again);
            QCOMPARE(step->proof, ack);
            QVERIFY(step->corrected);
        });
    }

    void aFinThatWasUnderWayIsMovedBehindTheSegmentThatCrossedIt()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            const SegmentId fin = talk.a({"FA", 1, 1});
            const SegmentId crossing = talk.b({"PA", 1, 1, 10});
            const Transition* step = talk.step(Side::B, TcpState::CloseWait);
            QVERIFY(step);
            QCOMPARE(step->cause, fin);
            QCOMPARE(step->after, crossing);
            QCOMPARE(step->certainty, Certainty::Expected);
        });
    }

    void aFinWithDataCountsBehindItsData()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            talk.a({"FA", 1, 1, 9211});
            talk.b({"A", 1, 9212}); // the data, not the FIN
            QCOMPARE(talk.state(Side::A), TcpState::FinWait1);
            talk.b({"A", 1, 9213});
            QCOMPARE(talk.state(Side::A), TcpState::FinWait2);
        });
    }

    void aFinThatCoversOursGoesStraightToTimeWait()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            talk.a({"FA", 1, 1});
            talk.b({"FA", 1, 2});
            talk.a({"A", 2, 2});
            QCOMPARE(talk.course(Side::A), "CLOSED SYN_SENT ESTABLISHED FIN_WAIT_1 TIME_WAIT");
        });
    }

    void aRepeatedFinTakesBackLastAckToClosed()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            talk.a({"FA", 1, 1});
            talk.b({"FA", 1, 2});
            talk.a({"A", 2, 2});
            QCOMPARE(talk.state(Side::B), TcpState::Closed);
            const SegmentId again = talk.later(300ms).b({"FA", 1, 2});
            QCOMPARE(talk.state(Side::B), TcpState::LastAck);
            talk.a({"A", 2, 2});
            QCOMPARE(talk.state(Side::B), TcpState::Closed);
            QCOMPARE(talk.found(FindingKind::FinRetransmission), std::vector{again.value});
        });
    }

    void theEchoTellsWhichCopyOfTheFinArrived()
    {
        // B's first FIN crossed ours: CLOSING. Its later copies, which cover ours, came to TIME_WAIT.
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            talk.with(stamped(100, 50)).a({"FA", 1, 1});
            talk.with(stamped(60, 90)).b({"FA", 1, 1});
            talk.with(stamped(65, 100)).b({"A", 2, 2});
            talk.later(400ms).with(stamped(465, 100)).b({"FA", 1, 2});
            talk.with(stamped(501, 65)).a({"A", 2, 2});
            QCOMPARE(talk.course(Side::A), "CLOSED SYN_SENT ESTABLISHED FIN_WAIT_1 CLOSING TIME_WAIT");
        });
    }

    void aDsackOfTheFinTellsOfAnEarlierCopy()
    {
        Conversation talk;
        talk.shakeHands();
        const SegmentId first = talk.b({"FA", 1, 1});
        talk.later(300ms).b({"FA", 1, 1});
        talk.with(duplicateOfFin).a({"A", 2, 2}); // its first ACK was lost, and so was the FIN that it counts
        talk.a({"FA", 1, 2});
        QCOMPARE(talk.course(Side::A), "CLOSED SYN_SENT ESTABLISHED CLOSE_WAIT LAST_ACK");
        QCOMPARE(talk.step(Side::A, TcpState::CloseWait)->cause, first);
    }

    void anAckThatCountsAnUnseenFinShowsASimultaneousClose()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            talk.a({"FA", 1, 1});
            talk.b({"A", 2, 2}); // SEQ is behind a FIN that was lost before the capture point
            talk.later(200ms).b({"FA", 1, 2});
            talk.a({"A", 2, 2});
            QCOMPARE(talk.course(Side::B), "LISTEN SYN_RECEIVED ESTABLISHED FIN_WAIT_1 CLOSING TIME_WAIT");
        });
    }

    void whatTimeWaitSendsShowsThatTheAckOvertookTheFin()
    {
        Conversation talk;
        talk.with(identified(7)).a({"S"});
        talk.b({"SA", 0, 1});
        talk.with(identified(8)).a({"A", 1, 1});
        talk.with(identified(9)).a({"FA", 1, 1});
        talk.b({"FA", 1, 1});
        talk.b({"A", 2, 2});
        talk.later(10ms).with(identified(0)).a({"A", 2, 2});
        QCOMPARE(talk.course(Side::A), "CLOSED SYN_SENT ESTABLISHED FIN_WAIT_1 FIN_WAIT_2 TIME_WAIT");
    }

    void aMidstreamStartIsAtLeastEstablishedOnceASideSpeaks()
    {
        Conversation talk;
        talk.a({"PA", 100, 200, 10});
        QCOMPARE(talk.course(Side::A), "UNKNOWN ESTABLISHED");
        QCOMPARE(talk.state(Side::B), TcpState::Unknown);
        talk.b({"A", 200, 110});
        QCOMPARE(talk.course(Side::B), "UNKNOWN ESTABLISHED");
        QCOMPARE(talk.step(Side::B, TcpState::Established)->certainty, Certainty::Assumed);
        QVERIFY(!talk.analysis().facts().initiator);
        QCOMPARE(talk.found(FindingKind::MidstreamStart).size(), 1U);
    }

    void aSynAckWithoutItsSynOpensFromUnknown()
    {
        Conversation talk;
        talk.b({"SA", 0, 1});
        talk.a({"A", 1, 1});
        QCOMPARE(talk.course(Side::B), "UNKNOWN SYN_RECEIVED ESTABLISHED");
        QCOMPARE(talk.course(Side::A), "UNKNOWN SYN_SENT ESTABLISHED");
        QCOMPARE(talk.analysis().facts().initiator, std::optional(Side::A));
    }

    void aRefusedSynLeavesBothClosed()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.a({"S"});
            talk.b({"RA", 0, 1});
            QCOMPARE(talk.course(Side::A), "CLOSED SYN_SENT CLOSED");
            QCOMPARE(talk.course(Side::B), "UNKNOWN CLOSED");
            QCOMPARE(talk.analysis().facts().close, CloseKind::Refused);
        });
    }

    void aRstThatDoesNotCoverOurSynIsIgnored()
    {
        Conversation talk;
        talk.a({"S"});
        talk.b({"RA", 0, 77});
        QCOMPARE(talk.state(Side::A), TcpState::SynSent);
    }

    void aRstBehindAPassiveOpenLeadsBackToListen()
    {
        Conversation talk;
        talk.a({"S"});
        talk.b({"SA", 0, 1});
        talk.later(30s).a({"R", 1});
        QCOMPARE(talk.course(Side::B), "LISTEN SYN_RECEIVED LISTEN");
    }

    void aRstThatTheReceiverSurvivesIsTakenBack()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            const SegmentId reset = talk.a({"R", 500});
            talk.b({"A", 1, 1}); // challenge ACK
            QCOMPARE(talk.state(Side::B), TcpState::Established);
            talk.a({"PA", 1, 1, 5});
            QCOMPARE(talk.state(Side::A), TcpState::Established);
            talk.b({"A", 1, 6});
            QVERIFY(
                talk.found(FindingKind::RstIgnored).empty() || talk.found(FindingKind::RstIgnored)[0] == reset.value);
        });
    }

    void aRstInAnswerToAFinShowsThatNobodyWasThereForIt()
    {
        Conversation talk;
        talk.shakeHands();
        talk.later(1s).a({"FA", 1, 1});
        talk.b({"R", 1});
        QCOMPARE(talk.course(Side::B), "LISTEN SYN_RECEIVED ESTABLISHED CLOSED");
    }

    void aWrongChecksumMovesOnlyItsSender()
    {
        Conversation talk;
        talk.shakeHands();
        talk.with([](Segment& broken) { broken.checksumStatus = ChecksumStatus::Bad; }).a({"FA", 1, 1});
        QCOMPARE(talk.state(Side::A), TcpState::FinWait1);
        QCOMPARE(talk.state(Side::B), TcpState::Established);
    }

    void anOffloadedChecksumIsNoWrongOne()
    {
        Conversation talk;
        talk.shakeHands();
        talk.with([](Segment& partial) { partial.checksumStatus = ChecksumStatus::Partial; }).a({"FA", 1, 1});
        QCOMPARE(talk.state(Side::B), TcpState::CloseWait);
    }

    void wrongChecksumsFromTheFirstOnMeanNothing()
    {
        Conversation talk;
        const auto broken = [](Segment& segment) { segment.checksumStatus = ChecksumStatus::Bad; };
        talk.with(broken).a({"S"});
        talk.with(broken).b({"SA", 0, 1});
        talk.with(broken).a({"A", 1, 1});
        QCOMPARE(talk.course(Side::A), "CLOSED SYN_SENT ESTABLISHED");
        QCOMPARE(talk.course(Side::B), "LISTEN SYN_RECEIVED ESTABLISHED");
    }

    void aFinThatTheSenderGoesOnBehindIsForgotten()
    {
        Conversation talk;
        talk.shakeHands();
        talk.a({"FA", 1, 1});
        talk.b({"A", 1, 1});
        talk.a({"PA", 1, 1, 1000});
        talk.b({"A", 1, 1001});
        QCOMPARE(talk.state(Side::B), TcpState::Established);
    }

    void aHalfCloseStaysAsLongAsItLasts()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            const SegmentId fin = talk.a({"FA", 1, 1});
            talk.b({"A", 1, 2});
            talk.b({"PA", 1, 2, 1000});
            talk.a({"A", 2, 1001});
            QCOMPARE(talk.state(Side::A), TcpState::FinWait2);
            QCOMPARE(talk.state(Side::B), TcpState::CloseWait);
            QCOMPARE(talk.found(FindingKind::HalfClose), std::vector{fin.value});
        });
    }
};

QTEST_APPLESS_MAIN(TestStateInference)
#include "tst_state_inference.moc"
