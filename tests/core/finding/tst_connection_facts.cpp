// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of a connection as a whole.
#include "tests/support/conversation.h"

#include <QTest>

using namespace tcpladder;
using namespace std::chrono_literals;

namespace {

std::function<void(Segment&)> announcing(std::uint16_t segmentSize, std::optional<std::uint8_t> scale)
{
    return [=](Segment& segment) {
        segment.options.maximumSegmentSize = segmentSize;
        segment.options.windowScale = scale;
    };
}

std::function<void(Segment&)> from(std::uint8_t timeToLive, ChecksumStatus status = ChecksumStatus::Good)
{
    return [=](Segment& segment) {
        segment.timeToLive = timeToLive;
        segment.checksumStatus = status;
    };
}

void close(Conversation& talk)
{
    talk.a({"FA", 1, 1});
    talk.b({"FA", 1, 2});
    talk.a({"A", 2, 2});
}

CapturePointVerdict placeOf(const Conversation& talk)
{
    return talk.analysis().facts().capturePoint;
}

constexpr auto byChecksums = CapturePointEvidence::Checksums;
constexpr auto byTimeToLive = CapturePointEvidence::TimeToLive;
constexpr auto byTimes = CapturePointEvidence::AnswerTimes;

} // namespace

class TestConnectionFacts : public QObject
{
    Q_OBJECT

private slots:
    void theSenderOfTheSynOpens()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            QCOMPARE(talk.analysis().facts().initiator, std::optional(Side::A));
            QCOMPARE(talk.analysis().facts().initiatorEvidence, InitiatorEvidence::SentSyn);
        });
    }

    void orWhoeverTheSynAckGoesTo()
    {
        Conversation talk;
        talk.b({"SA", 0, 1});
        QCOMPARE(talk.analysis().facts().initiator, std::optional(Side::A));
        QCOMPARE(talk.analysis().facts().initiatorEvidence, InitiatorEvidence::ReceivedSynAck);
    }

    void withoutAHandshakeNobodyKnows()
    {
        Conversation talk;
        talk.a({"A", 1, 1, 10});
        QCOMPARE(talk.analysis().facts().initiator, std::nullopt);
    }

    void aSimultaneousOpenHasNoInitiator()
    {
        Conversation talk;
        talk.a({"S"});
        talk.b({"S"});
        QCOMPARE(talk.analysis().facts().initiator, std::nullopt);
        QCOMPARE(talk.analysis().facts().initiatorEvidence, InitiatorEvidence::Both);
    }

    void theRoundTripRunsFromTheSynToTheAckOfItsAnswer()
    {
        Conversation talk;
        talk.a({"S"});
        talk.later(30ms).b({"SA", 0, 1});
        talk.later(2ms).a({"A", 1, 1});
        QCOMPARE(talk.analysis().facts().initialRoundTrip, std::optional<Duration>(34ms));
    }

    void announcementsStandForTheirSide()
    {
        Conversation talk;
        talk.with(announcing(1460, 7)).a({"S"});
        talk.with(announcing(1380, 9)).b({"SA", 0, 1});
        const ConnectionFacts& facts = talk.analysis().facts();
        QCOMPARE(facts.maximumSegmentSize[0], std::optional<std::uint16_t>(1460));
        QCOMPARE(facts.maximumSegmentSize[1], std::optional<std::uint16_t>(1380));
        QCOMPARE(facts.windowShift(Side::A), std::optional<std::uint8_t>(7));
        QCOMPARE(facts.windowShift(Side::B), std::optional<std::uint8_t>(9));
    }

    void aScaleThatOneSideLacksIsNotInForce()
    {
        Conversation talk;
        talk.with(announcing(1460, 7)).a({"S"});
        talk.with(announcing(1460, std::nullopt)).b({"SA", 0, 1});
        QCOMPARE(talk.analysis().facts().windowShift(Side::A), std::optional<std::uint8_t>(0));
    }

    void aScaleAboveFourteenCountsAsFourteen()
    {
        Conversation talk;
        talk.with(announcing(1460, 15)).a({"S"});
        talk.with(announcing(1460, 0)).b({"SA", 0, 1});
        QCOMPARE(talk.analysis().facts().windowShift(Side::A), std::optional<std::uint8_t>(14));
    }

    void bytesThatAreSentAgainAreCounted()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            talk.a({"A", 1, 1, 100});
            talk.later(300ms).a({"A", 1, 1, 100});
            talk.later(600ms).a({"A", 51, 1, 100}); // half of it is new
            QCOMPARE(talk.analysis().facts().repeatedBytes[0], 150U);
            QCOMPARE(talk.analysis().facts().repeatedBytes[1], 0U);
        });
    }

    void octetsThatArrivedUnseenAreCounted()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            talk.a({"A", 101, 1, 100});
            talk.b({"A", 1, 251});
            QCOMPARE(talk.analysis().facts().missingOctets[0], 150U);
            QVERIFY(!talk.analysis().facts().isWhole());
        });
    }

    void aConnectionFromSynToTimeWaitIsWhole()
    {
        Conversation talk;
        talk.shakeHands();
        QVERIFY(!talk.analysis().facts().isWhole());
        close(talk);
        QVERIFY(talk.analysis().facts().isWhole());
        QCOMPARE(talk.analysis().facts().close, CloseKind::ThreeSegments);
        QVERIFY(talk.analysis().facts().closedActively[0]);
        QVERIFY(!talk.analysis().facts().closedActively[1]);
    }

    void unfinishedChecksumsAreSeenOnTheirHost()
    {
        Conversation talk;
        talk.with(from(64, ChecksumStatus::Partial)).a({"S"});
        talk.with(from(64)).b({"SA", 0, 1});
        QCOMPARE(placeOf(talk), (CapturePointVerdict{CapturePoint::AtA, byChecksums}));
        talk.with(from(64, ChecksumStatus::Partial)).b({"A", 1, 1});
        QCOMPARE(placeOf(talk), (CapturePointVerdict{CapturePoint::AtBoth, byChecksums}));
    }

    void aTimeToLiveAsSentIsSeenBeforeTheFirstRouter()
    {
        Conversation atServer;
        atServer.with(from(115)).a({"S"});
        atServer.with(from(64)).b({"SA", 0, 1});
        QCOMPARE(placeOf(atServer), (CapturePointVerdict{CapturePoint::AtB, byTimeToLive}));
        Conversation between;
        between.with(from(60)).a({"S"});
        between.with(from(120)).b({"SA", 0, 1});
        QCOMPARE(placeOf(between), (CapturePointVerdict{CapturePoint::Between, byTimeToLive}));
    }

    void answersThatTakeNoTimeAreSeenAtTheirSender_data()
    {
        QTest::addColumn<int>("serverAnswer");
        QTest::addColumn<int>("clientAnswer");
        QTest::addColumn<int>("point");
        QTest::newRow("at the client") << 40'000 << 50 << int(CapturePoint::AtA);
        QTest::newRow("at the server") << 50 << 40'000 << int(CapturePoint::AtB);
        QTest::newRow("between") << 20'000 << 15'000 << int(CapturePoint::Between);
        QTest::newRow("no way at all") << 300 << 50 << int(CapturePoint::Unknown);
    }

    void answersThatTakeNoTimeAreSeenAtTheirSender()
    {
        QFETCH(int, serverAnswer);
        QFETCH(int, clientAnswer);
        QFETCH(int, point);
        Conversation talk;
        const Timestamp start{1000s};
        const auto at = [&](int microseconds) {
            return [=](Segment& segment) { segment.time = start + std::chrono::microseconds(microseconds); };
        };
        talk.with(at(0)).a({"S"});
        talk.with(at(serverAnswer)).b({"SA", 0, 1});
        talk.with(at(serverAnswer + clientAnswer)).a({"A", 1, 1});
        QCOMPARE(int(placeOf(talk).point), point);
        QCOMPARE(placeOf(talk).evidence == byTimes, placeOf(talk).point != CapturePoint::Unknown);
    }
};

QTEST_APPLESS_MAIN(TestConnectionFacts)
#include "tst_connection_facts.moc"
