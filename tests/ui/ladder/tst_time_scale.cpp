// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ladder/time_scale.h"

#include <QTest>

using namespace tcpladder;
using namespace std::chrono_literals;

namespace {

Timestamp at(Duration time)
{
    return Timestamp(time);
}

/// A round trip of one second, all of it between the capture and side B: 100 pixels.
TimeScale::Measures measures(RowSpacing spacing)
{
    return {.spacing = spacing, .pixelsPerSecond = 100, .before = {0, 50}, .after = {50, 0}};
}

class TestTimeScale : public QObject
{
    Q_OBJECT

private slots:
    void rowsStandWhereTheirTimeIs()
    {
        TimeScale scale(measures(RowSpacing::LinearTime));
        for (const Duration time : {0ms, 250ms, 1000ms, 60'000ms})
            scale.add(at(time), Side::A);
        QCOMPARE(scale.y(1), 25.0);
        QCOMPARE(scale.y(2), 100.0);
        QCOMPARE(scale.y(3), 6000.0);
        QVERIFY(scale.silences().empty());
    }

    void arrowsSlantByTheWayToEachSide()
    {
        TimeScale scale(measures(RowSpacing::LinearTime));
        scale.add(at(0s), Side::A);
        scale.add(at(1s), Side::B);
        QCOMPARE(scale.tail(0), 0.0);
        QCOMPARE(scale.head(0), 50.0);
        QCOMPARE(scale.tail(1), 50.0); // the answer leaves when what it answers has arrived
        QCOMPARE(scale.head(1), 100.0);
    }

    void longSilencesAreFoldedAndAllAsHigh()
    {
        TimeScale scale(measures(RowSpacing::FoldedTime));
        for (const Duration time : {0s, 1s, 61s, 3661s})
            scale.add(at(time), Side::A);
        QCOMPARE(scale.y(1), 100.0);
        QCOMPARE(scale.silences().size(), std::size_t(2));
        QCOMPARE(scale.silences()[0].before, std::size_t(2));
        QCOMPARE(scale.silences()[0].lasts, Duration(60s));
        QCOMPARE(scale.silences()[1].lasts, Duration(3600s));
        QCOMPARE(scale.y(2) - scale.y(1), scale.y(3) - scale.y(2));
        QVERIFY(scale.silences()[0].top >= scale.head(1) && scale.silences()[0].bottom <= scale.tail(2));
    }

    void aClockThatGoesBackAndATimeThatIsUnknownStandStill()
    {
        TimeScale scale(measures(RowSpacing::LinearTime));
        for (const Timestamp time : {at(1s), at(500ms), unknownTime, at(1500ms)})
            scale.add(time, Side::A);
        QCOMPARE(scale.y(1), 0.0);
        QCOMPARE(scale.y(2), 0.0);
        QCOMPARE(scale.y(3), 50.0);
    }

    void labelsKeepApartAlsoWhereArrowsCross()
    {
        TimeScale scale(measures(RowSpacing::LinearTime));
        scale.add(at(0s), Side::A);    // its middle is at 25
        scale.add(at(450ms), Side::B); // its middle is at 20: too close
        scale.add(at(1s), Side::A);
        QVERIFY(scale.hasLabel(0) && !scale.hasLabel(1) && scale.hasLabel(2));
        QVERIFY(scale.hasNumber(0) && scale.hasNumber(1) && scale.hasNumber(2));
    }

    void ofAThousandAtOnceOneArrowIsDrawn()
    {
        TimeScale scale(measures(RowSpacing::LinearTime));
        for (int i = 0; i < 1000; ++i)
            scale.add(at(i * 1us), Side::A);
        scale.add(at(1s), Side::A);
        int arrows = 0;
        for (std::size_t i = 0; i < scale.size(); ++i)
            arrows += scale.hasArrow(i) ? 1 : 0;
        QCOMPARE(arrows, 2);
    }

    void theArrowUnderAPointIsFoundWhereItIsDrawn()
    {
        TimeScale scale(measures(RowSpacing::LinearTime));
        scale.add(at(0s), Side::A);
        scale.add(at(1s), Side::B);
        QCOMPARE(scale.nearestTo(2, 0), std::size_t(0));
        QCOMPARE(scale.nearestTo(98, 0), std::size_t(1));
        QCOMPARE(scale.nearestTo(30, 0.5), std::size_t(0));
        QCOMPARE(scale.nearestTo(70, 0.5), std::size_t(1));
        QCOMPARE(scale.nearestTo(1e9, 0.5), std::size_t(1));
    }
};

} // namespace

QTEST_APPLESS_MAIN(TestTimeScale)
#include "tst_time_scale.moc"
