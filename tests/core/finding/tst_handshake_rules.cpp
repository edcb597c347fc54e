// SPDX-License-Identifier: GPL-3.0-or-later
// How connections open: by one side, by both, with data, on used ports, or before the capture began.
#include "core/finding/handshake_rules.h"
#include "tests/support/conversation.h"

#include <QTest>

#include <utility>

using namespace tcpladder;
using namespace std::chrono_literals;

namespace {

std::vector<std::uint32_t> only(SegmentId segment)
{
    return {segment.value};
}

std::function<void(Segment&)> withCookie(std::uint8_t length)
{
    return [length](Segment& segment) { segment.options.fastOpenCookieLength = length; };
}

std::vector<int> fastOpenVariants(const Conversation& talk)
{
    std::vector<int> variants;
    for (const Finding& finding : talk.findings())
        if (finding.kind == FindingKind::FastOpen)
            variants.push_back(finding.variant);
    return variants;
}

std::vector<int> asNumbers(std::initializer_list<FastOpenVariant> variants)
{
    std::vector<int> numbers;
    for (const FastOpenVariant variant : variants)
        numbers.push_back(std::to_underlying(variant));
    return numbers;
}

} // namespace

class TestHandshakeRules : public QObject
{
    Q_OBJECT

private slots:
    void anOrdinaryHandshakeIsNothingToTell()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            QVERIFY(talk.findings().empty());
        });
    }

    void aConnectionWithoutItsSynBeganBeforeTheCapture()
    {
        forEachInitialNumber([](Conversation& talk) {
            const SegmentId first = talk.a({"A", 1, 1, 10});
            talk.b({"A", 1, 11});
            QCOMPARE(talk.found(FindingKind::MidstreamStart), only(first));
        });
    }

    void octetsFromBeforeTheCaptureAreNoNews()
    {
        Conversation late;
        late.a({"A", 101, 1, 100});
        const SegmentId overtaken = late.a({"A", 1, 1, 100});
        QCOMPARE(late.found(FindingKind::OutOfOrder), only(overtaken));
        Conversation repeated;
        repeated.a({"A", 101, 1, 100});
        const SegmentId again = repeated.later(300ms).a({"A", 1, 1, 100});
        QCOMPARE(repeated.found(FindingKind::RtoRetransmission), only(again));
        QCOMPARE(int(repeated.finding(FindingKind::RtoRetransmission)->variant), 2);
    }

    void aSynThatComesBehindItsAnswerIsOvertakenNotRepeated()
    {
        Conversation talk;
        talk.b({"SA", 0, 1});
        QCOMPARE(talk.judge(Side::A, {"S"}), IncarnationVerdict::Same);
        talk.a({"A", 1, 1});
        QCOMPARE(talk.judge(Side::A, {"S"}), IncarnationVerdict::Same);
        QCOMPARE(talk.judge(Side::A, {"S", 999}), IncarnationVerdict::Same);
        talk.a({"S"});
        QVERIFY(talk.found(FindingKind::SynRetransmission).empty());
        QVERIFY(talk.found(FindingKind::HalfOpen).empty());
    }

    void aSynSentAgainNamesTheFirst()
    {
        forEachInitialNumber([](Conversation& talk) {
            const SegmentId first = talk.a({"S"});
            const SegmentId again = talk.later(1s).a({"S"});
            QCOMPARE(talk.found(FindingKind::SynRetransmission), only(again));
            QCOMPARE(talk.finding(FindingKind::SynRetransmission)->related, first);
        });
    }

    void synAcksOfASimultaneousOpenAreNoRepetitions()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.a({"S"});
            const SegmentId crossing = talk.b({"S"});
            talk.a({"SA", 0, 1});
            talk.b({"SA", 0, 1});
            QCOMPARE(talk.found(FindingKind::SimultaneousOpen), only(crossing));
            QVERIFY(talk.found(FindingKind::SynRetransmission).empty());
        });
    }

    void aSynInAConnectionIsHalfOpenAndDrawsAChallenge()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            talk.a({"A", 1, 1, 10});
            talk.b({"A", 1, 11});
            const SegmentId strange = talk.a({"S", 70000});
            const SegmentId challenge = talk.b({"A", 1, 11});
            QCOMPARE(talk.found(FindingKind::HalfOpen), only(strange));
            QCOMPARE(talk.found(FindingKind::ChallengeAck), only(challenge));
            QCOMPARE(talk.finding(FindingKind::ChallengeAck)->related, strange);
        });
    }

    void aResetThatAcknowledgesAStrangeSynRefusesANewConnection()
    {
        Conversation talk;
        talk.shakeHands();
        talk.a({"S", 70000});
        QCOMPARE(talk.judge(Side::B, {"RA", 0, 70001}), IncarnationVerdict::NewSinceEarlier);
        QCOMPARE(talk.judge(Side::B, {"RA", 1, 1}), IncarnationVerdict::Same);
    }

    void aSynInTimeWaitIsTold()
    {
        Conversation talk;
        talk.shakeHands();
        talk.a({"A", 1, 1, 5000});
        talk.a({"FA", 5001, 1});
        talk.b({"FA", 1, 5002});
        talk.a({"A", 5002, 2});
        const SegmentId old = talk.later(1s).b({"S", 0xfffffff0});
        QCOMPARE(talk.found(FindingKind::SynInTimeWait), only(old));
        const SegmentId ack = talk.a({"A", 5002, 2});
        QCOMPARE(talk.found(FindingKind::ChallengeAck), only(ack));
    }

    void aCookieIsAskedForAndGranted()
    {
        Conversation talk;
        talk.with(withCookie(0)).a({"S"});
        talk.with(withCookie(8)).b({"SA", 0, 1});
        QCOMPARE(fastOpenVariants(talk), asNumbers({FastOpenVariant::AsksForCookie, FastOpenVariant::CookieGranted}));
    }

    void dataInTheSynAreTaken()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.with(withCookie(8)).a({"S", 0, 0, 50});
            talk.b({"SA", 0, 51});
            QCOMPARE(fastOpenVariants(talk), asNumbers({FastOpenVariant::Data, FastOpenVariant::DataTaken}));
        });
    }

    void orRefused()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.with(withCookie(8)).a({"S", 0, 0, 50});
            talk.b({"SA", 0, 1});
            const SegmentId again = talk.a({"A", 1, 1, 50});
            QCOMPARE(fastOpenVariants(talk), asNumbers({FastOpenVariant::Data, FastOpenVariant::DataRefused}));
            QCOMPARE(talk.found(FindingKind::RtoRetransmission), only(again));
        });
    }

    void aMalformedHeaderIsDroppedByItsReceiver()
    {
        Conversation talk;
        talk.shakeHands();
        talk.with([](Segment& segment) { segment.hasMalformedHeader = true; }).a({"S", 70000});
        QVERIFY(talk.findings().empty());
        QCOMPARE(talk.state(Side::A), TcpState::Established);
    }
};

QTEST_APPLESS_MAIN(TestHandshakeRules)
#include "tst_handshake_rules.moc"
