// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/time_wait.h"
#include "tests/support/conversation.h"

#include <QTest>

using namespace tcpladder;
using namespace std::chrono_literals;

namespace {

void closeNormally(Conversation& talk)
{
    talk.shakeHands();
    talk.a({"FA", 1, 1});
    talk.b({"A", 1, 2});
    talk.b({"FA", 1, 2});
    talk.a({"A", 2, 2});
}

} // namespace

class TestTimeWait : public QObject
{
    Q_OBJECT

private slots:
    void startsWithTheAckOfThePeersFin()
    {
        Conversation talk;
        closeNormally(talk);
        const auto stay = talk.analysis().timeWait(Side::A);
        QVERIFY(stay);
        QCOMPARE(stay->startedBy.value, 5U);
        QCOMPARE(stay->lastAck.value, 6U);
        QCOMPARE(stay->start, Timestamp(1000s) + 6ms);
        QVERIFY(!talk.analysis().timeWait(Side::B));
    }

    void endsAfterTheChosenTime()
    {
        Conversation talk;
        closeNormally(talk);
        const auto stay = talk.analysis().timeWait(Side::A);
        QCOMPARE(stay->endsAt(linuxTwoMsl) - stay->start, Duration(60s));
        QCOMPARE(stay->endsAt(rfcTwoMsl) - stay->start, Duration(240s));
    }

    void itsEndIsComputedAndListedThoughTheCaptureEndsBefore()
    {
        Conversation talk;
        closeNormally(talk);
        const auto stay = talk.analysis().timeWait(Side::A);
        const auto course = courseWithTimers(talk.analysis(), linuxTwoMsl, Timestamp(1010s));
        QCOMPARE(course.back().transition.certainty, Certainty::Computed);
        QCOMPARE(course.back().transition.to, TcpState::Closed);
        QCOMPARE(course.back().time, stay->start + 60s);
        QVERIFY(course.back().isBehindEnd);
        QVERIFY(!course.back().transition.cause.isValid());
    }

    void aRepeatedFinStartsItAgain()
    {
        Conversation talk;
        closeNormally(talk);
        const SegmentId again = talk.later(5s).b({"FA", 1, 2});
        talk.a({"A", 2, 2});
        const auto stay = talk.analysis().timeWait(Side::A);
        QCOMPARE(stay->restartedBy, again);
        QVERIFY(stay->lastStart - stay->start >= Duration(5s));
        QCOMPARE(talk.found(FindingKind::TimeWaitRestarted), std::vector{again.value});
    }

    void anotherAckDoesNotStartItAgain()
    {
        Conversation talk;
        closeNormally(talk);
        talk.later(5s).b({"A", 2, 2});
        talk.a({"A", 2, 2});
        QVERIFY(!talk.analysis().timeWait(Side::A)->restartedBy.isValid());
    }

    void aRstAssassinatesIt()
    {
        Conversation talk;
        closeNormally(talk);
        const SegmentId reset = talk.later(1s).b({"R", 2});
        QCOMPARE(talk.state(Side::A), TcpState::Closed);
        QCOMPARE(talk.analysis().timeWait(Side::A)->endedBy, reset);
        QCOMPARE(talk.found(FindingKind::TimeWaitAssassinated), std::vector{reset.value});
        QVERIFY(courseWithTimers(talk.analysis(), linuxTwoMsl).back().transition.certainty != Certainty::Computed);
    }

    void aSimultaneousCloseHasTwo()
    {
        Conversation talk;
        talk.shakeHands();
        talk.a({"FA", 1, 1});
        talk.b({"FA", 1, 1});
        talk.a({"A", 2, 2});
        talk.b({"A", 2, 2});
        const auto course = courseWithTimers(talk.analysis(), linuxTwoMsl);
        QCOMPARE(std::ranges::count_if(course,
                     [](const TimedTransition& step) { return step.transition.certainty == Certainty::Computed; }),
            2);
    }

    void aNewSynWithALargerNumberOpensANewConnection()
    {
        Conversation talk;
        closeNormally(talk);
        QCOMPARE(talk.judge(Side::B, {"S", 5000}), IncarnationVerdict::New);
        QCOMPARE(talk.judge(Side::A, {"S", 5000}), IncarnationVerdict::New);
    }

    void anOldSynOnlyDrawsAnAck()
    {
        Conversation talk;
        closeNormally(talk);
        QCOMPARE(talk.judge(Side::B, {"S", static_cast<std::uint32_t>(-5000)}), IncarnationVerdict::Same);
        const SegmentId old = talk.b({"S", static_cast<std::uint32_t>(-5000)});
        QCOMPARE(talk.found(FindingKind::SynInTimeWait), std::vector{old.value});
        QCOMPARE(talk.state(Side::A), TcpState::TimeWait);
    }
};

QTEST_APPLESS_MAIN(TestTimeWait)
#include "tst_time_wait.moc"
