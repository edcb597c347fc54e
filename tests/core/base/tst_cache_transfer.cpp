// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/cache_transfer.h"

#include <QTest>

#include <thread>

using namespace tcpladder;

namespace {

Duration steadyTime()
{
    return std::chrono::steady_clock::now().time_since_epoch();
}

bool hasTwoProcessors()
{
    return std::thread::hardware_concurrency() > 1;
}

} // namespace

class TestCacheTransfer : public QObject
{
    Q_OBJECT

private slots:
    void takesLongerThanALookAtTheOwnCache()
    {
        const auto transfer = measureCacheTransfer(steadyTime);
        if (!hasTwoProcessors())
            QVERIFY(!transfer);
        else if (transfer) // the other processor had time
            QVERIFY(*transfer > std::chrono::nanoseconds(2) && *transfer < std::chrono::milliseconds(5));
    }

    /// Each look at the clock passes a second: what took so long was no transfer, or none that can be waited for.
    void isNeverShortByASlowClock()
    {
        Duration now(0);
        const auto transfer = measureCacheTransfer([&now] { return now += std::chrono::seconds(1); });
        QVERIFY(!transfer || *transfer > std::chrono::milliseconds(1));
    }

    /// Given up while the other thread is about to answer.
    void endsHoweverOftenItGivesUp()
    {
        constexpr int times = 3000;
        for (int i = 0; i < times; ++i) {
            Duration now(0);
            measureCacheTransfer([&now] { return now += std::chrono::seconds(1); });
        }
    }

    void endsWithAClockThatStands()
    {
        const auto transfer = measureCacheTransfer([] { return Duration(0); });
        QCOMPARE(transfer.has_value(), hasTwoProcessors());
    }
};

QTEST_GUILESS_MAIN(TestCacheTransfer)
#include "tst_cache_transfer.moc"
