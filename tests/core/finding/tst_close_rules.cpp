// SPDX-License-Identifier: GPL-3.0-or-later
// How connections end: FINs and their order, resets and their reasons, what is left open.
#include "core/finding/reset_rules.h"
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

void compareReset(const Conversation& talk, SegmentId segment, ResetReason reason)
{
    QCOMPARE(talk.found(FindingKind::Rst), only(segment));
    QCOMPARE(int(talk.finding(FindingKind::Rst)->variant), int(std::to_underlying(reason)));
}

} // namespace

class TestCloseRules : public QObject
{
    Q_OBJECT

private slots:
    void aFinWithTheAckOfTheOtherMakesThreeSegments()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            const SegmentId first = talk.a({"FA", 1, 1});
            const SegmentId second = talk.b({"FA", 1, 2});
            talk.a({"A", 2, 2});
            QCOMPARE(talk.found(FindingKind::ThreeSegmentClose), only(second));
            QCOMPARE(talk.finding(FindingKind::ThreeSegmentClose)->related, first);
            QVERIFY(talk.found(FindingKind::SimultaneousClose).empty());
        });
    }

    void aFinBehindItsAckMakesFour()
    {
        Conversation talk;
        talk.shakeHands();
        talk.a({"FA", 1, 1});
        talk.b({"A", 1, 2});
        talk.b({"FA", 1, 2});
        talk.a({"A", 2, 2});
        QVERIFY(talk.found(FindingKind::ThreeSegmentClose).empty());
        QCOMPARE(talk.analysis().facts().close, CloseKind::FourSegments);
    }

    void finsThatCrossAreToldAtBoth()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            const SegmentId a = talk.a({"FA", 1, 1});
            const SegmentId b = talk.b({"FA", 1, 1});
            QCOMPARE(talk.found(FindingKind::SimultaneousClose), (std::vector{a.value, b.value}));
        });
    }

    void anAckShortOfTheFinIsToldOnce()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            talk.a({"FA", 1, 1});
            const SegmentId early = talk.b({"A", 1, 1});
            talk.b({"A", 1, 1, 10});
            QCOMPARE(talk.found(FindingKind::AckDoesNotCoverFin), only(early));
        });
    }

    void dataThatTheCloserStillTakesMakeAHalfClose()
    {
        forEachInitialNumber([](Conversation& talk) {
            talk.shakeHands();
            const SegmentId fin = talk.a({"FA", 1, 1});
            talk.b({"A", 1, 2});
            const SegmentId data = talk.b({"A", 1, 2, 100});
            talk.a({"A", 2, 1}); // sent before they came
            QVERIFY(talk.found(FindingKind::HalfClose).empty());
            talk.a({"A", 2, 101});
            QCOMPARE(talk.found(FindingKind::HalfClose), only(fin));
            QCOMPARE(talk.finding(FindingKind::HalfClose)->related, data);
        });
    }

    void dataThatCrossTheFinMakeNone()
    {
        Conversation talk;
        talk.shakeHands();
        talk.a({"FA", 1, 1});
        talk.b({"A", 1, 1, 100});
        talk.a({"A", 2, 101});
        QVERIFY(talk.found(FindingKind::HalfClose).empty());
    }

    void dataForASocketThatIsGoneAreReset()
    {
        Conversation talk;
        talk.shakeHands();
        talk.a({"FA", 1, 1});
        talk.b({"A", 1, 2});
        const SegmentId data = talk.b({"A", 1, 2, 100});
        const SegmentId reset = talk.a({"R", 2});
        compareReset(talk, reset, ResetReason::ClosedSocket);
        QCOMPARE(talk.finding(FindingKind::Rst)->related, data);
        QVERIFY(talk.found(FindingKind::HalfClose).empty());
    }

    void anAbortIsItsSendersOwnWill()
    {
        Conversation talk;
        talk.shakeHands();
        talk.b({"A", 1, 1, 10});
        compareReset(talk, talk.a({"RA", 1, 11}), ResetReason::Abort);
    }

    void aResetWithTheNumberThatWasAcknowledgedAnswersThatSegment()
    {
        Conversation talk;
        talk.a({"A", 1, 1, 10});
        const SegmentId answered = talk.a({"A", 11, 1, 10});
        const SegmentId reset = talk.b({"R", 1});
        compareReset(talk, reset, ResetReason::NoConnection);
        QCOMPARE(talk.finding(FindingKind::Rst)->related, answered);
    }

    void aStrangeAckInSynSentIsReset()
    {
        Conversation talk;
        const SegmentId syn = talk.a({"S"});
        const SegmentId ack = talk.b({"A", 500, 900});
        const SegmentId reset = talk.a({"R", 900});
        compareReset(talk, reset, ResetReason::StrangeAck);
        QCOMPARE(talk.found(FindingKind::HalfOpen), only(ack));
        QCOMPARE(talk.finding(FindingKind::HalfOpen)->related, syn);
    }

    void aResetBehindKeepAlivesWithoutAnswerGivesUp()
    {
        Conversation talk;
        talk.shakeHands();
        talk.b({"A", 1, 1});
        talk.later(60s).a({"A", 0, 1});
        compareReset(talk, talk.later(75s).a({"RA", 1, 1}), ResetReason::Silence);
    }

    void aSynAnsweredByResetIsRefused()
    {
        forEachInitialNumber([](Conversation& talk) {
            const SegmentId syn = talk.a({"S"});
            const SegmentId reset = talk.b({"RA", 0, 1});
            QCOMPARE(talk.found(FindingKind::Refused), only(reset));
            QCOMPARE(talk.finding(FindingKind::Refused)->related, syn);
            QVERIFY(talk.found(FindingKind::Rst).empty());
        });
    }

    void aResetFromWhereSomethingElseCameRefusesNothing()
    {
        Conversation talk;
        talk.a({"S"});
        talk.b({"A", 500, 900});
        const SegmentId reset = talk.b({"R", 500});
        QVERIFY(talk.found(FindingKind::Refused).empty());
        QCOMPARE(talk.found(FindingKind::Rst), only(reset));
    }

    void aForgedRefusalIsTakenBackWhenTheClientGoesOn()
    {
        Conversation talk;
        talk.a({"S"});
        const SegmentId forged = talk.with([](Segment& segment) { segment.sequence = {0}; }).b({"RA", 0, 1});
        QCOMPARE(talk.found(FindingKind::Refused), only(forged));
        talk.later(1s).b({"SA", 0, 1});
        talk.a({"A", 1, 1});
        QVERIFY(talk.found(FindingKind::Refused).empty());
        QCOMPARE(talk.found(FindingKind::RstIgnored), only(forged));
        QVERIFY(talk.found(FindingKind::SegmentNotCaptured).empty());
    }

    void aResetInTimeWaitMayEndIt()
    {
        Conversation talk;
        talk.shakeHands();
        talk.a({"FA", 1, 1});
        talk.b({"FA", 1, 2});
        talk.a({"A", 2, 2});
        const SegmentId reset = talk.later(1s).b({"R", 2});
        QCOMPARE(talk.found(FindingKind::TimeWaitAssassinated), only(reset));
    }

    void theEndTellsWhatWasLeftOpen()
    {
        Conversation open;
        open.shakeHands();
        open.finish();
        QCOMPARE(int(open.finding(FindingKind::NeverClosed)->variant), 0);
        Conversation half;
        half.shakeHands();
        half.a({"FA", 1, 1});
        half.finish();
        QCOMPARE(int(half.finding(FindingKind::NeverClosed)->variant), 1);
        Conversation oneSided;
        oneSided.a({"A", 1, 1, 10});
        oneSided.a({"A", 11, 1, 10});
        oneSided.finish();
        QCOMPARE(oneSided.found(FindingKind::OneSided).size(), 1U);
    }

    void theEndTellsWhichOctetsNobodyHasSeenArrive()
    {
        Conversation talk;
        talk.shakeHands();
        const SegmentId behind = talk.a({"A", 101, 1, 100});
        talk.finish();
        QCOMPARE(talk.found(FindingKind::SegmentNotCaptured), only(behind));
        QCOMPARE(int(talk.finding(FindingKind::SegmentNotCaptured)->variant), 1);
        talk.a({"A", 1, 1, 100}); // the capture grew after all
        QVERIFY(talk.found(FindingKind::SegmentNotCaptured).empty());
    }
};

QTEST_APPLESS_MAIN(TestCloseRules)
#include "tst_close_rules.moc"
