// SPDX-License-Identifier: GPL-3.0-or-later
// Containers and texts without times, or with times that no clock showed, mixed with ordinary ones.
#include "tests/support/conversation.h"

#include <QTest>

using namespace tcpladder;
using namespace std::chrono_literals;

namespace {

/// A life with a repeated SYN, a hole that is filled and a repeated FIN: every rule that measures time has to.
void live(Conversation& talk, const std::function<Timestamp(std::uint32_t)>& timeOf)
{
    std::uint32_t count = 0;
    const auto timed = [&](Segment& segment) { segment.time = timeOf(count++); };
    talk.with(timed).a({"S"});
    talk.with(timed).a({"S"});
    talk.with(timed).b({"SA", 0, 1});
    talk.with(timed).a({"A", 1, 1});
    talk.with(timed).a({"PA", 11, 1, 10});
    talk.with(timed).a({"PA", 1, 1, 10});
    talk.with(timed).b({"A", 1, 21});
    talk.with(timed).a({"FA", 21, 1});
    talk.with(timed).b({"A", 1, 21});
    talk.with(timed).b({"FA", 1, 22});
    talk.with(timed).a({"A", 22, 2});
    talk.with(timed).b({"FA", 1, 22});
    talk.with(timed).a({"A", 22, 2});
    talk.finish();
}

} // namespace

class TestUnknownTimes : public QObject
{
    Q_OBJECT

private slots:
    void statesNeedNoTimes()
    {
        Conversation talk;
        live(talk, [](std::uint32_t) { return unknownTime; });
        QCOMPARE(talk.course(Side::A), "CLOSED SYN_SENT ESTABLISHED FIN_WAIT_1 TIME_WAIT");
        QCOMPARE(talk.course(Side::B), "LISTEN SYN_RECEIVED ESTABLISHED CLOSE_WAIT LAST_ACK CLOSED");
        QVERIFY(!talk.analysis().facts().initialRoundTrip);
    }

    void theEndOfTimeWaitIsUnknownWhereItsStartIs()
    {
        Conversation talk;
        live(talk, [](std::uint32_t) { return unknownTime; });
        QCOMPARE(talk.analysis().timeWait(Side::A)->endsAt(linuxTwoMsl), unknownTime);
        QVERIFY(courseWithTimers(talk.analysis(), linuxTwoMsl, Timestamp(1s)).back().isBehindEnd);
    }

    /// Under the sanitizers this is what overflows.
    void aTimeHereAndThereIsEnough()
    {
        for (const std::uint32_t remainder : {0U, 1U, 2U}) {
            Conversation talk;
            live(talk, [&](std::uint32_t count) { return count % 3 == remainder ? Timestamp(1s) : unknownTime; });
            QCOMPARE(talk.state(Side::A), TcpState::TimeWait);
            QCOMPARE(talk.state(Side::B), TcpState::Closed);
        }
    }

    void timesAtTheEndsOfTheCalendarAreTakenAsTheyCome()
    {
        Conversation talk;
        live(talk, [](std::uint32_t count) { return count % 2 ? Timestamp::max() : Timestamp::min() + Duration(1); });
        QCOMPARE(talk.state(Side::A), TcpState::TimeWait);
        QCOMPARE(talk.state(Side::B), TcpState::Closed);
    }
};

QTEST_APPLESS_MAIN(TestUnknownTimes)
#include "tst_unknown_times.moc"
