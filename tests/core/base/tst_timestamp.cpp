// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timestamp.h"

#include <QTest>

using namespace tcpladder;
using namespace std::chrono_literals;

class TestTimestamp : public QObject
{
    Q_OBJECT

private slots:
    void aDifferenceIsSignedByTheOrderOfTheClock()
    {
        QCOMPARE(timeBetween(Timestamp(10s), Timestamp(12s)), std::optional<Duration>(2s));
        QCOMPARE(timeBetween(Timestamp(12s), Timestamp(10s)), std::optional<Duration>(-2s));
    }

    void aTimeThatIsNotKnownHasNoDistance()
    {
        QVERIFY(!timeBetween(unknownTime, Timestamp(10s)));
        QVERIFY(!timeBetween(Timestamp(10s), unknownTime));
        QVERIFY(!timeBetween(unknownTime, unknownTime));
    }

    void timesFurtherApartThanADurationHoldsHaveNone()
    {
        QVERIFY(!timeBetween(Timestamp(Duration(-1'000'000'000'000)), Timestamp::max()));
        QVERIFY(!timeBetween(Timestamp::max(), Timestamp(Duration(-2))));
        QVERIFY(timeBetween(Timestamp(Duration(0)), Timestamp::max()));
    }

    void whatIsAddedToAnUnknownTimeOrBeyondTheLastOneIsUnknown()
    {
        QCOMPARE(timeAfter(Timestamp(10s), 60s), Timestamp(70s));
        QCOMPARE(timeAfter(unknownTime, 60s), unknownTime);
        QCOMPARE(timeAfter(Timestamp::max(), 1ns), unknownTime);
    }
};

QTEST_APPLESS_MAIN(TestTimestamp)
#include "tst_timestamp.moc"
