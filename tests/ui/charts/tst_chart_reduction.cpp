// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/series/connection_series.h"
#include "ui/charts/axis_ticks.h"
#include "ui/charts/column_reduction.h"
#include "ui/charts/rate_bins.h"

#include <QTest>

#include <random>

using namespace tcpladder;
using namespace std::chrono_literals;

class TestChartReduction : public QObject
{
    Q_OBJECT

private slots:
    void everyColumnKeepsItsExtremesAndItsLastPoint();
    void pointsStayInTheirOrderAndFew();
    void emptyColumnsHaveNoPoints();
    void fewPointsAreAllKept();
    void onlyWhatIsInSightIsKept();
    void zoomingKeepsWhatIsUnderTheCursor();
    void aRangeStaysInsideItsLimits();
    void ticksAreRoundAndShareTheirUnit();
    void aLowChartHasTwoTicksAtLeast();
    void closeTicksHaveAsManyDecimalsAsTheyNeed();
    void ratesAddUpToWhatWasSent();

private:
    static void fill(SeriesStore<LevelPoint>& store, int count);
};

/// One point a microsecond, with random values.
void TestChartReduction::fill(SeriesStore<LevelPoint>& store, int count)
{
    std::mt19937 random(3);
    for (int i = 0; i < count; ++i)
        store.append({i * Duration(1us), static_cast<std::uint32_t>(random()), SegmentId(0)});
}

void TestChartReduction::everyColumnKeepsItsExtremesAndItsLastPoint()
{
    SeriesStore<LevelPoint> store;
    fill(store, 100'000);
    constexpr std::size_t inColumn = 1000;
    const auto kept = reduceToColumns(store, {0, 0.1}, 100);
    for (std::size_t first = 0; first < store.size(); first += inColumn) {
        const auto found = store.extremes(first, first + inColumn);
        for (const std::size_t wanted : {found.lowest, found.highest, first + inColumn - 1})
            QVERIFY(std::ranges::binary_search(kept, wanted));
    }
}

void TestChartReduction::pointsStayInTheirOrderAndFew()
{
    SeriesStore<LevelPoint> store;
    fill(store, 200'000);
    const auto kept = reduceToColumns(store, {0, 0.2}, 640);
    QVERIFY(std::ranges::is_sorted(kept));
    QVERIFY(std::ranges::adjacent_find(kept) == kept.end());
    QVERIFY(kept.size() <= std::size_t{641} * 3);
}

void TestChartReduction::emptyColumnsHaveNoPoints()
{
    SeriesStore<LevelPoint> store;
    store.append({0s, 1, {}});
    store.append({9s, 2, {}});
    QCOMPARE(reduceToColumns(store, {0, 10}, 1000), (std::vector<std::size_t>{0, 1}));
    QVERIFY(reduceToColumns(store, {1, 8}, 1000).empty());
}

void TestChartReduction::fewPointsAreAllKept()
{
    SeriesStore<LevelPoint> store;
    fill(store, 50);
    QCOMPARE(reduceToColumns(store, {0, 50e-6}, 1000).size(), std::size_t(50));
}

void TestChartReduction::onlyWhatIsInSightIsKept()
{
    SeriesStore<LevelPoint> store;
    fill(store, 100);
    const auto kept = reduceToColumns(store, {10e-6, 20e-6}, 1000);
    QCOMPARE(kept.front(), std::size_t(10));
    QCOMPARE(kept.back(), std::size_t(20));
}

void TestChartReduction::zoomingKeepsWhatIsUnderTheCursor()
{
    const ValueRange range{2, 10};
    const ValueRange closer = zoomed(range, 4, 0.5);
    QCOMPARE(closer.length(), 4.0);
    QCOMPARE(closer.partOf(4), range.partOf(4));
}

void TestChartReduction::aRangeStaysInsideItsLimits()
{
    const ValueRange limits{0, 10};
    QCOMPARE(boundedTo({-3, 2}, limits, 0.1), (ValueRange{0, 5}));
    QCOMPARE(boundedTo({8, 14}, limits, 0.1), (ValueRange{4, 10}));
    QCOMPARE(boundedTo({-50, 50}, limits, 0.1), limits);
    QCOMPARE(boundedTo({5, 5}, limits, 0.5).length(), 0.5);
}

void TestChartReduction::ticksAreRoundAndShareTheirUnit()
{
    const AxisTicks ticks = makeTicks({0, 2'100'000}, AxisUnit::Octets, 6);
    QCOMPARE(ticks.unit, "MB");
    QStringList labels;
    for (const AxisTick& tick : ticks.ticks)
        labels << tick.label;
    QCOMPARE(labels, (QStringList{"0.0", "0.5", "1.0", "1.5", "2.0"}));
}

void TestChartReduction::aLowChartHasTwoTicksAtLeast()
{
    for (const double end : {110'000.0, 560'000.0, 990'000.0, 1'000'000.0})
        QVERIFY(makeTicks({0, end}, AxisUnit::Octets, 2).ticks.size() >= 2);
    QVERIFY(makeTicks({0, 17e-3}, AxisUnit::Time, 3).ticks.size() >= 3);
}

void TestChartReduction::closeTicksHaveAsManyDecimalsAsTheyNeed()
{
    const AxisTicks ticks = makeTicks({12.000'010, 12.000'014}, AxisUnit::Time, 5);
    QVERIFY(ticks.ticks.size() >= 3);
    for (std::size_t i = 1; i < ticks.ticks.size(); ++i)
        QVERIFY(ticks.ticks[i].label != ticks.ticks[i - 1].label);
}

void TestChartReduction::ratesAddUpToWhatWasSent()
{
    const auto sentBefore = [](Duration time) { return static_cast<std::uint64_t>(time / 1ms) * 100; };
    double sum = 0;
    for (const RateBin& bin : rateBins({0, 1}, 50ms, 1s, sentBefore))
        sum += bin.rate * toSeconds(bin.to - bin.from);
    QCOMPARE(qRound(sum), 100'000);
}

QTEST_APPLESS_MAIN(TestChartReduction)
#include "tst_chart_reduction.moc"
