// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/format_text.h"
#include "ui/support/translate_message.h"

#include <QTest>

using namespace tcpladder;
using namespace std::chrono_literals;

class TestFormatText : public QObject
{
    Q_OBJECT

private slots:
    void durationsHaveThreeDigitsAndTheUnitThatFits_data()
    {
        QTest::addColumn<qint64>("nanoseconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << qint64(0) << "0 ns";
        QTest::newRow("nanoseconds") << qint64(999) << "999 ns";
        QTest::newRow("whole microseconds") << qint64(46'000) << "46 µs";
        QTest::newRow("microseconds") << qint64(1'500) << "1.50 µs";
        QTest::newRow("rounds up to the next unit") << qint64(999'600) << "1 ms";
        QTest::newRow("milliseconds") << qint64(50'512'000) << "50.5 ms";
        QTest::newRow("seconds") << qint64(1'800'000'000) << "1.80 s";
        QTest::newRow("a whole minute as people set it") << qint64(60'000'000'000) << "60 s";
        QTest::newRow("minutes") << qint64(240'000'000'000) << "4 min";
        QTest::newRow("long") << qint64(3'723'000'000'000) << "1 h 2 min";
        QTest::newRow("days") << qint64(200'000'000'000'000) << "2 d 7 h";
        QTest::newRow("backwards") << qint64(-20'000) << "−20 µs";
    }

    void durationsHaveThreeDigitsAndTheUnitThatFits()
    {
        QFETCH(qint64, nanoseconds);
        QTEST(formatDuration(Duration(nanoseconds)), "text");
    }

    void elapsedTimeKeepsMicrosecondsAndItsSign()
    {
        const Timestamp origin(1'400'000'000s);
        QCOMPARE(formatElapsed(origin, origin), "0.000000");
        QCOMPARE(formatElapsed(origin + 446us, origin), "0.000446");
        QCOMPARE(formatElapsed(origin + 61s + 803'875us, origin), "61.803875");
        QCOMPARE(formatElapsed(origin - 20us, origin), "−0.000020");
        QCOMPARE(formatElapsed(unknownTime, origin), "—");
    }

    void aCountdownRoundsUpSoThatItEndsAtZero()
    {
        QCOMPARE(formatCountdown(40s + 1ns), "41 s");
        QCOMPARE(formatCountdown(41s), "41 s");
        QCOMPARE(formatCountdown(0s), "0 s");
    }

    void aTextsTimeHasNoDate()
    {
        QCOMPARE(formatMoment(Timestamp(18h + 20min + 17s + 90ms)), "18:20:17.090000");
        QCOMPARE(formatMoment(Timestamp(1'402'321'033s + 739'117us)), "2014-06-09 13:37:13.739117 UTC");
    }

    void theClockShowsTheNearestMillisecond()
    {
        QCOMPARE(formatClock(Timestamp(18h + 20min + 17s + 89'600us)), "18:20:17.090");
        QCOMPARE(formatClock(unknownTime), "");
    }

    void relativeNumbersCountFromTheOriginAcrossTheWrap()
    {
        const SequenceNumber origin{0xffff'fff0};
        QCOMPARE(formatSequence(origin, origin, SequenceStyle::Relative), "0");
        QCOMPARE(formatSequence({0x10}, origin, SequenceStyle::Relative), "32");
        QCOMPARE(formatSequence(origin - 1, origin, SequenceStyle::Relative), "-1");
        QCOMPARE(formatSequence(origin + 3'000'000'000U, origin, SequenceStyle::Relative), "3000000000");
        QCOMPARE(formatSequence({0x10}, origin, SequenceStyle::Absolute), "16");
    }

    void bytesAreCountedUntilThereAreMany()
    {
        QCOMPARE(formatBytes(1), "1 byte");
        QCOMPARE(formatBytes(1448), "1,448 bytes");
        QCOMPARE(formatBytes(51'234), "51.2 kB");
        QCOMPARE(formatBytes(999'999), "1.00 MB");
    }

    void argumentsOfAMessageMayHoldPercentSigns()
    {
        const Message message{"%2 after %1, not %3", {"%2", "100%"}};
        QCOMPARE(translateMessage(message), "100% after %2, not %3");
    }
};

QTEST_GUILESS_MAIN(TestFormatText)
#include "tst_format_text.moc"
