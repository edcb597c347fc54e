// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/series/connection_series.h"

#include <QTest>

#include <memory>
#include <random>

using namespace tcpladder;

namespace {

LevelPoint point(std::int64_t time, std::uint32_t octets)
{
    return {Duration(time), octets, SegmentId(0)};
}

} // namespace

class TestSeriesStore : public QObject
{
    Q_OBJECT

private slots:
    void everyStretchHasTheExtremesThatLookingAtEachPointFinds();
    void theFirstOfEqualExtremesIsNamed();
    void aTimeLeadsToTheFirstPointThatIsNotBeforeIt();
    void pointsKeepTheirPlaceWhileTheStoreGrows();
};

void TestSeriesStore::everyStretchHasTheExtremesThatLookingAtEachPointFinds()
{
    std::mt19937 random(7);
    SeriesStore<LevelPoint> store;
    std::vector<std::uint32_t> values;
    for (int i = 0; i < 300'000; ++i) {
        values.push_back(static_cast<std::uint32_t>(random()));
        store.append(point(i, values.back()));
    }
    for (int i = 0; i < 400; ++i) {
        const std::size_t first = random() % values.size();
        const std::size_t last = first + 1 + random() % (values.size() - first);
        const auto from = values.begin() + static_cast<std::ptrdiff_t>(first);
        const auto to = values.begin() + static_cast<std::ptrdiff_t>(last);
        const auto found = store.extremes(first, last);
        QCOMPARE(found.lowest, static_cast<std::size_t>(std::min_element(from, to) - values.begin()));
        QCOMPARE(found.highest, static_cast<std::size_t>(std::max_element(from, to) - values.begin()));
    }
}

void TestSeriesStore::theFirstOfEqualExtremesIsNamed()
{
    SeriesStore<LevelPoint> store;
    for (int i = 0; i < 10'000; ++i)
        store.append(point(i, 5));
    const auto found = store.extremes(3, 9'999);
    QCOMPARE(found.lowest, std::size_t(3));
    QCOMPARE(found.highest, std::size_t(3));
}

void TestSeriesStore::aTimeLeadsToTheFirstPointThatIsNotBeforeIt()
{
    SeriesStore<LevelPoint> store;
    for (const std::int64_t time : {10, 20, 20, 30})
        store.append(point(time, 1));
    QCOMPARE(store.firstAt(Duration(0)), std::size_t(0));
    QCOMPARE(store.firstAt(Duration(20)), std::size_t(1));
    QCOMPARE(store.firstAt(Duration(21)), std::size_t(3));
    QCOMPARE(store.firstAt(Duration(31)), std::size_t(4));
    QCOMPARE(store.firstAt(Duration(20), 2), std::size_t(2));
}

void TestSeriesStore::pointsKeepTheirPlaceWhileTheStoreGrows()
{
    SeriesStore<LevelPoint> store;
    store.append(point(0, 42));
    const LevelPoint* first = &store[0];
    for (int i = 1; i < 100'000; ++i)
        store.append(point(i, 0));
    QCOMPARE(&store[0], first);
    QCOMPARE(store[0].octets, 42U);
    QCOMPARE(store[99'999].time, Duration(99'999));
}

QTEST_APPLESS_MAIN(TestSeriesStore)
#include "tst_series_store.moc"
