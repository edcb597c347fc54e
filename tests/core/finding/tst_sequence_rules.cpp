// SPDX-License-Identifier: GPL-3.0-or-later
// What repeats, overtakes, probes or acknowledges; each conversation again where the numbers wrap.
#include "tests/support/conversation.h"

#include <QTest>

using namespace tcpladder;
using namespace std::chrono_literals;

namespace {

const auto closedWindow = [](Segment& segment) { segment.window = 0; };

std::vector<std::uint32_t> only(SegmentId segment)
{
    return {segment.value};
}

} // namespace

class TestSequenceRules : public QObject
{
    Q_OBJECT

private slots:
    void aRepetitionBehindThreeDuplicateAcksIsFast()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            for (std::uint32_t from = 1; from < 500; from += 100)
                talk.a({"A", from, 1, 100});
            talk.b({"A", 1, 101});
            for (int i = 0; i < 3; ++i)
                talk.b({"A", 1, 101});
            const SegmentId again = talk.a({"A", 101, 1, 100});
            QCOMPARE(talk.found(FindingKind::DupAck).size(), 3U);
            QCOMPARE(talk.found(FindingKind::FastRetransmission), only(again));
        });
    }

    void aRepetitionWithoutThemIsTheTimers()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            talk.a({"A", 1, 1, 100});
            const SegmentId again = talk.later(300ms).a({"A", 1, 1, 100});
            QCOMPARE(talk.found(FindingKind::RtoRetransmission), only(again));
        });
    }

    void theSecondRepetitionInARecoveryIsTheTimers()
    {
        Conversation talk;
        talk.shakeHands();
        for (std::uint32_t from = 1; from < 500; from += 100)
            talk.a({"A", from, 1, 100});
        for (int i = 0; i < 4; ++i)
            talk.b({"A", 1, 101});
        talk.a({"A", 101, 1, 100});
        const SegmentId again = talk.later(400ms).a({"A", 101, 1, 100});
        QCOMPARE(talk.found(FindingKind::RtoRetransmission), only(again));
    }

    void aRepetitionOfWhatWasAcknowledgedIsSpurious()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            talk.a({"A", 1, 1, 100});
            talk.b({"A", 1, 101});
            const SegmentId again = talk.later(300ms).a({"A", 1, 1, 100});
            QCOMPARE(talk.found(FindingKind::SpuriousRetransmission), only(again));
        });
    }

    void anOvertakenSegmentIsNoRepetition()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            talk.a({"A", 101, 1, 100});
            const SegmentId late = talk.a({"A", 1, 1, 100});
            QCOMPARE(talk.found(FindingKind::OutOfOrder), only(late));
            QVERIFY(talk.found(FindingKind::RtoRetransmission).empty());
        });
    }

    void aHoleThatIsFilledLateWasLostBeforeTheTap()
    {
        Conversation talk;
        talk.shakeHands();
        talk.a({"A", 101, 1, 100});
        const SegmentId again = talk.later(300ms).a({"A", 1, 1, 100});
        QCOMPARE(talk.found(FindingKind::RtoRetransmission), only(again));
    }

    void anAckOfOctetsThatWereNeverSeenIsTold()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            talk.a({"A", 1, 1, 100});
            const SegmentId ack = talk.b({"A", 1, 301});
            QCOMPARE(talk.found(FindingKind::AckOfUnseen), only(ack));
            talk.a({"A", 301, 1, 100});
            QVERIFY(talk.found(FindingKind::OutOfOrder).empty());
        });
    }

    void aHoleThatIsAcknowledgedWasNotCaptured()
    {
        Conversation talk;
        talk.shakeHands();
        const SegmentId behind = talk.a({"A", 101, 1, 100});
        talk.b({"A", 1, 201});
        QCOMPARE(talk.found(FindingKind::SegmentNotCaptured), only(behind));
    }

    void aKeepAliveIsNoRepetition()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            talk.a({"A", 1, 1, 100});
            talk.b({"A", 1, 101});
            const SegmentId probe = talk.later(60s).a({"A", 100, 1});
            const SegmentId answer = talk.b({"A", 1, 101});
            QCOMPARE(talk.found(FindingKind::KeepAlive), only(probe));
            QCOMPARE(talk.found(FindingKind::KeepAliveAck), only(answer));
            QVERIFY(talk.found(FindingKind::DupAck).empty());
        });
    }

    void aProbeOfAClosedWindowIsNoKeepAlive()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            talk.a({"A", 1, 1, 100});
            const SegmentId closed = talk.with(closedWindow).b({"A", 1, 101});
            const SegmentId probe = talk.later(200ms).a({"A", 100, 1}); // as Linux does it
            const SegmentId answer = talk.with(closedWindow).b({"A", 1, 101});
            const SegmentId octet = talk.later(400ms).a({"A", 101, 1, 1}); // as RFC 9293 3.8.6.1 has it
            const SegmentId refusal = talk.with(closedWindow).b({"A", 1, 101});
            const SegmentId open = talk.b({"A", 1, 101});
            QCOMPARE(talk.found(FindingKind::ZeroWindow), only(closed));
            QCOMPARE(talk.found(FindingKind::ZeroWindowProbe), (std::vector{probe.value, octet.value}));
            QCOMPARE(talk.found(FindingKind::ZeroWindowProbeAck), (std::vector{answer.value, refusal.value}));
            QCOMPARE(talk.found(FindingKind::WindowUpdate), only(open));
            QVERIFY(talk.found(FindingKind::KeepAlive).empty());
            talk.a({"A", 101, 1, 100});
            QVERIFY(talk.found(FindingKind::SpuriousRetransmission).empty());
        });
    }

    void theSegmentThatFillsTheWindowIsTold()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            talk.b({"A", 1, 1});
            talk.a({"A", 1, 1, 999});
            QVERIFY(talk.found(FindingKind::WindowFull).empty());
            const SegmentId last = talk.a({"A", 1000, 1, 1});
            QCOMPARE(talk.found(FindingKind::WindowFull), only(last));
        });
    }

    void aPacketFromTwoTapsCountsOnce()
    {
        Conversation talk;
        talk.shakeHands();
        const auto first = [](Segment& segment) { segment.ipIdentification = 9, segment.timeToLive = 64; };
        const auto routed = [](Segment& segment) { segment.ipIdentification = 9, segment.timeToLive = 63; };
        talk.with(first).a({"A", 1, 1, 100});
        const SegmentId twin = talk.with(routed).a({"A", 1, 1, 100});
        QCOMPARE(talk.found(FindingKind::CapturedTwice), only(twin));
        QVERIFY(talk.found(FindingKind::RtoRetransmission).empty());
    }

    void aDsackIsNoDuplicateAck()
    {
        Conversation talk;
        talk.shakeHands();
        talk.a({"A", 1, 1, 100});
        talk.b({"A", 1, 101});
        talk.later(300ms).a({"A", 1, 1, 100});
        const auto twice = [](Segment& segment) {
            segment.options.sackBlocks[0] = {segment.acknowledgment - 100, segment.acknowledgment};
            segment.options.sackBlockCount = 1;
        };
        const SegmentId ack = talk.with(twice).b({"A", 1, 101});
        QCOMPARE(talk.found(FindingKind::Dsack), only(ack));
        QVERIFY(talk.found(FindingKind::DupAck).empty());
    }

    void aRepetitionWithNewOctetsIsBoth()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            talk.a({"A", 1, 1, 100});
            const SegmentId both = talk.later(300ms).a({"A", 51, 1, 100});
            talk.b({"A", 1, 151});
            QCOMPARE(talk.found(FindingKind::RtoRetransmission), only(both));
            QVERIFY(talk.found(FindingKind::AckOfUnseen).empty());
        });
    }

    void whatFillsAHoleLateWasLostBeforeTheCapture()
    {
        Conversation talk;
        talk.shakeHands();
        const SegmentId behind = talk.a({"A", 101, 1, 100});
        talk.later(300ms).a({"A", 1, 1, 100});
        QCOMPARE(int(talk.finding(FindingKind::RtoRetransmission)->variant), 1);
        QCOMPARE(talk.finding(FindingKind::RtoRetransmission)->related, behind);
    }

    void anOlderTimestampShowsThatASegmentWasOvertaken()
    {
        const auto stamped = [](std::uint32_t value) {
            return [value](Segment& segment) { segment.options.timestamps = TcpTimestamps{value, 0}; };
        };
        Conversation talk;
        talk.shakeHands();
        talk.with(stamped(20)).a({"A", 101, 1, 100});
        const SegmentId late = talk.later(300ms).with(stamped(19)).a({"A", 1, 1, 100});
        QCOMPARE(talk.found(FindingKind::OutOfOrder), only(late));
        QVERIFY(talk.found(FindingKind::RtoRetransmission).empty());
    }

    void aBareAckTellsHowFarItsSenderHasCome()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            talk.a({"A", 101, 1}); // and not 1
            const SegmentId late = talk.a({"A", 1, 1, 100});
            QCOMPARE(talk.found(FindingKind::OutOfOrder), only(late));
        });
    }

    void aSackBlockMakesADuplicateAckThoughTheOtherSideIsNotCaptured()
    {
        const auto block = [](Segment& segment) {
            segment.options.sackBlocks[0] = {segment.acknowledgment + 100, segment.acknowledgment + 200};
            segment.options.sackBlockCount = 1;
        };
        forEachInitialNumber([&](Conversation& talk) {
            talk.a({"A", 1, 1});
            talk.a({"A", 1, 101});
            const SegmentId duplicate = talk.with(block).a({"A", 1, 101});
            QCOMPARE(talk.found(FindingKind::DupAck), only(duplicate));
            QVERIFY(talk.found(FindingKind::AckOfUnseen).empty());
        });
    }

    void anAckWithNothingUnderWayIsNoDuplicate()
    {
        Conversation talk;
        talk.shakeHands();
        talk.a({"A", 1, 1, 100});
        talk.b({"A", 1, 101});
        talk.b({"A", 1, 101});
        QVERIFY(talk.found(FindingKind::DupAck).empty());
    }

    void theWindowOfASynIsNotScaled()
    {
        const auto scaled = [](Segment& segment) { segment.options.windowScale = 7; };
        Conversation talk;
        talk.with(scaled).a({"S"});
        talk.with(scaled).b({"SA", 0, 1});
        const SegmentId update = talk.b({"A", 1, 1}); // 1000 again, but times 128
        QCOMPARE(talk.found(FindingKind::WindowUpdate), only(update));
        QCOMPARE(talk.finding(FindingKind::WindowUpdate)->values[0], 128000U);
        QCOMPARE(talk.finding(FindingKind::WindowUpdate)->values[1], 1000U);
    }

    void aWindowWithRoomForMoreWasNotFull()
    {
        const auto scaled = [](Segment& segment) { segment.options.windowScale = 4; };
        const auto small = [](Segment& segment) { segment.window = 10; };
        Conversation talk;
        talk.with(scaled).a({"S"});
        talk.with(scaled).b({"SA", 0, 1});
        talk.with(small).b({"A", 1, 1});
        const SegmentId nearly = talk.a({"A", 1, 1, 150});
        QCOMPARE(talk.found(FindingKind::WindowFull), only(nearly));
        const SegmentId last = talk.a({"A", 151, 1, 10});
        QCOMPARE(talk.found(FindingKind::WindowFull), only(last));
    }

    void oneOctetSentAgainSoonIsNoKeepAlive()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            talk.a({"A", 1, 1, 1});
            talk.b({"A", 1, 2});
            const SegmentId again = talk.later(250ms).a({"A", 1, 1, 1});
            QVERIFY(talk.found(FindingKind::KeepAlive).empty());
            QCOMPARE(talk.found(FindingKind::SpuriousRetransmission), only(again));
        });
    }

    void anAckThatItsFinHasOvertakenIsNoKeepAlive()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            talk.a({"FA", 1, 1});
            talk.b({"A", 1, 2});
            talk.a({"A", 1, 1});
            QVERIFY(talk.found(FindingKind::KeepAlive).empty());
        });
    }

    void anOpenConnectionIsNeverClosedAtTheEnd()
    {
        Conversation talk;
        talk.shakeHands();
        talk.finish();
        QCOMPARE(talk.found(FindingKind::NeverClosed).size(), 1U);
    }
};

QTEST_APPLESS_MAIN(TestSequenceRules)
#include "tst_sequence_rules.moc"
